import type { InsideCounts } from '@shared/domain/groups/entry.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import type { MemberClass } from '@shared/domain/groups/member-class.schema';
import { type Misplacement, misplacementOf } from '@shared/domain/groups/misplacement.rules';
import { withOneMore } from '@shared/domain/groups/placement.rules';
import type { PlacementRules } from '@shared/domain/groups/placement-settings.schema';
import type { Identity } from '@shared/domain/members/member.schema';
import { nameKey } from './name-key';
import { type NicknameViolator, nicknameViolators } from './nickname-template.rules';
import {
  type EntryMatch,
  type MatchCandidate,
  type MatchReason,
  matchEntries,
  type RosterIndex,
  type RosterPlace,
} from './roster-match.rules';
import type { RosterEntry, RosterText } from './roster-parse.rules';

/**
 * What the leader said to an entry, by its key: who it is, that it is somebody new who becomes a
 * member, or that it is to stay unknown.
 */
export type RosterDecision = { memberId: string } | 'new' | 'unknown';
export type RosterDecisions = ReadonlyMap<string, RosterDecision>;

/** What a screen says beside the plan. */
export type RosterSentence =
  | { code: 'overCapacity'; count: number; capacity: number }
  /** Somebody who just came; `misplacedBefore`: somebody who was inside before the list. */
  | { code: 'misplaced' | 'misplacedBefore'; memberId: string; misplacement: Misplacement }
  /** The heading names a group, and several bear this name. */
  | { code: 'sameNameGroups'; name: string; groupIds: string[] }
  /** The heading names another group than the one chosen. */
  | { code: 'otherGroup'; name: string; groupIds: string[] }
  /** The heading speaks of more people than the list has: it was cut off. */
  | { code: 'cutOff'; stated: number; found: number }
  /** So many would have left at once that the list looks incomplete. */
  | { code: 'manyLeft'; left: number; inside: number }
  | { code: 'repeatedNames'; names: string[] }
  | { code: 'olderThanLast'; lastDay: string }
  | { code: 'dissolved' };

/** `by`: what made it sure that it is this person; `chosen`: the leader said so. */
export type RosterPersonOnList = {
  memberId: string;
  nickname: string;
  by: MatchReason | 'chosen';
};

/** Somebody new who becomes a member with the list. */
export type RosterNewcomer = { nickname: string; wechatId?: string; phone?: string };

export type RosterPlan = {
  joined: (RosterPersonOnList & { isBack: boolean })[];
  left: string[];
  stayed: (RosterPersonOnList & { before?: string })[];
  /** To be decided; until then nobody among the candidates counts as having left. */
  undecided: { entry: RosterEntry; candidates: MatchCandidate[] }[];
  unknown: string[];
  /** Nobody on record, said to become members. */
  fresh: RosterNewcomer[];
  /** Entries that are unknown or fresh, to be decided otherwise. */
  strangers: RosterEntry[];
  violators: NicknameViolator[];
  sentences: RosterSentence[];
  /** Names on the list, each line counted. */
  total: number;
  /** The list says what is known already. */
  isUnchanged: boolean;
};

export type RosterWorld = {
  group: Group;
  groups: readonly Group[];
  index: RosterIndex;
  identityOf: (memberId: string) => { identity: Identity; region?: string; channel?: string };
  /** Everybody who is or was in the group. */
  places: readonly RosterPlace[];
  classes: readonly MemberClass[];
  rules: PlacementRules;
  template: string;
  regions: readonly string[];
  /** `YYYY-MM-DD` of this list and of the newest one before. */
  day: string;
  lastDay?: string | undefined;
  /** Unknown names of the newest list before. */
  lastUnknown?: readonly string[] | undefined;
};

/** From so many inside on, more than half of them gone at once is rather a list that was cut off. */
const FEW = 6;

/**
 * What a list says of a group: who came, went, stayed, who is nobody of the roster. Everybody who was
 * inside is in exactly one of `left`, `stayed` and the candidates of `undecided`. Pure: the plan is
 * what the command writes.
 */
export function planRosterList(
  list: RosterText,
  world: RosterWorld,
  decisions: RosterDecisions = new Map(),
): RosterPlan {
  const matches = decided(list.entries, matchEntries(list.entries, world), decisions);
  const places = new Map(world.places.map((it) => [it.memberId, it]));
  const isInside = (id: string) => places.has(id) && places.get(id)?.leftAt === undefined;
  const plan: RosterPlan = {
    joined: [],
    left: [],
    stayed: [],
    undecided: [],
    unknown: [],
    fresh: [],
    strangers: [],
    violators: [],
    sentences: [],
    total: list.entries.reduce((sum, { count }) => sum + count, 0),
    isUnchanged: false,
  };
  const onList = new Set<string>();
  const maybe = new Set<string>();
  for (const [at, entry] of list.entries.entries()) {
    const match = matches[at] ?? { kind: 'unknown' };
    const nickname = entry.name;
    if (match.kind === 'unknown') {
      plan.strangers.push(entry);
      if (decisions.get(entry.key) === 'new') plan.fresh.push(newcomerOf(entry));
      else plan.unknown.push(nickname);
    } else if (match.kind === 'unsure') {
      plan.undecided.push({ entry, candidates: match.candidates });
      for (const { memberId } of match.candidates) maybe.add(memberId);
    } else {
      for (const memberId of match.memberIds) {
        if (onList.has(memberId)) continue;
        onList.add(memberId);
        const place = places.get(memberId);
        const person = { memberId, nickname, by: match.by };
        if (!isInside(memberId)) plan.joined.push({ ...person, isBack: Boolean(place) });
        else plan.stayed.push({ ...person, ...(place?.nickname && { before: place.nickname }) });
      }
    }
  }
  const inside = world.places.filter(({ leftAt }) => leftAt === undefined);
  plan.left = inside
    .map(({ memberId }) => memberId)
    .filter((id) => !onList.has(id) && !maybe.has(id));
  const named = [...plan.stayed, ...plan.joined];
  plan.violators = nicknameViolators(named, world.template, world.regions);
  plan.sentences = sentencesOf(list, plan, world, inside.length);
  const lastUnknown = new Set((world.lastUnknown ?? []).map(nameKey));
  plan.isUnchanged =
    world.lastDay !== undefined &&
    plan.joined.length + plan.left.length + plan.undecided.length + plan.fresh.length === 0 &&
    plan.stayed.every(({ nickname, before }) => nickname === before) &&
    plan.unknown.length === lastUnknown.size &&
    plan.unknown.every((it) => lastUnknown.has(nameKey(it)));
  return plan;
}

