import { doorKey, readBuilding } from '@shared/domain/delivery/building.rules';
import { fitsMask } from '../cells/phone-cell';
import { foldText } from '../cells/text-cell';
import { MEMBER_KEYS, type MemberKey } from './existing';
import type { MemberValues } from './plan';
import type { ConfirmReason } from './problems';
import type { Person, Roster } from './roster';

export type MemberMatch =
  | { kind: 'nobody' }
  | { kind: 'same'; person: Person }
  /** Nearly certain only if the row says nothing new about the person. */
  | { kind: 'weak'; person: Person; reason: ConfirmReason }
  | { kind: 'confirm'; person: Person; reason: ConfirmReason };

const NOBODY: MemberMatch = { kind: 'nobody' };
/** Names that the console made up for want of one. */
const MADE_UP_NAME = /^尾号\d{4}$/;
/** Of a name that thousands bear nobody compares them all. */
const MOST_NAMESAKES = 100;

const sameName = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && (a === b || foldText(a) === foldText(b));

function bearsName(roster: Roster, person: Person, values: MemberValues): boolean {
  if (!values.name) return true;
  if (sameName(values.name, roster.text(person, 'name'))) return true;
  return sameName(values.name, roster.text(person, 'groupNickname'));
}

function hasStrongKey(values: MemberValues): boolean {
  for (const key of MEMBER_KEYS) if (values[key] !== undefined) return true;
  return false;
}

const isStronglyKnown = (roster: Roster, person: Person) =>
  MEMBER_KEYS.some((key) => roster.value(person, key) !== undefined);

type Hit = { key: MemberKey; people: readonly Person[] };
const NO_HITS: readonly Hit[] = [];

function strongHits(values: MemberValues, roster: Roster): readonly Hit[] {
  let hits: Hit[] | undefined;
  for (const key of MEMBER_KEYS) {
    const value = values[key];
    if (value === undefined) continue;
    const people = roster.byKey(key, value);
    if (people.length === 0) continue;
    hits ??= [];
    hits.push({ key, people });
  }
  return hits ?? NO_HITS;
}

/** A stronger key on which row and member both have a say and differ: another person's phone. */
function strongerKeyDiffers(
  values: MemberValues,
  roster: Roster,
  person: Person,
  hit: MemberKey,
): boolean {
  for (const key of MEMBER_KEYS) {
    if (key === hit) return false;
    if (values[key] === undefined) continue;
    const theirs = roster.value(person, key);
    if (theirs !== undefined && theirs !== values[key]) return true;
  }
  return false;
}

/** Two back offices may give one number to two people: then neither name nor phone agree. */
function isSomebodyElse(roster: Roster, person: Person, values: MemberValues): boolean {
  const phone = roster.value(person, 'phone');
  const isOtherPhone = values.phone !== undefined && phone !== undefined && values.phone !== phone;
  return isOtherPhone && !bearsName(roster, person, values);
}

/** A member who came with an order, or whose name the console made up, is glad of any name. */
function isNameProvisional(roster: Roster, person: Person): boolean {
  return (
    roster.value(person, 'source') === 'order' ||
    MADE_UP_NAME.test(roster.text(person, 'name') ?? '')
  );
}

function judgeHits(values: MemberValues, roster: Roster, hits: readonly Hit[]): MemberMatch {
  const [strongest] = hits;
  const first = strongest?.people[0];
  if (!strongest || first === undefined) return NOBODY;
  let person = first;
  if (strongest.people.length > 1) {
    const named = strongest.people.filter((candidate) =>
      sameName(roster.text(candidate, 'name'), values.name),
    );
    const only = named.length === 1 ? named[0] : undefined;
    if (only === undefined) return { kind: 'confirm', person, reason: 'several-people' };
    person = only;
  }
  const isDisputed =
    hits.some((hit) => !hit.people.includes(person)) ||
    strongerKeyDiffers(values, roster, person, strongest.key) ||
    (strongest.key === 'backOfficeId' && isSomebodyElse(roster, person, values));
  if (isDisputed) return { kind: 'confirm', person, reason: 'keys-disagree' };
  const isPhoneAlone = hits.length === 1 && strongest.key === 'phone';
  if (isPhoneAlone && !bearsName(roster, person, values) && !isNameProvisional(roster, person)) {
    return { kind: 'confirm', person, reason: 'other-name' };
  }
  return { kind: 'same', person };
}

const MOST_DOORS = 20_000;
const doors = new Map<string, string>();

