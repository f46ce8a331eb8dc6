import { beforeEach, describe, expect, it } from 'vitest';
import type { ConsoleDb } from '@/db/db';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import type { WriteDoor } from '@/db/write/write-door';
import {
  attachComment,
  correctComment,
  readCommentsAgain,
  removeComment,
  takeInComments,
} from './feelings.commands';

let db: ConsoleDb;
let door: WriteDoor;
const at = Date.UTC(2026, 10, 1);

beforeEach(async () => {
  ({ db, door } = await openTestDoor());
});

const takeIn = (...texts: string[]) =>
  door.run(takeInComments, { origin: 'paste', comments: texts.map((text) => ({ at, text })) });
const comments = () => allRows(db, 'comments');
const idOf = async (text: string) =>
  (await comments()).find((comment) => comment.text === text)?.id ?? '';

describe('comments taken in', () => {
  it('are read, kept as one step and taken back as one', async () => {
    await takeIn('苹果坏了好几个，要求退款', '车厘子很新鲜，好吃', '几点到');
    expect(await comments()).toMatchObject([
      { feeling: 'bad', intensity: 2, origin: 'paste', isCorrected: false },
      { feeling: 'good', intensity: 0 },
      { feeling: 'unsure' },
    ]);
    expect((await comments())[0]?.model).toMatch(/^feelings-zh-/);
    await door.undo();
    expect(await comments()).toEqual([]);
    await door.redo();
    expect(await comments()).toHaveLength(3);
  });

  it('follow what was corrected by hand, until that is undone', async () => {
    await takeIn('也就那样吧');
    const id = await idOf('也就那样吧');
    await door.run(correctComment, { id, feeling: 'bad', intensity: 2, topic: 'taste' });
    await takeIn('也就那样吧！！');
    const expected = { feeling: 'bad', intensity: 2, topic: 'taste' };
    expect(await comments()).toMatchObject([
      { ...expected, isCorrected: true },
      { ...expected, isCorrected: false },
    ]);
    await door.undo();
    await door.undo();
    await takeIn('也就那样吧！');
    expect(await comments()).toMatchObject([{ isCorrected: false }, { feeling: 'unsure' }]);
  });

  it('are read again without touching what was corrected', async () => {
    await takeIn('也就那样吧', '好吃', '也就那样吧');
    const id = await idOf('也就那样吧');
    await door.run(correctComment, { id, feeling: 'bad' });
    expect(await door.run(readCommentsAgain, {})).toEqual({ changed: 1 });
    expect((await comments()).map(({ feeling }) => feeling)).toEqual(['bad', 'good', 'bad']);
    expect(await door.run(readCommentsAgain, {})).toEqual({ changed: 0 });
    await door.undo();
  });

  it('are given to a member, left alone again and deleted', async () => {
    await takeIn('好吃');
    const id = await idOf('好吃');
    const memberId = await door.run(
      commandOf(['members'], async (tx) => {
        const fresh = tx.newId();
        await tx.create('members', { id: fresh, name: '王琳' });
        return fresh;
      }),
      {},
    );
    await door.run(attachComment, { id, memberId, who: '王琳' });
    expect(await comments()).toMatchObject([{ memberId }]);
    await door.run(attachComment, { id, memberId: null, who: '' });
    expect((await comments())[0]?.memberId).toBeUndefined();
    await door.run(removeComment, { id });
    expect(await comments()).toEqual([]);
    await door.undo();
    expect(await comments()).toMatchObject([{ text: '好吃' }]);
  });

  it('come in by the ten thousand as one operation', async () => {
    const texts = Array.from({ length: 10_000 }, (_, i) => `这次的苹果很甜，孩子喜欢，第${i}单`);
    await takeIn(...texts);
    expect(await comments()).toHaveLength(10_000);
    await door.undo();
    expect(await comments()).toEqual([]);
  });
});
