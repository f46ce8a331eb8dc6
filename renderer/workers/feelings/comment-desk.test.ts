import { describe, expect, it } from 'vitest';
import { commandOf, openTestDoor } from '@/db/test-db';
import { readSheets } from '../import/reader/read-sheets';
import { CommentDesk } from './comment-desk';
import { saidInSheets } from './comment-file';

const NOW = Date.UTC(2026, 10, 22, 6, 0);

async function openDesk() {
  const { db, door } = await openTestDoor();
  const desk = new CommentDesk(
    async () => db,
    async (ids) => ids.map((id) => (id === '' ? undefined : `name of ${id}`)),
  );
  door.onCommit((_, entities) => desk.onCommit(entities));
  const add = (text: string, more: object = {}) =>
    door.run(
      commandOf(['comments'], async (tx) => {
        const id = tx.newId();
        await tx.create('comments', { id, at: NOW, text, feeling: 'unsure', score: 0, ...more });
        return id;
      }),
      {},
    );
  const people = (...names: { name: string; groupNickname?: string }[]) =>
    door.run(
      commandOf(['members'], async (tx) => {
        for (const one of names) await tx.create('members', { id: tx.newId(), ...one });
      }),
      {},
    );
  return { desk, add, people };
}

describe('the desk for comments', () => {
  it('takes a speaker for the one member of that name or group name, and asks about several', async () => {
    const { desk, people } = await openDesk();
    await people({ name: '王琳', groupNickname: '3-501 王姐' }, { name: '李想' }, { name: '李想' });
    const { lines } = await desk.preview('3-501 王姐: 好吃\n李想: 难吃\n赵敏: 一般', NOW);
    expect(lines.map(({ candidates }) => candidates.map(({ name }) => name))).toEqual([
      ['王琳'],
      ['李想', '李想'],
      [],
    ]);
  });

  it('knows what was taken in before, by time where there is one, and what is said twice', async () => {
    const { desk, add } = await openDesk();
    await add('苹果很甜！', { speaker: '王琳', at: Date.UTC(2026, 10, 22, 2, 23) });
    const known = async (text: string) =>
      (await desk.preview(text, NOW)).lines.map(({ isKnown }) => isKnown);
    expect(await known('王琳 10:23\n苹果很甜！！')).toEqual([true]);
    expect(await known('王琳 10:40\n苹果很甜')).toEqual([false]);
    expect(await known('王琳: 苹果很甜\n李想: 苹果很甜')).toEqual([true, false]);
    expect(await known('李想: 好吃\n李想: 好吃')).toEqual([false, true]);
  });

  it('reads with the corrections as they are after each commit', async () => {
    const { desk, add } = await openDesk();
    const read = async () => (await desk.preview('也就那样吧', NOW)).lines[0]?.reading.feeling;
    expect(await read()).toBe('unsure');
    await add('也就那样吧', { feeling: 'bad', isCorrected: true });
    expect(await read()).toBe('bad');
    expect((await desk.figures({})).corrections).toBe(1);
  });

  it('lists the newest or the severest first, with names', async () => {
    const { desk, add } = await openDesk();
    const id = await add('旧的', { at: 1, intensity: 3, memberId: 'm1' });
    await add('新的', { at: 2 });
    const texts = async (order: 'newest' | 'severest') =>
      (await desk.list({}, order, 0, 10)).rows.map(({ text }) => text);
    expect(await texts('newest')).toEqual(['新的', '旧的']);
    expect(await texts('severest')).toEqual(['旧的', '新的']);
    expect(await desk.list({}, 'newest', 1, 1)).toMatchObject({
      total: 2,
      rows: [{ memberName: 'name of m1' }],
    });
    expect((await desk.one(id))?.text).toBe('旧的');
  });
});

describe('a file of comments', () => {
  const read = async (name: string, ...lines: string[]) => {
    const { sheets } = await readSheets(new TextEncoder().encode(lines.join('\n')), name, {});
    return saidInSheets(sheets, name, 'Asia/Shanghai');
  };

  it('is read by its columns, rows without words counted', async () => {
    const { said, skipped } = await read(
      '评价.csv',
      '用户昵称,评价时间,评价内容',
      '小美,2026-11-01 10:00,很好吃',
      '阿强,2026-11-02,',
    );
    expect(said).toEqual([
      { line: 2, speaker: '小美', text: '很好吃', at: Date.UTC(2026, 10, 1, 2, 0) },
    ]);
    expect(skipped).toBe(1);
  });

  it('without titles is read by the column that says most', async () => {
    const { said } = await read('a.csv', '1,车厘子很新鲜孩子很喜欢', '2,苹果坏了好几个');
    expect(said.map(({ text }) => text)).toEqual(['车厘子很新鲜孩子很喜欢', '苹果坏了好几个']);
  });
});
