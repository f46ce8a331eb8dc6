import {
  type StayAdvice,
  type StayOption,
  whereToStay,
} from '@shared/domain/group-life/where-to-stay.rules';
import { type InsideCounts, NOBODY_INSIDE } from '@shared/domain/groups/entry.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import type { MemberClass } from '@shared/domain/groups/member-class.schema';
import type { PlacementRules } from '@shared/domain/groups/placement-settings.schema';
import type { PeopleColumns } from '@shared/domain/people/people-columns';
import { joinId } from '@shared/lib/record-ids';
import type { ConsoleDb } from '@/db/db';
import type { FactColumns } from '../index/fact-columns';
import { rowsById } from '../index/rows-by-id';
import { eachPerson, personAt } from './roster-places';
import type { OverlapPart, OverlapRow } from './roster-types';

const DAY_MS = 86_400_000;
const ACTIVITY_DAYS = 90;
/** Written down by the house about somebody, not done by them. */
const NOT_AN_ACT = new Set(['join', 'leave', 'note']);

export type OverlapWorld = {
  groups: ReadonlyMap<string, Group>;
  classes: readonly MemberClass[];
  rules: PlacementRules;
};

/** Everybody in several running groups, and in how many; the most groups first. */
export type Overlaps = {
  people: { row: number; groupIds: string[] }[];
  inside: ReadonlyMap<string, InsideCounts>;
};

export function findOverlaps(columns: PeopleColumns, { groups }: OverlapWorld): Overlaps {
  const people: Overlaps['people'] = [];
  const inside = new Map<string, InsideCounts>();
  const isRunning = (id: string) => (groups.get(id)?.phase ?? 'dissolved') !== 'dissolved';
  eachPerson(columns, isRunning, (row, groupIds) => {
    if (groupIds.length === 0) return;
    const { identity } = personAt(columns, row);
    for (const id of groupIds) {
      const before = inside.get(id) ?? NOBODY_INSIDE;
      inside.set(id, { ...before, [identity]: before[identity] + 1 });
    }
    if (groupIds.length > 1) people.push({ row, groupIds });
  });
  people.sort((a, b) => b.groupIds.length - a.groupIds.length || a.row - b.row);
  return { people, inside };
}

/** A part of the people with where each of them should stay, and why. */
export async function overlapPart(
  db: ConsoleDb,
  columns: PeopleColumns,
  found: Overlaps,
  world: OverlapWorld,
  interactions: FactColumns,
  { offset, limit, nowMs }: { offset: number; limit: number; nowMs: number },
): Promise<OverlapPart> {
  const some = found.people.slice(offset, offset + limit);
  const ids = some.flatMap(({ row, groupIds }) =>
    groupIds.map((groupId) => joinId(columns.idOf(row), groupId)),
  );
  const memberships = await rowsById(db, 'memberships', ids);
  const acts = new Acts(interactions, nowMs);
  const rows = some.flatMap(({ row, groupIds }): OverlapRow[] => {
    const person = personAt(columns, row);
    const { memberId } = person;
    const options = groupIds.flatMap((groupId): (StayOption & { nickname?: string })[] => {
      const group = world.groups.get(groupId);
      const place = memberships.get(joinId(memberId, groupId));
      if (!group || !place) return [];
      const room = { group, inside: found.inside.get(groupId) ?? NOBODY_INSIDE };
      const activity = acts.of(memberId, groupId);
      const { joinedAt, nickname } = place;
      return [{ room, joinedAt, activity, ...(nickname !== undefined && { nickname }) }];
    });
    const advice = whereToStay(person, options, world.classes, world.rules);
    return advice ? [{ ...lineOf(columns, row), places: placesFrom(options, advice), advice }] : [];
  });
  const places = found.people.reduce((sum, { groupIds }) => sum + groupIds.length, 0);
  return { total: found.people.length, places, rows };
}

const lineOf = (columns: PeopleColumns, row: number) => {
  const { memberId, identity, region, channel } = personAt(columns, row);
  const traits = {
    ...(region !== undefined && { region }),
    ...(channel !== undefined && { channel }),
  };
  return { memberId, identity, name: columns.text(row, 'name') ?? '', ...traits };
};

/** The group to stay in comes first. */
function placesFrom(
  options: readonly (StayOption & { nickname?: string })[],
  { stayIn }: StayAdvice,
): OverlapRow['places'] {
  const places = options.map(({ room, joinedAt, activity, nickname }) => ({
    groupId: room.group.id,
    joinedAt,
    ...(activity !== undefined && { activity }),
    ...(nickname !== undefined && { nickname }),
  }));
  return places.sort((a, b) => Number(b.groupId === stayIn) - Number(a.groupId === stayIn));
}

/** What people did in named groups over the last days. */
class Acts {
  private readonly since: number;
  /** Groups of which anything at all is on record in that time. */
  private readonly recorded = new Set<number>();

  constructor(
    private readonly facts: FactColumns,
    nowMs: number,
  ) {
    this.since = nowMs - ACTIVITY_DAYS * DAY_MS;
    const { groupId } = facts.codes;
    for (const row of facts.newestFirst) {
      if ((facts.at[row] ?? 0) < this.since) break;
      if (this.isAct(row)) this.recorded.add(groupId?.of[row] ?? 0);
    }
  }

  /** Undefined where nobody did anything in the group that is on record: nothing is known then. */
  of(memberId: string, groupId: string): number | undefined {
    const { facts } = this;
    const code = facts.codes.groupId?.codeOf(groupId) ?? 0;
    if (code <= 0 || !this.recorded.has(code)) return undefined;
    const member = facts.members.numberOf(memberId);
    if (member < 0 || member + 1 >= facts.memberStarts.length) return 0;
    let count = 0;
    const end = facts.memberStarts[member + 1] ?? 0;
    for (let k = facts.memberStarts[member] ?? 0; k < end; k += 1) {
      const row = facts.byMember[k] ?? 0;
      if ((facts.at[row] ?? 0) < this.since) break;
      if (facts.codes.groupId?.of[row] === code && this.isAct(row)) count += 1;
    }
    return count;
  }

  private isAct(row: number): boolean {
    return !NOT_AN_ACT.has(this.facts.codes.kind?.textOf(row) ?? 'note');
  }
}
