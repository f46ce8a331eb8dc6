import type { Erasure } from '@shared/domain/members/erasure.schema';
import type { Member } from '@shared/domain/members/member.schema';
import { dataWorker } from '@/db/client';
import { readDb } from '@/db/read';

/** What an erasure would touch, in counts. */
export type Footprint = {
  orders: number;
  events: number;
  tags: number;
  groups: number;
  audits: number;
  risks: number;
};

export async function readFootprint({ id, phone, wechatId }: Member): Promise<Footprint> {
  const [belongings, tags, groups, audits, risks] = await Promise.all([
    dataWorker().lists.belongings([id]),
    readDb.pagedByPrefix('tagAssignments', `${id}.`),
    readDb.pagedByPrefix('memberships', `${id}.`),
    readDb.rows('audits').all(),
    readDb.rows('riskEntries').all(),
  ]);
  const isTheirs = (entry: (typeof risks)[number]) =>
    entry.memberId === id ||
    (phone !== undefined && entry.phone === phone) ||
    (wechatId !== undefined && entry.wechatId === wechatId);
  return {
    orders: belongings[0]?.orders ?? 0,
    events: belongings[0]?.events ?? 0,
    tags: tags.length,
    groups: groups.length,
    audits: audits.filter((audit) => audit.memberId === id).length,
    risks: risks.filter(isTheirs).length,
  };
}

/** Newest first. */
export async function readErasures(): Promise<Erasure[]> {
  return (await readDb.rows('erasures').all()).sort((a, b) => b.at - a.at);
}
