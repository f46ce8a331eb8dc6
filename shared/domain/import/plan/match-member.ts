import { fitsMask } from '../cells/phone-cell';
import { foldText } from '../cells/text-cell';
import { MEMBER_KEYS, type MemberKey } from './existing';
import type { MemberRef, MemberValues } from './plan';
import type { ConfirmReason } from './problems';
import type { Roster, RosterMember } from './roster';

export type MemberMatch =
  | { kind: 'nobody' }
  | { kind: 'same'; ref: MemberRef }
  /** Nearly certain only if the row says nothing new about the person. */
  | { kind: 'weak'; ref: MemberRef; reason: ConfirmReason }
  | { kind: 'confirm'; ref: MemberRef; reason: ConfirmReason };

const NOBODY: MemberMatch = { kind: 'nobody' };
/** Names that the console made up for want of one. */
const MADE_UP_NAME = /^尾号\d{4}$/;

const sameName = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && foldText(a) === foldText(b);

function bearsName(member: RosterMember, values: MemberValues): boolean {
  if (!values.name) return true;
  return sameName(values.name, member.name) || sameName(values.name, member.groupNickname);
}

const hasStrongKey = (values: MemberValues) => MEMBER_KEYS.some((key) => values[key] !== undefined);

type Hit = { key: MemberKey; refs: readonly MemberRef[] };

function strongHits(values: MemberValues, roster: Roster): Hit[] {
  const hits: Hit[] = [];
  for (const key of MEMBER_KEYS) {
    const value = values[key];
    if (value === undefined) continue;
    const refs = roster.byKey(key, value);
    if (refs.length > 0) hits.push({ key, refs });
  }
  return hits;
}

/** A stronger key on which row and member both have a say and differ: another person's phone. */
function strongerKeyDiffers(values: MemberValues, member: RosterMember, hit: MemberKey): boolean {
  for (const key of MEMBER_KEYS) {
    if (key === hit) return false;
    const theirs = member[key];
    if (values[key] !== undefined && theirs !== undefined && theirs !== values[key]) return true;
  }
  return false;
}

/** Two back offices may give one number to two people: then neither name nor phone agree. */
function isSomebodyElse(member: RosterMember, values: MemberValues): boolean {
  const isOtherPhone =
    values.phone !== undefined && member.phone !== undefined && values.phone !== member.phone;
  return isOtherPhone && !bearsName(member, values);
}

function judgeHits(values: MemberValues, roster: Roster, hits: readonly Hit[]): MemberMatch {
  const [strongest] = hits;
  const first = strongest?.refs[0];
  if (!strongest || first === undefined) return NOBODY;
  let ref = first;
  if (strongest.refs.length > 1) {
    const named = strongest.refs.filter((candidate) =>
      sameName(roster.get(candidate)?.name, values.name),
    );
    const only = named.length === 1 ? named[0] : undefined;
    if (only === undefined) return { kind: 'confirm', ref, reason: 'several-people' };
    ref = only;
  }
  const member = roster.get(ref);
  if (!member) return NOBODY;
  if (hits.some((hit) => !hit.refs.includes(ref))) {
    return { kind: 'confirm', ref, reason: 'keys-disagree' };
  }
  if (strongerKeyDiffers(values, member, strongest.key)) {
    return { kind: 'confirm', ref, reason: 'keys-disagree' };
  }
  if (strongest.key === 'backOfficeId' && isSomebodyElse(member, values)) {
    return { kind: 'confirm', ref, reason: 'keys-disagree' };
  }
  const isNameProvisional = member.source === 'order' || MADE_UP_NAME.test(member.name);
  const isPhoneAlone = hits.length === 1 && strongest.key === 'phone';
  if (isPhoneAlone && !isNameProvisional && !bearsName(member, values)) {
    return { kind: 'confirm', ref, reason: 'other-name' };
  }
  return { kind: 'same', ref };
}

/** By name, nickname and masked phone: never certain, since names come twice and masks hide digits. */
function weakMatch(values: MemberValues, roster: Roster): MemberMatch {
  const name = values.name ?? values.groupNickname;
  if (!name) return NOBODY;
  const isStrong = hasStrongKey(values);
  for (const ref of roster.byName(foldText(name))) {
    const member = roster.get(ref);
    if (!member) continue;
    const masked = isStrong ? member.phoneMasked : values.phoneMasked;
    const phone = isStrong ? values.phone : member.phone;
    if (masked !== undefined && phone !== undefined) {
      if (fitsMask(phone, masked)) return { kind: 'weak', ref, reason: 'weak-masked' };
      continue;
    }
    if (!isStrong && values.phoneMasked && member.phoneMasked) {
      if (values.phoneMasked === member.phoneMasked) {
        return { kind: 'weak', ref, reason: 'weak-masked' };
      }
      continue;
    }
    // Two people with numbers of their own may share a name.
    if (isStrong && hasStrongKey(member)) continue;
    return { kind: 'weak', ref, reason: 'weak-name' };
  }
  return NOBODY;
}

/**
 * Who of the roster a row speaks of: by the strongest key that hits (企业微信 or union id, back-office
 * id, WeChat id, phone), with every other key and the name as witnesses; else by weak keys.
 */
export function matchMember(values: MemberValues, roster: Roster): MemberMatch {
  const hits = strongHits(values, roster);
  return hits.length > 0 ? judgeHits(values, roster, hits) : weakMatch(values, roster);
}

/**
 * Whose order it is. Receivers bear other names than members do, so a key is enough; two members with
 * one phone are told apart by name. Without a key only a nickname or a masked phone is left: weak.
 */
export function matchBuyer(values: MemberValues, roster: Roster): MemberMatch {
  const strongest = strongHits(values, roster)[0];
  const first = strongest?.refs[0];
  if (strongest && first !== undefined) {
    if (strongest.refs.length === 1) return { kind: 'same', ref: first };
    const named = strongest.refs.filter((ref) => {
      const member = roster.get(ref);
      return member !== undefined && bearsName(member, values);
    });
    const only = named.length === 1 ? named[0] : undefined;
    if (only !== undefined) return { kind: 'same', ref: only };
    return { kind: 'confirm', ref: first, reason: 'several-people' };
  }
  const weak = weakMatch(values, roster);
  const isNameAlone = weak.kind === 'weak' && weak.reason === 'weak-name';
  return isNameAlone && hasStrongKey(values) ? NOBODY : weak;
}
