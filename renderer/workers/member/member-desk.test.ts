import { describe, expect, it } from 'vitest';
import { commandOf, openTestDoor } from '@/db/test-db';
import { MemberDesk } from './member-desk';

const T0 = Date.UTC(2026, 9, 1);

describe('the records of one member', () => {
  it('counts all tags and hands over the first few, whoever lies before and after', async () => {
    const { db, door } = await openTestDoor();
    const ids = ['', '', ''];
    await door.run(
      commandOf(['tagAssignments'], async (tx) => {
        for (let n = 0; n < 3; n += 1) {
          const memberId = tx.newId();
          ids[n] = memberId;
          // The one in the middle fills several pages.
          for (let tag = 0; tag < (n === 1 ? 2500 : 3); tag += 1) {
            const tagId = `tag-${String(tag).padStart(5, '0')}`;
            await tx.create('tagAssignments', {
              id: `${memberId}.${tagId}`,
              memberId,
              tagId,
              at: T0,
            });
          }
        }
      }),
      {},
    );
    const desk = new MemberDesk(async () => db);
    for (const [n, total] of [3, 2500, 3].entries()) {
      const memberId = ids[n] ?? '';
      const part = await desk.assignmentsOf(memberId, 50);
      expect(part.total).toBe(total);
      expect(part.rows).toHaveLength(Math.min(total, 50));
      expect(part.rows.every((row) => row.memberId === memberId)).toBe(true);
    }
    expect((await desk.assignmentsOf('nobody', 50)).total).toBe(0);
  });

  it('finds what a member said, newest first, with the words', async () => {
    const { db, door } = await openTestDoor();
    let memberId = '';
    await door.run(
      commandOf(['comments'], async (tx) => {
        memberId = tx.newId();
        for (let n = 0; n < 10; n += 1) {
          await tx.create('comments', {
            id: tx.newId(),
            ...(n % 2 === 0 ? { memberId } : {}),
            at: T0 + n,
            text: `第 ${n} 句`,
            feeling: 'good',
            score: 1,
          });
        }
      }),
      {},
    );
    const { total, rows } = await new MemberDesk(async () => db).commentsOf(memberId, 2);
    expect(total).toBe(5);
    expect(rows.map((row) => row.text)).toEqual(['第 8 句', '第 6 句']);
  });
});
