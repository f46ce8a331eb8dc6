import { IDENTITIES, type Identity } from '@shared/domain/members/member.schema';
import {
  doorOf,
  type EntryPerson,
  type IdentityRefusal,
  type InsideCounts,
  isAmong,
  isForbiddenPair,
} from './entry.rules';
import type { Group } from './group.schema';
import type { MemberClass } from './member-class.schema';
import type { PlacementRules } from './placement-settings.schema';

/** Why somebody inside should not be there. `rivals`: how many inside they may not meet. */
export type Misplacement =
  | { reason: IdentityRefusal['reason']; rival?: Identity; rivals?: number }
  | { reason: 'channelDiffers' | 'regionDiffers' };

/**
 * Why a person inside a group is there against the rules, if so. Where two sides of a forbidden pair
 * sit in a group that is for both or for anybody, the smaller side is out of place (both when they
 * are as many). A channel or region that is not known is no mismatch here, nor is an exception that
 * was made by hand.
 */
export function misplacementOf(
  person: EntryPerson & { memberId: string },
  group: Group,
  inside: InsideCounts,
  classes: readonly MemberClass[],
  rules: PlacementRules,
): Misplacement | undefined {
  const door = doorOf(group, classes);
  const { identity, region, channel } = person;
  const isForOthers = door.identities.length > 0 && !door.identities.includes(identity);
  if (identity === 'unknown' && isForOthers && rules.isUnknownBarred) {
    return { reason: 'identityUnknown' };
  }
  const rival = IDENTITIES.filter((other) => isForbiddenPair(rules, identity, other))
    .filter((other) => inside[other] > 0 || (isForOthers && door.identities.includes(other)))
    .find((other) => isForOthers || isSmallerSide(identity, other, door.identities, inside));
  if (rival) {
    const reason = identity === 'consumer' ? 'consumerBarred' : 'identityConflict';
    return { reason, rival, rivals: inside[rival] };
  }
  if (isForOthers) return { reason: 'otherClass' };
  if (group.exceptions?.some(({ memberId }) => memberId === person.memberId)) return undefined;
  if (region && !isAmong(region, door.regions)) return { reason: 'regionDiffers' };
  if (channel && !isAmong(channel, door.channels)) return { reason: 'channelDiffers' };
  return undefined;
}

function isSmallerSide(
  own: Identity,
  rival: Identity,
  named: readonly Identity[],
  inside: InsideCounts,
): boolean {
  if (named.length > 0 && !named.includes(rival)) return false;
  return inside[own] <= inside[rival];
}
