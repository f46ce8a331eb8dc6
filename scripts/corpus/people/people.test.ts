import { describe, expect, it } from 'vitest';
import { allRows, openTestDoor } from '@/db/test-db';
import { committing } from '@/features/import/test-desk';
import { ImportService } from '@/workers/import/import-service';
import { readSheets } from '@/workers/import/reader/read-sheets';
import { PEOPLE_CORPUS } from './all-people';
import type { PeopleCase } from './people-case';
import { dueOf, storedPeople } from './stored-people';

const quiet = () => undefined;
type Stored = Record<string, unknown>;

async function outcomeOf({ kind, file, bytes }: PeopleCase) {
  const { db, door } = await openTestDoor();
  const read = async (data: Uint8Array, name: string) => readSheets(data, name);
  const service = new ImportService(db, read, committing(door));
  door.onCommit((_, entities) => service.onCommit(entities));
  const opened = await service.open(new File([Uint8Array.from(bytes())], file), kind, quiet);
  const { mapping, campaign, assumedAt } = opened;
  const choices = { mapping, campaign, assumedAt, policies: {}, fixes: [] };
  const { counts, reasons } = await service.plan(choices, quiet);
  const { create, update, unchanged, confirm, rejected, total, rows } = counts;
  let left: Stored[] = [];
  const all = async () => ({
    members: (await allRows(db, 'members')) as Stored[],
    orders: (await allRows(db, 'orders')) as Stored[],
    tags: (await allRows(db, 'tags')) as Stored[],
    tagAssignments: (await allRows(db, 'tagAssignments')) as Stored[],
  });
  let stored = await all();
  if (create > 0) {
    const { batchId } = await service.commit('skip', quiet);
    stored = await all();
    await door.undoBatch(batchId);
    left = Object.values(await all()).flat();
  }
  return {
    counts: { create, update, unchanged, confirm, rejected, total, rows },
    ...storedPeople(stored),
    reasons: reasons.map(({ code }) => code).sort(),
    left,
  };
}

describe('people and orders in an odd dress', () => {
  it('are many, each with a name of its own', () => {
    expect(PEOPLE_CORPUS.length).toBeGreaterThan(150);
    expect(new Set(PEOPLE_CORPUS.map(({ name }) => name)).size).toBe(PEOPLE_CORPUS.length);
  });

  it.each(PEOPLE_CORPUS.map((item) => [item.name, item] as const))('%s', async (_, item) => {
    expect(await outcomeOf(item)).toEqual({ ...dueOf(item), left: [] });
  });
});
