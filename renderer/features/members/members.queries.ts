import type { Member } from '@shared/domain/members/member.schema';
import { readDb } from '@/db/read';
import type { MemberListRow } from '@/workers/index/list-types';

/** As many rows as fill the first screen twice. */
const FIRST_ROWS = 50;
/** Behind every id that begins with a member's id and a dot. */
const AFTER_DOT = '.\uffff';

export type FirstMembers = { total: number; rows: MemberListRow[] };

/**
 * The newest members with their figures and tags, read by key: what the list shows while the index
 * of all members is not in memory yet.
 */
export async function readFirstMembers(): Promise<FirstMembers> {
  const [total, members] = await Promise.all([
    readDb.counter('members'),
    readDb.firstPage('members', FIRST_ROWS, 'newest'),
  ]);
  const newest = members[0];
  const oldest = members[members.length - 1];
  if (!newest || !oldest) return { total, rows: [] };
  const [stats, assignments, given] = await Promise.all([
    readDb.pagedBetween('memberStats', oldest.id, newest.id),
    readDb.pagedBetween('tagAssignments', oldest.id, `${newest.id}${AFTER_DOT}`),
    readDb.pagedBetween('memberTags', oldest.id, newest.id),
  ]);
  const statsOf = new Map(stats.map((it) => [it.id, it]));
  const ruleTagsOf = new Map(given.map(({ id, tags }) => [id, tags.map(({ tagId }) => tagId)]));
  const tagsOf = new Map<string, string[]>();
  for (const { memberId, tagId } of assignments) {
    const tags = tagsOf.get(memberId);
    if (tags) tags.push(tagId);
    else tagsOf.set(memberId, [tagId]);
  }
  const rows = members.map((member) => {
    const { id, name, phone, phoneMasked, identity, channel, region, source } = member;
    const own = statsOf.get(id);
    return {
      id,
      name,
      identity,
      ...(phone === undefined ? {} : { phone }),
      ...(phoneMasked === undefined ? {} : { phoneMasked }),
      ...(channel === undefined ? {} : { channel }),
      ...(region === undefined ? {} : { region }),
      source,
      tagIds: tagsOf.get(id) ?? [],
      ruleTagIds: ruleTagsOf.get(id) ?? [],
      orderCount: own?.orderCount ?? 0,
      amountFen: own?.amountFen ?? 0,
      ...(own === undefined ? {} : { lastOrderAt: own.lastOrderAt }),
    };
  });
  return { total, rows };
}

/** `null` when nobody has this id. */
export async function readMember(memberId: string): Promise<Member | null> {
  return (await readDb.pagedGet('members', memberId)) ?? null;
}
