import { describe, expect, it } from 'vitest';
import { askedQuestions, DEFAULT_ANSWER_WINDOW_MS } from './answers.rules';
import { readGroupChat } from './group-chat.rules';

const ZONE = 'Asia/Shanghai';
const read = (pasted: string) => readGroupChat(pasted, '2026-11-22', ZONE);
const settings = { officials: ['阿芳'], windowMs: DEFAULT_ANSWER_WINDOW_MS };
const answers = (pasted: string) =>
  askedQuestions(read(pasted).messages, settings).map(({ text, answer }) =>
    answer ? `${text} → ${answer.how} ${(answer.at / 60_000) % 60}` : `${text} → open`,
  );
const clock = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(5, 16);

describe('reading a pasted group chat', () => {
  it('knows the forms in which chats are copied, several lines and pictures', () => {
    const forms = [
      '小满 09:31\n几点到？\n很急',
      '小满:\n几点到？\n很急',
      '2026/11/22 09:31 小满\n几点到？\n很急',
      '[2026-11-22 09:31] 小满: 几点到？\n很急',
    ];
    for (const form of forms) {
      expect(read(form).messages).toMatchObject([{ speaker: '小满', text: '几点到？\n很急' }]);
    }
    expect(read('小满 09:31\n[图片]\n阿强撤回了一条消息').messages).toMatchObject([
      { text: '[图片]' },
    ]);
    expect(read('小满:\n几点到？').messages[0]).toMatchObject({
      isDayOnly: true,
      day: '2026-11-22',
    });
  });

  it('lets a chat over midnight run forward and keeps names called out of the words', () => {
    const { messages } = read('小满 23:50\n在吗\n阿芳 00:10\n@小满 在的');
    expect(messages.map(({ at }) => clock(at))).toEqual(['11-21T23:50', '11-22T00:10']);
    expect(messages[1]).toMatchObject({ text: '在的', mentions: ['小满'] });
  });

  it('takes a quoted message apart', () => {
    const pasted = '阿芳 10:00\n「小满：几点到？」\n- - - - - - - - - -\n下午三点';
    expect(read(pasted).messages).toMatchObject([
      { text: '下午三点', quoted: { speaker: '小满', text: '几点到？' } },
    ]);
  });
});

describe('which questions were answered', () => {
  it('takes the first words to the asker, or to nobody, within two hours', () => {
    expect(
      answers(
        '小满 09:00\n几点到？\n李姐 09:01\n多少钱一斤？\n阿芳 09:05\n@李姐 八块\n阿芳 09:08\n三点到',
      ),
    ).toEqual(['几点到？ → next 8', '多少钱一斤？ → named 5']);
    expect(answers('小满 09:00\n几点到？\n阿芳 11:01\n三点')).toEqual(['几点到？ → open']);
  });

  it('does not take words to all, words of members or a picture of others for an answer', () => {
    expect(
      answers('小满 09:00\n几点到？\n阿芳 09:02\n@所有人 今天有虾\n李姐 09:03\n三点吧'),
    ).toEqual(['几点到？ → open']);
  });

  it('lets a quote answer the quoted one of two questions', () => {
    const quote = '「小满：能退吗？」\n- - - - - - -\n能';
    expect(answers(`小满 09:00\n几点到？\n小满 09:01\n能退吗？\n阿芳 09:05\n${quote}`)).toEqual([
      '几点到？ → open',
      '能退吗？ → named 5',
    ]);
  });

  it('counts the same words twice in a minute once, and never asks the house', () => {
    expect(answers('小满 09:00\n几点到？\n小满 09:00\n几点到？\n阿芳 09:01\n谁还没取？')).toEqual([
      '几点到？ → next 1',
    ]);
  });

  it('lets a member answer by name where the house is silent, and counts who helped either way', () => {
    const helped = (pasted: string) =>
      askedQuestions(read(pasted).messages, settings).map(({ answer, friends }) => [
        answer?.by,
        answer?.how,
        ...friends.map(({ by }) => by),
      ]);
    expect(helped('小满 09:00\n几点到？\n李姐 09:03\n@小满 三点到')).toEqual([
      ['李姐', 'friend', '李姐'],
    ]);
    expect(helped('小满 09:00\n几点到？\n李姐 09:03\n@小满 三点到\n阿芳 09:05\n三点')).toEqual([
      ['阿芳', 'next', '李姐'],
    ]);
    for (const echo of ['我也想知道', '同问', '你也在等吗？', '[捂脸]', '+1']) {
      expect(helped(`小满 09:00\n几点到？\n李姐 09:03\n@小满 ${echo}`)[0]).toEqual([
        undefined,
        undefined,
      ]);
    }
  });
});
