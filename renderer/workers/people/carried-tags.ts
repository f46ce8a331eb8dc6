import type { TagAssignment } from '@shared/domain/tags/tag.schema';
import { dayOfNumber, startOfDay } from '@shared/lib/time';
import type { ConsoleDb } from '@/db/db';
import { PageSet } from '@/db/paged/page-set';
import { readTransaction } from '@/db/tables';
import { Codes, fillNumbers } from '../index/codes';
import type { CarriedTag } from './people-types';
import { readPages } from './read-pages';

/** What a member carries: by hand and the like from the database, by rule as given. */
export async function carriedTags(
  db: ConsoleDb,
  memberId: string,
  byRule: readonly { tagId: string; day: number }[],
  zone: string,
): Promise<CarriedTag[]> {
  const rows = await readTransaction(db, ['tagAssignments'], (within) =>
    new PageSet(within, 'tagAssignments').byPrefix(`${memberId}.`),
  );
  const byHand = (rows as unknown as TagAssignment[]).map(
    ({ tagId, source, at, expiresAt, confidence, reason }): CarriedTag => ({
      tagId,
      source: source ?? 'hand',
      since: at,
      ...(expiresAt === undefined ? {} : { expiresAt }),
      ...(confidence === undefined ? {} : { confidence }),
      ...(reason === undefined ? {} : { reason }),
    }),
  );
  const given = byRule.map(
    ({ tagId, day }): CarriedTag => ({
      tagId,
      source: 'rule',
      since: startOfDay(dayOfNumber(day), zone),
    }),
  );
  return [...byHand, ...given];
}

/** How many carry each tag by hand, import, flow or model at `now`; what ran out does not count. */
export async function countByHand(db: ConsoleDb, now: number): Promise<Record<string, number>> {
  const counts = new Map<string, number>();
  await readPages(db, 'tagAssignments', false, ({ n, c: { tagId, expiresAt } }) => {
    const own = new Codes(n);
    own.fill(tagId, 0);
    const ends = new Float64Array(n).fill(Number.NaN);
    fillNumbers(ends, expiresAt, 0);
    const found = new Uint32Array(own.values.length + 1);
    for (let i = 0; i < n; i += 1) {
      const hasRunOut = (ends[i] ?? Number.NaN) <= now;
      if (!hasRunOut) found[own.of[i] ?? 0] = (found[own.of[i] ?? 0] ?? 0) + 1;
    }
    own.values.forEach((id, code) => {
      counts.set(id, (counts.get(id) ?? 0) + (found[code + 1] ?? 0));
    });
  });
  return Object.fromEntries([...counts].filter(([, count]) => count > 0));
}
