import type { Member } from '@shared/domain/members/member.schema';
import type { MemberMerge } from '@shared/domain/members/merge.schema';
import { dataWorker } from '@/db/client';
import { readDb } from '@/db/read';

/** What hangs on a record, in counts. */
export type Hangs = { orders: number; events: number; tags: number; groups: number };
export type PairSide = { member: Member; hangs: Hangs };

/** Both records of a pair with what hangs on them; `null` when one is no longer there. */
export async function readPair(aId: string, bId: string): Promise<[PairSide, PairSide] | null> {
  const [members, belongings, ...sets] = await Promise.all([
    readDb.pagedGetMany('members', [aId, bId]),
    dataWorker().lists.belongings([aId, bId]),
    ...[aId, bId].flatMap((id) => [
      readDb.pagedByPrefix('tagAssignments', `${id}.`),
      readDb.pagedByPrefix('memberships', `${id}.`),
    ]),
  ]);
  const sides = members.map((member, i) => {
    const tags = sets[i * 2]?.length ?? 0;
    const groups = sets[i * 2 + 1]?.length ?? 0;
    const { orders = 0, events = 0 } = belongings[i] ?? {};
    return member && { member, hangs: { orders, events, tags, groups } };
  });
  const [a, b] = sides;
  return a && b ? [a, b] : null;
}

/** Newest first. */
export async function readMerges(): Promise<MemberMerge[]> {
  return (await readDb.rows('memberMerges').all()).sort((a, b) => b.at - a.at);
}
