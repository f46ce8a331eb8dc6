import type { Identity } from '@shared/domain/members/member.schema';
import {
  type ClassMismatch,
  classMismatch,
  doorOf,
  type EntryPerson,
  type IdentityRefusal,
  type InsideCounts,
  identityRefusal,
  insideTotal,
} from './entry.rules';
import type { Group } from './group.schema';
import type { MemberClass } from './member-class.schema';
import type { PlacementRules } from './placement-settings.schema';

/** Why a person may not enter a group. Each has its sentence on screen. */
export type PlacementRefusal =
  | 'groupDissolved'
  | 'alreadyInside'
  | 'notApproved'
  | 'groupFull'
  | 'noClass'
  | IdentityRefusal['reason']
  | ClassMismatch;

/** `groupId` and `rival` name who stands in the way, where somebody does. */
export type Refused = {
  memberId: string;
  reason: PlacementRefusal;
  groupId?: string;
  rival?: Identity;
};

export type PlacementCandidate = EntryPerson & {
  memberId: string;
  isApproved: boolean;
  /** Groups that the person is inside now. */
  insideGroupIds: readonly string[];
};

/** Beyond a group's scan limit nobody can join by scanning: people are invited one by one. */
export type EntryWay = 'scan' | 'invite';

/** A group with those inside now. */
export type GroupRoom = { group: Group; inside: InsideCounts };

export function wayIn(group: Pick<Group, 'scanLimit'>, inside: InsideCounts): EntryWay {
  return insideTotal(inside) < group.scanLimit ? 'scan' : 'invite';
}

/**
 * Why this person may not enter this group with these people inside, the gravest reason first.
 * A mismatch of channel or region is passed over when `isMismatchAllowed`; nothing else ever is.
 */
export function entryRefusal(
  candidate: PlacementCandidate,
  { group, inside }: GroupRoom,
  classes: readonly MemberClass[],
  rules: PlacementRules,
  isMismatchAllowed = false,
): Omit<Refused, 'memberId'> | undefined {
  const groupId = group.id;
  if (group.phase === 'dissolved') return { reason: 'groupDissolved', groupId };
  if (candidate.insideGroupIds.includes(groupId)) return { reason: 'alreadyInside', groupId };
  if (!candidate.isApproved) return { reason: 'notApproved' };
  const door = doorOf(group, classes);
  const byIdentity = identityRefusal(candidate.identity, door, inside, rules);
  if (byIdentity) return { ...byIdentity, groupId };
  if (insideTotal(inside) >= group.capacity) return { reason: 'groupFull', groupId };
  const mismatch = isMismatchAllowed ? undefined : classMismatch(candidate, door);
  return mismatch && { reason: mismatch, groupId };
}

export type HandPlan = {
  placed: { memberId: string; way: EntryWay }[];
  refused: Refused[];
};

/**
 * Who of the candidates enters one chosen group, in their order, each seeing those let in before.
 * Nobody is left out without a reason.
 */
export function planByHand(
  candidates: readonly PlacementCandidate[],
  room: GroupRoom,
  classes: readonly MemberClass[],
  rules: PlacementRules,
  isMismatchAllowed = false,
): HandPlan {
  const plan: HandPlan = { placed: [], refused: [] };
  let inside = room.inside;
  for (const candidate of candidates) {
    const now = { group: room.group, inside };
    const refusal = entryRefusal(candidate, now, classes, rules, isMismatchAllowed);
    const { memberId } = candidate;
    if (refusal) {
      plan.refused.push({ memberId, ...refusal });
      continue;
    }
    plan.placed.push({ memberId, way: wayIn(room.group, inside) });
    inside = withOneMore(inside, candidate.identity);
  }
  return plan;
}

export function withOneMore(inside: InsideCounts, identity: Identity): InsideCounts {
  return { ...inside, [identity]: inside[identity] + 1 };
}
