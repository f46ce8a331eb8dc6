import type { Member } from '@shared/domain/members/member.schema';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { consoleDb } from './db';
import { readDb } from './read';
import { commandOf } from './test-db';
import { ensureIdentity } from './write/identity';
import { WriteDoor } from './write/write-door';

it('finds many rows over several pages as it finds each alone', async () => {
  const door = new WriteDoor(consoleDb(), await ensureIdentity(consoleDb()));
  const members = Array.from(
    { length: 1200 },
    (_, index): Member => ({
      id: v7(),
      name: `成员${index}`,
      identity: 'unknown',
      source: 'manual',
      note: `第 ${index} 位`,
    }),
  );
  for (let from = 0; from < members.length; from += 400) {
    const some = members.slice(from, from + 400);
    await door.run(
      commandOf(['members'], async (tx) => {
        for (const row of some) await tx.create('members', row);
      }),
      {},
    );
  }
  const asked = [
    ...members.filter((_, index) => index % 7 === 0),
    { id: v7() },
    ...members.slice(0, 2),
  ]
    .map(({ id }) => id)
    .reverse();
  const together = await readDb.pagedGetMany('members', asked);
  const alone = await Promise.all(asked.map((id) => readDb.pagedGet('members', id)));
  expect(together).toEqual(alone);
  expect(together.filter((row) => row === undefined)).toHaveLength(1);
  expect(together.at(-1)).toMatchObject({ name: '成员0', note: '第 0 位' });
});
