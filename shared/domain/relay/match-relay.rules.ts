import { doorKey, houseKey, readBuilding } from '@shared/domain/delivery/building.rules';
import { foldText } from '@shared/domain/import/cells/text-cell';
import type { Member } from '@shared/domain/members/member.schema';
import { takeKeys } from './relay-person';
import { plainLine } from './relay-text';

/** Who an entry says it is from. */
export type RelayPerson = {
  nickname: string;
  realName?: string | undefined;
  phone?: string | undefined;
  address?: string | undefined;
};

export const RELAY_SIGNS = ['phone', 'name-and-door', 'name', 'door'] as const;
export type RelaySign = (typeof RELAY_SIGNS)[number];

/** `phone` tells people of one name apart. */
export type RelayCandidate = {
  memberId: string;
  name: string;
  phone?: string | undefined;
  sign: RelaySign;
};

/**
 * `certain`: the phone, or name and door together, point at one member. A nickname alone never
 * does: those are `candidates`, strongest first, for a person to choose from.
 */
export type RelayMatch = { certain?: RelayCandidate; candidates: RelayCandidate[] };

type RosterMember = Pick<Member, 'id' | 'name' | 'phone' | 'groupNickname' | 'address'>;

type Person = {
  id: string;
  name: string;
  phone: string | undefined;
  calls: Set<string>;
  door: string;
};

export type RelayRoster = {
  byPhone: Map<string, Person[]>;
  byCall: Map<string, Person[]>;
  byDoor: Map<string, Person[]>;
};

const MAX_CANDIDATES = 8;

function push(map: Map<string, Person[]>, key: string, person: Person): void {
  const list = map.get(key);
  if (list) list.push(person);
  else map.set(key, [person]);
}

/** A name without pictures and marks, as people are called by. */
function callOf(text: string): string {
  const folded = foldText(text);
  const bare = folded.replace(/[^\p{L}\p{N}]/gu, '');
  return bare === '' ? folded : bare;
}

/** Inside one estate people leave its name out: the door counts without it. */
function doorOf(address: string | undefined): string {
  if (!address) return '';
  const building = readBuilding(address);
  if (building.room === '' || houseKey(building) === '') return '';
  return doorKey({ ...building, estate: '' });
}

const HAS_DIGIT = /\d/;

/** The roster by everything a 接龙 may call people: phone, name, group nickname, door. */
export function createRelayRoster(members: Iterable<RosterMember>): RelayRoster {
  const roster: RelayRoster = { byPhone: new Map(), byCall: new Map(), byDoor: new Map() };
  for (const member of members) {
    const { id, name, phone, groupNickname = '' } = member;
    // `12-301 小美` is how many groups want their members to be called.
    const keys = HAS_DIGIT.test(groupNickname) ? takeKeys(plainLine(groupNickname)) : undefined;
    const calls = [name, groupNickname, keys?.text ?? ''].map(callOf).filter((it) => it !== '');
    const door = doorOf(member.address) || doorOf(keys?.address);
    const person: Person = { id, name, phone, calls: new Set(calls), door };
    if (phone) push(roster.byPhone, phone, person);
    for (const call of person.calls) push(roster.byCall, call, person);
    if (door !== '') push(roster.byDoor, door, person);
  }
  return roster;
}

const only = (people: readonly Person[] | undefined) =>
  people?.length === 1 ? people[0] : undefined;

/** Who of the roster an entry may be from. */
export function matchRelayPerson(person: RelayPerson, roster: RelayRoster): RelayMatch {
  const calls = [person.nickname, person.realName ?? ''].map(callOf).filter((it) => it !== '');
  const door = doorOf(person.address);
  const named = [...new Set(calls.flatMap((call) => roster.byCall.get(call) ?? []))];
  const behindDoor = door === '' ? [] : (roster.byDoor.get(door) ?? []);
  const both = named.filter((it) => behindDoor.includes(it));
  const phoned = person.phone ? (roster.byPhone.get(person.phone) ?? []) : [];
  const found = new Map<string, RelayCandidate>();
  const list = (people: readonly Person[], sign: RelaySign) => {
    for (const { id, name, phone } of people)
      if (!found.has(id)) found.set(id, { memberId: id, name, phone, sign });
  };
  list(phoned, 'phone');
  list(both, 'name-and-door');
  list(named, 'name');
  list(behindDoor, 'door');
  const candidates = [...found.values()].slice(0, MAX_CANDIDATES);
  const sure = only(phoned) ?? (person.phone ? undefined : only(both));
  const certain = candidates.find(({ memberId }) => memberId === sure?.id);
  return certain ? { certain, candidates } : { candidates };
}