function newcomerOf({ name, wechatId, phone }: RosterEntry): RosterNewcomer {
  return { nickname: name, ...(wechatId && { wechatId }), ...(phone && { phone }) };
}

type DecidedMatch =
  | Exclude<EntryMatch, { kind: 'sure' }>
  | { kind: 'sure'; memberIds: string[]; by: MatchReason | 'chosen' };

/** A decision goes before what was found, and takes the person away from other entries. */
function decided(
  entries: readonly RosterEntry[],
  matches: readonly EntryMatch[],
  decisions: RosterDecisions,
): DecidedMatch[] {
  const chosen = new Set(
    [...decisions.values()].flatMap((it) => (typeof it === 'string' ? [] : it.memberId)),
  );
  return matches.map((match, at): DecidedMatch => {
    const said = decisions.get(entries[at]?.key ?? '');
    if (said === 'unknown' || said === 'new') return { kind: 'unknown' };
    if (said) return { kind: 'sure', memberIds: [said.memberId], by: 'chosen' };
    if (match.kind === 'unknown') return match;
    if (match.kind === 'sure') {
      const memberIds = match.memberIds.filter((id) => !chosen.has(id));
      return memberIds.length === 0 ? { kind: 'unknown' } : { ...match, memberIds };
    }
    const candidates = match.candidates.filter(({ memberId }) => !chosen.has(memberId));
    return candidates.length === 0 ? { kind: 'unknown' } : { kind: 'unsure', candidates };
  });
}

function sentencesOf(
  list: RosterText,
  plan: RosterPlan,
  world: RosterWorld,
  before: number,
): RosterSentence[] {
  const { group, groups, lastDay, day } = world;
  const said: RosterSentence[] = [];
  if (group.phase === 'dissolved') said.push({ code: 'dissolved' });
  if (lastDay !== undefined && day < lastDay) said.push({ code: 'olderThanLast', lastDay });
  if (list.title) said.push(...titleSentences(list.title, group, groups));
  if (list.stated !== undefined && list.stated > plan.total) {
    said.push({ code: 'cutOff', stated: list.stated, found: plan.total });
  }
  if (before >= FEW && plan.left.length * 2 > before) {
    said.push({ code: 'manyLeft', left: plan.left.length, inside: before });
  }
  if (plan.total > group.capacity) {
    said.push({ code: 'overCapacity', count: plan.total, capacity: group.capacity });
  }
  const repeated = list.entries.filter(({ count }) => count > 1).map(({ name }) => name);
  if (repeated.length > 0) said.push({ code: 'repeatedNames', names: repeated });
  return [...said, ...misplaced(plan, world)];
}

function titleSentences(title: string, group: Group, groups: readonly Group[]): RosterSentence[] {
  const named = groups.filter(
    (it) => it.phase !== 'dissolved' && nameKey(it.name) === nameKey(title),
  );
  const groupIds = named.map(({ id }) => id);
  if (named.length > 1) return [{ code: 'sameNameGroups', name: title, groupIds }];
  const [only] = named;
  return only && only.id !== group.id ? [{ code: 'otherGroup', name: title, groupIds }] : [];
}

/** Who is in forbidden or foreign company, newcomers first, by the rules that look for the misplaced. */
function misplaced(plan: RosterPlan, world: RosterWorld): RosterSentence[] {
  const { group, classes, rules, identityOf } = world;
  const inside = [...plan.stayed, ...plan.joined].reduce<InsideCounts>(
    (counts, { memberId }) => withOneMore(counts, identityOf(memberId).identity),
    { store: 0, online: 0, consumer: 0, unknown: 0 },
  );
  const among = (people: readonly RosterPersonOnList[], code: 'misplaced' | 'misplacedBefore') =>
    people.flatMap(({ memberId }) => {
      const person = { memberId, ...identityOf(memberId) };
      const misplacement = misplacementOf(person, group, inside, classes, rules);
      return misplacement ? [{ code, memberId, misplacement }] : [];
    });
  return [...among(plan.joined, 'misplaced'), ...among(plan.stayed, 'misplacedBefore')];
}
