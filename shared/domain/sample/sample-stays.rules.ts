import { nicknameViolators } from '@shared/domain/group-life/roster/nickname-template.rules';
import type { Identity } from '@shared/domain/members/member.schema';
import type { SampleGroup } from './sample-groups.schema';

/** Somebody of the sample's roster, and when they last bought or did something (UTC ms; 0: never). */
export type SamplePerson = {
  id: string;
  name: string;
  identity: Identity;
  region?: string | undefined;
  groupNickname?: string | undefined;
  lastActMs: number;
};

type SampleStay = {
  person: SamplePerson;
  nickname: string;
  joinedAgo: number;
  leftAgo?: number;
};

export type SampleRoom = { group: SampleGroup; groupId: string; stays: SampleStay[] };

/** What all groups of the sample are known by. */
export const SAMPLE_PREFIX = 'sample-';

/** Newcomers and leavers of a settled group, by their place from the end. */
const CAME_AGO = [5, 12, 19];
const LEFT_AGO: Readonly<Record<number, number>> = { 5: 13, 7: 4 };
const SMALLEST_WITH_LEAVERS = 12;
/** Every so many call themselves something else than the group asks for. */
const VIOLATOR_EVERY = 8;

/** Puts the people into the groups of their kind, the liveliest into the first. */
export function sampleRooms(
  groups: readonly SampleGroup[],
  people: readonly SamplePerson[],
): SampleRoom[] {
  const waiting = [...people].sort((a, b) => b.lastActMs - a.lastActMs || (a.id < b.id ? -1 : 1));
  const placed = new Map<string, readonly SamplePerson[]>();
  return groups.map((group) => {
    const inside = waiting.filter(({ identity }) => identity === group.identity);
    const taken = inside.slice(0, group.people);
    placed.set(group.key, taken);
    for (const person of taken) waiting.splice(waiting.indexOf(person), 1);
    const { guests = { group: '', places: [] } } = group;
    const hosts = placed.get(guests.group) ?? [];
    const all = [...taken, ...guests.places.flatMap((at) => hosts[at] ?? [])];
    const stays = all.map((person, at) => stayOf(group, person, at, all.length));
    return { group, groupId: `${SAMPLE_PREFIX}${group.key}`, stays };
  });
}

function stayOf(group: SampleGroup, person: SamplePerson, at: number, n: number): SampleStay {
  const fromEnd = n - 1 - at;
  const span = group.openedDaysAgo - group.fullDaysAgo;
  const spread = group.openedDaysAgo - Math.round((span * at) / Math.max(1, n - 1));
  const isSettled = group.phase !== 'early' && n >= SMALLEST_WITH_LEAVERS;
  const leftAgo = isSettled ? LEFT_AGO[fromEnd] : undefined;
  return {
    person,
    nickname: nicknameOf(person, at),
    joinedAgo: (isSettled ? CAME_AGO[fromEnd] : undefined) ?? spread,
    ...(leftAgo !== undefined && { leftAgo }),
  };
}

const REGION_END = /[省市区县]/g;
const SHORT = 2;

function nicknameOf({ name, region, groupNickname }: SamplePerson, at: number): string {
  if (at % VIOLATOR_EVERY === SHORT && groupNickname) return groupNickname;
  const place = (region ?? '').replace(REGION_END, '').slice(-SHORT);
  return place === '' ? name : `${place}-${name}`;
}

/** Who is inside at noon of a day. */
export const insideAt = (stays: readonly SampleStay[], daysAgo: number): SampleStay[] =>
  stays.filter(
    ({ joinedAgo, leftAgo }) =>
      joinedAgo >= daysAgo && (leftAgo === undefined || leftAgo < daysAgo),
  );

/** Those whose names do not follow the group's template, as the member lists judge it. */
export function violatorIdsOf(stays: readonly SampleStay[], template: string): string[] {
  const named = stays.map(({ person, nickname }) => ({ memberId: person.id, nickname }));
  return nicknameViolators(named, template, []).map(({ memberId }) => memberId);
}
