import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseChat } from './parse-chat';

const ZONE = 'Asia/Shanghai';
const NOW = Date.UTC(2026, 10, 22, 6, 0); // Sunday 14:00 there
const read = (text: string) => parseChat(text, NOW, ZONE).messages;
const said = (text: string) => read(text).map(({ speaker, text: words }) => [speaker, words]);
const local = (at: number | undefined) =>
  at === undefined ? undefined : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);

describe('pasted comments', () => {
  it('reads plain lines, one comment each', () => {
    expect(said('苹果很甜\n虾不新鲜\n\n好吃')).toEqual([
      [undefined, '苹果很甜'],
      [undefined, '虾不新鲜'],
      [undefined, '好吃'],
    ]);
  });

  it('reads a name and a text on one line, in either colon', () => {
    expect(said('王姐: 苹果很甜\n李想：虾不新鲜')).toEqual([
      ['王姐', '苹果很甜'],
      ['李想', '虾不新鲜'],
    ]);
  });

  it('reads what WeChat on a computer copies', () => {
    const messages = read('王姐 10:23\n苹果很甜\n下次还买\n李想 10:25\n虾不新鲜');
    expect(messages.map(({ speaker, text, at }) => [speaker, text, local(at)])).toEqual([
      ['王姐', '苹果很甜\n下次还买', '2026-11-22T10:23'],
      ['李想', '虾不新鲜', '2026-11-22T10:25'],
    ]);
  });

  it('takes a clock that has not come yet for yesterday', () => {
    expect(local(read('王姐 20:15\n苹果很甜')[0]?.at)).toBe('2026-11-21T20:15');
  });

  it.each([
    ['王姐 2026/11/20 9:05:11\n好吃', '2026-11-20T09:05'],
    ['王姐 2026-11-20 09:05\n好吃', '2026-11-20T09:05'],
    ['王姐 2026年11月20日 09:05\n好吃', '2026-11-20T09:05'],
    ['王姐 11月20日 09:05\n好吃', '2026-11-20T09:05'],
    ['王姐 12-25 09:05\n好吃', '2025-12-25T09:05'],
    ['王姐 昨天 09:05\n好吃', '2026-11-21T09:05'],
    ['王姐 星期五 09:05\n好吃', '2026-11-20T09:05'],
    ['王姐 昨天 下午3:05\n好吃', '2026-11-21T15:05'],
    ['王姐: 2026/11/20 9:05\n好吃', '2026-11-20T09:05'],
    ['2026-11-20 09:05 王姐\n好吃', '2026-11-20T09:05'],
    ['2026-11-20 09:05 王姐: 好吃', '2026-11-20T09:05'],
    ['[09:05] 王姐: 好吃', '2026-11-22T09:05'],
    ['2026年11月20日\n王姐 09:05\n好吃', '2026-11-20T09:05'],
    ['—— 昨天 ——\n王姐 09:05\n好吃', '2026-11-21T09:05'],
  ])('reads the time of %j', (text, at) => {
    const [message] = read(text);
    expect(message).toMatchObject({ speaker: '王姐', text: '好吃' });
    expect(local(message?.at)).toBe(at);
  });

  it('reads messages copied together, the name on a line with a colon', () => {
    expect(said('王姐:\n苹果很甜\n\n李想:\n虾不新鲜\n要求退款')).toEqual([
      ['王姐', '苹果很甜'],
      ['李想', '虾不新鲜\n要求退款'],
    ]);
  });

  it('takes no heading, address or link for a person', () => {
    expect(said('地址：3号楼501\nhttps://example.com/a\n收货人：王女士\n口味：很好')).toEqual([
      [undefined, '地址：3号楼501'],
      [undefined, 'https://example.com/a'],
      [undefined, '收货人：王女士'],
      [undefined, '口味：很好'],
    ]);
  });

  it('keeps names with blanks, pictures and house numbers', () => {
    expect(said('3-2-501 王姐🌸 10:23\n苹果很甜\nLily Chen 10:24\n好吃')).toEqual([
      ['3-2-501 王姐🌸', '苹果很甜'],
      ['Lily Chen', '好吃'],
    ]);
  });

  it('counts what the program says and pictures without words, and keeps them out', () => {
    const chat = parseChat(
      '王姐 10:23\n[图片]\n"李想"撤回了一条消息\n赵敏加入了群聊\n王姐 10:24\n坏了',
      NOW,
      ZONE,
    );
    expect(chat.messages.map(({ text }) => text)).toEqual(['坏了']);
    expect(chat.skipped).toBe(3);
  });

  it('reads Windows line ends and marks that nobody sees', () => {
    expect(said('\ufeff王姐: 好吃\r\n李想: 难吃\r\n')).toEqual([
      ['王姐', '好吃'],
      ['李想', '难吃'],
    ]);
  });

  it('reads anything, and keeps every line that says something', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const message of read(text)) expect(message.text.trim()).not.toBe('');
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('苹果很甜', '王姐: 好', '王姐 10:23', '', '昨天'), {
          maxLength: 12,
        }),
        (lines) => {
          const spoken = lines.filter((line) => line === '苹果很甜').length;
          const kept = read(lines.join('\n'))
            .map((it) => it.text)
            .join('\n');
          expect(kept.split('苹果很甜').length - 1).toBe(spoken);
        },
      ),
    );
  });
});
