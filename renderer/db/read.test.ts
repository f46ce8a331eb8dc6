import type { Member } from '@shared/domain/members/member.schema';
import { liveQuery } from 'dexie';
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

it('never joins halves of two rows while a commit moves them', async () => {
  const door = new WriteDoor(consoleDb(), await ensureIdentity(consoleDb()));
  const memberAt = (place: number): Member => {
    const id = `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`;
    return { id, name: `${place}`, note: `${place}`, identity: 'unknown', source: 'manual' };
  };
  const first = memberAt(90);
  // Each comes before the first on its page, which moves one place on.
  const later = Array.from({ length: 40 }, (_, n) => memberAt(80 - n));
  const create = (row: Member) =>
    door.run(
      commandOf(['members'], (tx) => tx.create('members', row)),
      {},
    );
  await create(memberAt(0));
  await create(first);
  const reads: Promise<Member | undefined>[] = [];
  for (const row of later) {
    const written = create(row);
    for (let i = 0; i < 12; i += 1) {
      reads.push(readDb.pagedGet('members', first.id));
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    await written;
  }
  for (const found of await Promise.all(reads)) expect(found).toEqual(first);
});

it('tells a live query again when a row on one of its pages changes', async () => {
  const door = new WriteDoor(consoleDb(), await ensureIdentity(consoleDb()));
  const row: Member = { id: v7(), name: '前', identity: 'unknown', source: 'manual', note: '一' };
  const change = (note: string) =>
    door.run(
      commandOf(['members'], (tx) => tx.update('members', row.id, { note })),
      {},
    );
  await door.run(
    commandOf(['members'], (tx) => tx.create('members', row)),
    {},
  );
  const seen: (string | undefined)[] = [];
  const subscription = liveQuery(() => readDb.pagedGet('members', row.id)).subscribe((found) => {
    seen.push(found?.note);
  });
  await expect.poll(() => seen.at(-1)).toBe('一');
  await change('二');
  await expect.poll(() => seen.at(-1)).toBe('二');
  subscription.unsubscribe();
});
