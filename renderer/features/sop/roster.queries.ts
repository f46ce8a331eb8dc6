import { IDENTITIES, type Identity, type Member } from '@shared/domain/members/member.schema';
import type { RunTarget } from '@shared/domain/sop/sop.schema';
import { assertNever } from '@shared/lib/errors';
import { readDb } from '@/db/read';

const EVERYTHING = Number.POSITIVE_INFINITY;

export type Choice = { value: string; label: string; count: number };

/** How many members share each trait that a target can be chosen by. */
export type RosterFacets = {
  total: number;
  identities: (Choice & { value: Identity })[];
  regions: Choice[];
  tags: Choice[];
};

const roster = () => readDb.firstPage('members', EVERYTHING, 'oldest');

export async function rosterFacets(): Promise<RosterFacets> {
  const [members, assignments, tags] = await Promise.all([
    roster(),
    readDb.firstPage('tagAssignments', EVERYTHING, 'oldest'),
    readDb.rows('tags').all(),
  ]);
  const regions = countBy(members.flatMap((member) => member.region ?? []));
  const identities = countBy(members.map((member) => member.identity));
  const tagged = countBy(assignments.map((row) => row.tagId));
  const most = (a: Choice, b: Choice) => b.count - a.count || a.label.localeCompare(b.label);
  return {
    total: members.length,
    identities: IDENTITIES.map((value) => ({
      value,
      label: value,
      count: identities.get(value) ?? 0,
    })),
    regions: [...regions].map(([value, count]) => ({ value, label: value, count })).sort(most),
    tags: tags
      .map(({ id, name }) => ({ value: id, label: name, count: tagged.get(id) ?? 0 }))
      .filter((tag) => tag.count > 0)
      .sort(most),
  };
}

/** The members that a target means, at most `limit` of them. */
export async function memberIdsOf(target: RunTarget, limit: number): Promise<string[]> {
  if (target.by === 'tag') {
    const assignments = await readDb.firstPage('tagAssignments', EVERYTHING, 'oldest');
    return assignments
      .filter((row) => row.tagId === target.value)
      .slice(0, limit)
      .map((row) => row.memberId);
  }
  const members = await roster();
  return members
    .filter((member) => isMeant(member, target))
    .slice(0, limit)
    .map((member) => member.id);
}

function isMeant(member: Member, target: Exclude<RunTarget, { by: 'tag' }>): boolean {
  switch (target.by) {
    case 'all':
      return true;
    case 'identity':
      return member.identity === target.value;
    case 'region':
      return member.region === target.value;
    default:
      return assertNever(target, 'isMeant');
  }
}

/** How many members a target means now. */
export function targetCount(facets: RosterFacets, target: RunTarget): number {
  const countOf = (choices: readonly Choice[], value: string) =>
    choices.find((choice) => choice.value === value)?.count ?? 0;
  switch (target.by) {
    case 'all':
      return facets.total;
    case 'identity':
      return countOf(facets.identities, target.value);
    case 'region':
      return countOf(facets.regions, target.value);
    case 'tag':
      return countOf(facets.tags, target.value);
    default:
      return assertNever(target, 'targetCount');
  }
}

function countBy<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The people whose name, WeChat ID or end of the phone number holds the text. */
export async function searchRoster(text: string, limit: number): Promise<Member[]> {
  const needle = text.toLowerCase();
  const members = await roster();
  return members
    .filter((member) =>
      [member.name, member.wechatId, member.groupNickname, member.phone].some((value) =>
        value?.toLowerCase().includes(needle),
      ),
    )
    .slice(0, limit);
}
