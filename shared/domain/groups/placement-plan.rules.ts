import { isForbiddenPair } from './entry.rules';
import { classOf, groupsOfClass, nextGroupName } from './member-class.rules';
import type { MemberClass, WaitingEntry } from './member-class.schema';
import {
  type EntryWay,
  entryRefusal,
  type GroupRoom,
  type PlacementCandidate,
  type Refused,
  wayIn,
  withOneMore,
} from './placement.rules';
import type { PlacementRules } from './placement-settings.schema';

export type Placed = { memberId: string; classId: string; groupId: string; way: EntryWay };
export type Waiting = {
  memberId: string;
  classId: string;
  reason: Exclude<WaitingEntry['reason'], 'paused'>;
};

/** A group that should be opened, and for how many of those who found no room. */
export type GroupToOpen = { classId: string; name: string; capacity: number; count: number };

export type PlacementPlan = {
  placed: Placed[];
  refused: Refused[];
  waiting: Waiting[];
  toOpen: GroupToOpen[];
};

export type PlacementWorld = {
  classes: readonly MemberClass[];
  rooms: readonly GroupRoom[];
  rules: PlacementRules;
  /** For the names of groups to be opened. */
  language: 'zh' | 'en';
};

/**
 * Who goes where, in order of arrival: each person into the oldest group of their class that has
 * room and nobody inside whom they may not meet. No group of the class has room: the waiting list,
 * and the next group is named. All that have room hold a rival: refused, with the first of them.
 * Everybody is in exactly one of `placed`, `refused` and `waiting`; placing the placed and planning
 * again places nobody.
 */
export function planPlacement(
  candidates: readonly PlacementCandidate[],
  world: PlacementWorld,
): PlacementPlan {
  const planner = new Planner(world);
  for (const candidate of candidates) planner.take(candidate);
  return { ...planner.plan, toOpen: planner.toOpen() };
}

type Try =
  | { kind: 'placed'; room: GroupRoom }
  | { kind: 'refused'; refusal: Omit<Refused, 'memberId'> }
  | { kind: 'waiting'; reason: Waiting['reason'] };

class Planner {
  readonly plan: Omit<PlacementPlan, 'toOpen'> = { placed: [], refused: [], waiting: [] };
  private readonly roomsOf = new Map<string, GroupRoom[]>();
  /** Those for whom a new group of their class would be room. */
  private readonly roomless = new Map<string, PlacementCandidate[]>();

  constructor(private readonly world: PlacementWorld) {
    const byId = new Map(world.rooms.map((room) => [room.group.id, { ...room }]));
    const groups = world.rooms.map(({ group }) => group);
    for (const it of world.classes) {
      const rooms = groupsOfClass(it, groups, world.classes).flatMap(({ id }) => {
        const room = byId.get(id);
        return room ? [room] : [];
      });
      this.roomsOf.set(it.id, rooms);
    }
  }

  take(candidate: PlacementCandidate): void {
    const { memberId, identity } = candidate;
    if (!candidate.isApproved) {
      this.plan.refused.push({ memberId, reason: 'notApproved' });
      return;
    }
    const { classId } = classOf(candidate, this.world.classes);
    if (classId === undefined) {
      const reason = identity === 'unknown' ? 'identityUnknown' : 'noClass';
      this.plan.refused.push({ memberId, reason });
      return;
    }
    const found = this.tryRooms(candidate, this.roomsOf.get(classId) ?? []);
    if (found.kind === 'placed') {
      const { room } = found;
      const way = wayIn(room.group, room.inside);
      this.plan.placed.push({ memberId, classId, groupId: room.group.id, way });
      room.inside = withOneMore(room.inside, identity);
      return;
    }
    if (found.kind === 'waiting') {
      this.plan.waiting.push({ memberId, classId, reason: found.reason });
    } else {
      this.plan.refused.push({ memberId, ...found.refusal });
      if (found.refusal.reason === 'alreadyInside') return;
    }
    const roomless = this.roomless.get(classId);
    if (roomless) roomless.push(candidate);
    else this.roomless.set(classId, [candidate]);
  }

  private tryRooms(candidate: PlacementCandidate, rooms: readonly GroupRoom[]): Try {
    const { classes, rules } = this.world;
    const outside = rooms.map((room) => entryRefusal(candidate, room, classes, rules));
    const already = outside.find((refusal) => refusal?.reason === 'alreadyInside');
    if (already) return { kind: 'refused', refusal: already };
    const free = rooms.find((_, i) => outside[i] === undefined);
    if (free) return { kind: 'placed', room: free };
    if (outside.some((refusal) => refusal?.reason === 'groupFull')) {
      return { kind: 'waiting', reason: 'full' };
    }
    const rival = outside.find((refusal) => refusal?.rival !== undefined);
    if (rival) return { kind: 'refused', refusal: rival };
    return { kind: 'waiting', reason: 'noGroup' };
  }

  /** As many groups as those without room fill, kept apart where they may not meet. */
  toOpen(): GroupToOpen[] {
    const { classes, rooms, rules, language } = this.world;
    const taken = new Set(rooms.map(({ group }) => group.name));
    return classes.flatMap((it) => {
      const capacity = it.capacity ?? rules.capacity;
      const groups: PlacementCandidate[][] = [];
      for (const person of this.roomless.get(it.id) ?? []) {
        const fitting = groups.find(
          (group) =>
            group.length < capacity &&
            !group.some((other) => isForbiddenPair(rules, other.identity, person.identity)),
        );
        if (fitting) fitting.push(person);
        else groups.push([person]);
      }
      const before = this.roomsOf.get(it.id)?.length ?? 0;
      return groups.map(({ length: count }, i) => {
        const name = nextGroupName(it, before + i, taken, language);
        taken.add(name);
        return { classId: it.id, name, capacity, count };
      });
    });
  }
}
