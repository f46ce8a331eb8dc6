import { IDENTITIES, type Identity } from '@shared/domain/members/member.schema';
import type { Group } from './group.schema';
import type { MemberClass } from './member-class.schema';
import type { PlacementRules } from './placement-settings.schema';

/** What decides about a person at the door of a group. */
export type EntryPerson = {
  identity: Identity;
  channel?: string | undefined;
  region?: string | undefined;
};

/** Whom a group takes; an empty list means any. */
export type GroupDoor = Pick<MemberClass, 'identities' | 'channels' | 'regions'>;

/** People inside a group, counted by their identity. */
export type InsideCounts = Readonly<Record<Identity, number>>;

export const NOBODY_INSIDE: InsideCounts = { store: 0, online: 0, consumer: 0, unknown: 0 };

export function insideTotal(inside: InsideCounts): number {
  return inside.store + inside.online + inside.consumer + inside.unknown;
}

/** Why somebody of this identity may not enter, whoever asks. Nobody may override it. */
export type IdentityRefusal =
  | { reason: 'identityUnknown' }
  /** `rival`: the identity that the group is for or that sits inside. */
  | { reason: 'identityConflict' | 'consumerBarred'; rival: Identity }
  | { reason: 'otherClass' };

/** The group is meant for others, but nobody quarrels: may be overridden with a reason. */
export type ClassMismatch = 'channelDiffers' | 'regionDiffers';

const BUSINESS: readonly Identity[] = ['store', 'online'];

/** Whether the two identities may never share a group; the order says nothing. */
export function isForbiddenPair(rules: PlacementRules, one: Identity, other: Identity): boolean {
  return rules.forbiddenPairs.some(
    ([a, b]) => (a === one && b === other) || (a === other && b === one),
  );
}

/** Whom the group takes: its class says it, else its own identity, channel and region. */
export function doorOf(
  group: Pick<Group, 'classId' | 'identity' | 'channel' | 'region'>,
  classes: readonly MemberClass[],
): GroupDoor {
  const ownClass = group.classId && classes.find(({ id }) => id === group.classId);
  if (ownClass) return ownClass;
  return {
    identities: group.identity === 'unknown' ? [] : [group.identity],
    channels: group.channel ? [group.channel] : [],
    regions: group.region ? [group.region] : [],
  };
}

/**
 * Why somebody of this identity may not share the group with whom it is for and with those inside,
 * if so. A door that names two identities of a forbidden pair lets whoever comes first decide.
 */
export function identityRefusal(
  identity: Identity,
  door: GroupDoor,
  inside: InsideCounts,
  rules: PlacementRules,
): IdentityRefusal | undefined {
  const isNamed = door.identities.includes(identity);
  const isForOthers = door.identities.length > 0 && !isNamed;
  if (identity === 'unknown' && isForOthers && rules.isUnknownBarred) {
    return { reason: 'identityUnknown' };
  }
  const rival = IDENTITIES.find(
    (other) =>
      isForbiddenPair(rules, identity, other) &&
      (inside[other] > 0 || (isForOthers && door.identities.includes(other))),
  );
  if (rival) {
    const isBarred = identity === 'consumer' && BUSINESS.includes(rival);
    return { reason: isBarred ? 'consumerBarred' : 'identityConflict', rival };
  }
  return isForOthers ? { reason: 'otherClass' } : undefined;
}

/** What of the person is not what the group is meant for, beside the identity. */
export function classMismatch(person: EntryPerson, door: GroupDoor): ClassMismatch | undefined {
  if (!isAmong(person.region, door.regions)) return 'regionDiffers';
  if (!isAmong(person.channel, door.channels)) return 'channelDiffers';
  return undefined;
}

/** An empty list means any; somebody of whom it is not known is in no list. */
export function isAmong(value: string | undefined, list: readonly string[]): boolean {
  return list.length === 0 || (value !== undefined && list.includes(value));
}