/** The door that an address names, `''` where it names none for certain; read once each. */
function doorOf(address: string): string {
  let door = doors.get(address);
  if (door === undefined) {
    const building = readBuilding(address);
    door = building.room === '' ? '' : doorKey(building);
    if (doors.size >= MOST_DOORS) doors.clear();
    doors.set(address, door);
  }
  return door;
}

/** Same nickname, building and room: as good as a key where there is no other. */
function livesThere(roster: Roster, person: Person, values: MemberValues): boolean {
  const address = values.address && roster.text(person, 'address');
  if (!values.address || !address) return false;
  const door = doorOf(values.address);
  return door !== '' && door === doorOf(address);
}

/** What one person of the row's name is to the row; undefined: somebody else. */
function judgeNamesake(
  values: MemberValues,
  roster: Roster,
  person: Person,
  isStrong: boolean,
): MemberMatch | undefined {
  const theirMask = roster.text(person, 'phoneMasked');
  const masked = isStrong ? theirMask : values.phoneMasked;
  const phone = isStrong ? values.phone : roster.text(person, 'phone');
  if (masked !== undefined && phone !== undefined) {
    return fitsMask(phone, masked) ? { kind: 'weak', person, reason: 'weak-masked' } : undefined;
  }
  if (!isStrong && values.phoneMasked && theirMask) {
    const isEqual = values.phoneMasked === theirMask;
    return isEqual ? { kind: 'weak', person, reason: 'weak-masked' } : undefined;
  }
  // Two people with numbers of their own may share a name.
  if (isStrong && isStronglyKnown(roster, person)) return undefined;
  if (livesThere(roster, person, values)) return { kind: 'same', person };
  return { kind: 'weak', person, reason: 'weak-name' };
}

/**
 * By name, nickname and masked phone: never certain, since names come twice and masks hide digits,
 * but for the same home under the same nickname. Of several the one whom `isSame` finds unchanged.
 */
function weakMatch(
  values: MemberValues,
  roster: Roster,
  isSame?: (person: Person) => boolean,
): MemberMatch {
  const name = values.name ?? values.groupNickname;
  if (!name) return NOBODY;
  const isStrong = hasStrongKey(values);
  let best: MemberMatch = NOBODY;
  const people = roster.byName(name, isStrong);
  // A file that comes again has its namesakes in the order in which they are stored.
  const start = people.length > MOST_NAMESAKES ? roster.turnOf(name) : 0;
  for (let step = 0; step < Math.min(people.length, MOST_NAMESAKES); step++) {
    const place = (start + step) % people.length;
    const person = people[place] ?? 0;
    const judged = judgeNamesake(values, roster, person, isStrong);
    if (!judged) continue;
    if (judged.kind === 'same' || (isSame?.(person) ?? true)) {
      roster.noteTurn(name, place + 1);
      return judged;
    }
    if (best.kind === 'nobody') best = judged;
  }
  return best;
}

/**
 * Who of the roster a row speaks of: by the strongest key that hits (企业微信 or union id, back-office
 * id, WeChat id, phone), with every other key and the name as witnesses; else by weak keys.
 * `isSame` tells namesakes apart: whether the row says nothing new about the person.
 */
export function matchMember(
  values: MemberValues,
  roster: Roster,
  isSame: (person: Person) => boolean,
): MemberMatch {
  const hits = strongHits(values, roster);
  return hits.length > 0 ? judgeHits(values, roster, hits) : weakMatch(values, roster, isSame);
}

/**
 * Whose order it is. Receivers bear other names than members do, so a key is enough; two members with
 * one phone are told apart by name. Without a key only a nickname or a masked phone is left: weak.
 */
export function matchBuyer(values: MemberValues, roster: Roster): MemberMatch {
  const strongest = strongHits(values, roster)[0];
  const first = strongest?.people[0];
  if (strongest && first !== undefined) {
    if (strongest.people.length === 1) return { kind: 'same', person: first };
    const named = strongest.people.filter((person) => bearsName(roster, person, values));
    const only = named.length === 1 ? named[0] : undefined;
    if (only !== undefined) return { kind: 'same', person: only };
    return { kind: 'confirm', person: first, reason: 'several-people' };
  }
  const weak = weakMatch(values, roster);
  const isNameAlone = weak.kind === 'weak' && weak.reason === 'weak-name';
  return isNameAlone && hasStrongKey(values) ? NOBODY : weak;
}
