import { planReplies } from '@shared/domain/replies/reply-import.rules';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { ReplyDesk } from '@/workers/replies/reply-desk';
import {
  addReply,
  answerQuestion,
  archiveReply,
  editReply,
  noteReplyUse,
  takeInReplies,
} from './replies.commands';
import { STARTER_REPLIES } from './starter-replies';

let test: Awaited<ReturnType<typeof openTestDoor>>;
let desk: ReplyDesk;

beforeEach(async () => {
  test = await openTestDoor();
  desk = new ReplyDesk(async () => test.db);
  test.door.onCommit((op, entities) => desk.onCommit(op, entities));
});

const replies = () => allRows(test.db, 'replies');
const found = async (text: string) =>
  (await desk.search({ text, limit: 5 })).map(({ reply, match }) => `${reply.keyword} ${match}`);

describe('the keyword library', () => {
  it('has the ready-made entries in both languages, each entry for each', () => {
    const { zh, en } = STARTER_REPLIES;
    expect(en.map(({ key }) => key)).toEqual(zh.map(({ key }) => key));
    expect(en.filter((entry) => /\p{Script=Han}/u.test(JSON.stringify(entry)))).toEqual([]);
    const lines = en.map(({ keyword, synonyms, answer }) => [keyword, synonyms.join('; '), answer]);
    expect(planReplies(lines, [])).toMatchObject({ errors: [], adds: { length: en.length } });
  });

  it('adds, edits, archives and brings back; a keyword stands once for everybody', async () => {
    const { replyId } = await test.door.run(addReply, { keyword: '到货', answer: '三点' });
    await expect(
      test.door.run(addReply, { keyword: '到 货', answer: '四点' }),
    ).rejects.toMatchObject({ code: 'reply-known' });
    await test.door.run(addReply, { keyword: '到货', answer: '五点', groupIds: ['g1'] });
    await test.door.run(editReply, { id: replyId, keyword: '到货时间', answer: '三点半' });
    expect(await found('daohuo')).toEqual(['到货 pinyin', '到货时间 pinyin']);
    expect(await found('dhsj')).toEqual(['到货时间 pinyin']);
    await test.door.run(archiveReply, { id: replyId, keyword: '到货时间', isArchived: true });
    expect(await found('dhsj')).toEqual([]);
    expect(await desk.list({ text: 'dhsj', state: 'archived' }, 0, 9)).toMatchObject({ total: 1 });
    await test.door.undo();
    expect(await found('dhsj')).toEqual(['到货时间 pinyin']);
  });

  it('takes the ready-made entries in as one step; again there is nothing to do', async () => {
    const lines = STARTER_REPLIES.zh.map(({ keyword, synonyms, answer, category = '' }) => [
      keyword,
      synonyms.join('、'),
      answer,
      category,
    ]);
    const plan = planReplies(lines, await replies());
    expect(plan.errors).toEqual([]);
    expect(plan.adds.length).toBe(STARTER_REPLIES.zh.length);
    expect(STARTER_REPLIES.zh.length).toBeGreaterThanOrEqual(40);
    await test.door.run(takeInReplies, plan);
    expect(planReplies(lines, await replies())).toMatchObject({
      adds: [],
      changes: [],
      unchanged: plan.adds.length,
    });
    // The same plan twice is not twice the words.
    expect(await test.door.run(takeInReplies, plan)).toMatchObject({ added: 0 });
    expect((await found('请问今天还能下单吗？'))[0]).toBe('截单时间 question');
    await test.door.undo();
    await test.door.undo();
    expect(await replies()).toEqual([]);
  });

  it('counts a copy and answers the question with it, undone as one', async () => {
    test.door.actor = '阿芳';
    const { replyId } = await test.door.run(addReply, { keyword: '到货', answer: '三点' });
    await test.door.run(
      commandOf(['chatQuestions'], (tx) =>
        tx.create('chatQuestions', { id: 'q1', text: '几点到？', askedAt: 5, state: 'open' }),
      ),
      {},
    );
    await test.door.run(answerQuestion, { replyId, questionId: 'q1' });
    expect(await allRows(test.db, 'chatQuestions')).toMatchObject([
      { state: 'answered', replyId, answeredBy: '阿芳' },
    ]);
    expect(await allRows(test.db, 'replyUses')).toMatchObject([{ replyId, by: '阿芳' }]);
    await test.door.undo();
    expect(await allRows(test.db, 'chatQuestions')).toMatchObject([{ state: 'open' }]);
    expect(await allRows(test.db, 'replyUses')).toEqual([]);
    await test.door.run(noteReplyUse, { replyId });
    expect(await allRows(test.db, 'replyUses')).toMatchObject([{ replyId }]);
    expect(await desk.list({ text: '', state: 'live' }, 0, 9)).toMatchObject({
      rows: [{ keyword: '到货', uses: 1 }],
      total: 1,
    });
    expect(await desk.book()).toMatchObject({ live: 1, unused: 0, uses: 1 });
  });
});
