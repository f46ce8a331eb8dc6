import { addDays, startOfDay } from '@shared/lib/time';

export type PlainStay = { memberId: string; groupId: string; joinedAt: number };
export type PlainAct = { memberId: string; at: number };

const WEEKS = 13;
const WEEK_MS = 7 * 86_400_000;

/**
 * Different people active by group and week over plain objects, as one would write it without columns
 * (a generous peer: one figure of thirty-six, nobody in two groups, and nobody ever leaves); how many
 * were active in the seven days from `from` on.
 */
export function plainActive(
  { stays, acts }: { stays: readonly PlainStay[]; acts: readonly PlainAct[] },
  from: string,
  zone: string,
): number {
  const stayOf = new Map(stays.map((stay) => [stay.memberId, stay]));
  const begin = startOfDay(addDays(from, -7 * WEEKS), zone);
  const [lo, hi] = [startOfDay(from, zone), startOfDay(addDays(from, 7), zone)];
  const seen = new Map<string, Set<string>>();
  const inSeven = new Set<string>();
  for (const { memberId, at } of acts) {
    const stay = stayOf.get(memberId);
    if (!stay || stay.joinedAt > at || at < begin) continue;
    const key = `${stay.groupId} ${Math.floor((at - begin) / WEEK_MS)}`;
    const people = seen.get(key) ?? new Set<string>();
    people.add(memberId);
    seen.set(key, people);
    if (at >= lo && at < hi) inSeven.add(memberId);
  }
  return inSeven.size;
}
