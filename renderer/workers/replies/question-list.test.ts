import { beforeEach, describe, expect, it } from 'vitest';
import { commandOf, openTestDoor } from '@/db/test-db';
import { ChatDesk } from './chat-desk';

const MINUTE = 60_000;
/** Monday 2026-11-23, noon in Shanghai. */
const NOW = Date.parse('2026-11-23T12:00:00+08:00');
let test: Awaited<ReturnType<typeof openTestDoor>>;
let desk: ChatDesk;

const ask = (id: string, at: string, took?: number, more: Record<string, unknown> = {}) => {
  const askedAt = Date.parse(`${at}:00+08:00`);
  return {
    id,
    groupId: 'g1',
    text: `问题 ${id}`,
    askedAt,
    state: took === undefined ? ('open' as const) : ('answered' as const),
    ...(took !== undefined && { answeredAt: askedAt + took * MINUTE }),
    ...more,
  };
};

beforeEach(async () => {
  test = await openTestDoor();
  desk = new ChatDesk(async () => test.db);
  await test.door.run(
    commandOf(['groups', 'members', 'replies', 'chatQuestions'], async (tx) => {
      await tx.create('groups', { id: 'g1', name: '一群', openedAt: 0 });
      await tx.create('groups', { id: 'g2', name: '二群', openedAt: 0 });
      const memberId = tx.newId();
      await tx.create('members', { id: memberId, name: '陈小满' });
      await tx.create('replies', { id: 'r1', keyword: '到货', answer: '三点', changedAt: 0 });
      const rows = [
        ask('late', '2026-11-23T09:00'),
        // Sunday and Monday lie in different weeks.
        ask('sunday', '2026-11-22T23:50', 4, { memberId, replyId: 'r1' }),
        ask('monday', '2026-11-23T00:10', 8),
        ask('day', '2026-11-23T12:00', 90, { isDayOnly: true }),
        ask('early', '2026-11-01T09:00', undefined, { groupId: 'g2', asker: '李姐' }),
        ask('none', '2026-11-23T10:00', undefined, { state: 'ignored' }),
      ];
      for (const row of rows) await tx.create('chatQuestions', row);
    }),
    {},
  );
});

const ids = async (question: Parameters<ChatDesk['list']>[0]) =>
  (await desk.list(question, 0, 9)).rows.map(({ id }) => id);

describe('questions of chats', () => {
  it('lists who waits longest first, by group and word, with names', async () => {
    expect(await ids({ state: 'open', text: '' })).toEqual(['early', 'late']);
    expect(await ids({ state: 'open', text: '', groupId: 'g1' })).toEqual(['late']);
    expect(await ids({ state: 'open', text: '李姐' })).toEqual(['early']);
    const { rows, total } = await desk.list({ state: 'answered', text: '' }, 2, 1);
    expect(total).toBe(3);
    expect(rows).toMatchObject([
      { id: 'sunday', groupName: '一群', memberName: '陈小满', keyword: '到货' },
    ]);
  });

  it('leaves out who asked in a group that was dissolved since', async () => {
    await test.door.run(
      commandOf(['groups'], (tx) => tx.update('groups', 'g2', { phase: 'dissolved' })),
      {},
    );
    expect(await ids({ state: 'open', text: '' })).toEqual(['late']);
    expect(await desk.list({ state: 'open', text: '', groupId: 'g2' }, 0, 9)).toEqual({
      rows: [],
      total: 0,
    });
    const after = await desk.figures(NOW, 5);
    expect(after.counts).toEqual({ open: 1, answered: 3, ignored: 1 });
    expect(after.leftOpen).toBe(1);
    expect(after.groups.find(({ groupId }) => groupId === 'g2')).toMatchObject({ open: 0 });
    // What was answered there stays on record.
    await test.door.run(
      commandOf(['groups'], (tx) => tx.update('groups', 'g1', { phase: 'dissolved' })),
      {},
    );
    expect(await ids({ state: 'answered', text: '' })).toHaveLength(3);
    await test.door.undo();
    await test.door.undo();
    expect(await ids({ state: 'open', text: '' })).toEqual(['early', 'late']);
    expect((await desk.figures(NOW, 2)).leftOpen).toBe(0);
  });

  it('counts answer times by group and week, only of what is known to the minute', async () => {
    const { counts, weeks, times, groups } = await desk.figures(NOW, 2);
    expect(counts).toEqual({ open: 2, answered: 3, ignored: 1 });
    expect(weeks).toEqual(['2026-11-16', '2026-11-23']);
    expect(times).toMatchObject({ n: 2, medianMs: 6 * MINUTE });
    expect(groups).toMatchObject([
      {
        groupId: 'g1',
        open: 1,
        answered: 3,
        weeks: [
          { n: 1, medianMs: 4 * MINUTE, asked: 1, answered: 1 },
          { n: 1, medianMs: 8 * MINUTE, asked: 3, answered: 2 },
        ],
      },
    ]);
  });
});
