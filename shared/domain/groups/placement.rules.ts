import type { Identity } from '@shared/domain/members/member.schema';
import { assertNever } from '@shared/lib/errors';
import type { Group } from './group.schema';

/** Why a person may not enter a group. Each has its sentence on screen. */
export type PlacementRefusal =
  | 'groupDissolved'
  | 'alreadyInside'
  | 'notApproved'
  | 'identityUnknown'
  | 'consumerBarred'
  | 'identityConflict'
  | 'otherClass'
  | 'groupFull';

/** People inside a group, counted by their identity. */
export type InsideCounts = Readonly<Record<Identity, number>>;

export const NOBODY_INSIDE: InsideCounts = { store: 0, online: 0, consumer: 0, unknown: 0 };

export type PlacementCandidate = {
  memberId: string;
  identity: Identity;
  isApproved: boolean;
  isInside: boolean;
};

/** Shops with a door and sellers from the phone fight over the same customers. */
const RIVAL: Partial<Record<Identity, Identity>> = { store: 'online', online: 'store' };

const isBusiness = (identity: Identity) => identity === 'store' || identity === 'online';

export function insideTotal(inside: InsideCounts): number {
  return inside.store + inside.online + inside.consumer + inside.unknown;
}

/** Why nobody of this identity may enter this group with these people inside, if so. */
export function classRefusal(
  identity: Identity,
  group: Pick<Group, 'identity'>,
  inside: InsideCounts,
): PlacementRefusal | undefined {
  switch (identity) {
    case 'unknown':
      return group.identity === 'unknown' ? undefined : 'identityUnknown';
    case 'consumer':
      if (isBusiness(group.identity)) return 'consumerBarred';
      break;
    case 'store':
    case 'online': {
      const rival = RIVAL[identity];
      if (rival && (group.identity === rival || inside[rival] > 0)) return 'identityConflict';
      break;
    }
    default:
      return assertNever(identity, 'classRefusal');
  }
  const isMeantForOthers = group.identity !== 'unknown' && group.identity !== identity;
  return isMeantForOthers ? 'otherClass' : undefined;
}

export type PlacementPlan = {
  placed: string[];
  refused: { memberId: string; reason: PlacementRefusal }[];
};

/**
 * Who of the candidates enters the group, in their order, each seeing those placed before: 实体门店
 * and 微商/网商 never share a group, consumers never enter a business group, somebody unknown is
 * audited before entering a group of a class, and nobody enters beyond the capacity. Nobody is left
 * out without a reason.
 */
export function planPlacement(
  candidates: readonly PlacementCandidate[],
  group: Pick<Group, 'identity' | 'capacity' | 'phase'>,
  inside: InsideCounts,
): PlacementPlan {
  const plan: PlacementPlan = { placed: [], refused: [] };
  const now = { ...inside };
  for (const candidate of candidates) {
    const reason = refusalOf(candidate, group, now);
    if (reason) {
      plan.refused.push({ memberId: candidate.memberId, reason });
      continue;
    }
    now[candidate.identity] += 1;
    plan.placed.push(candidate.memberId);
  }
  return plan;
}

function refusalOf(
  candidate: PlacementCandidate,
  group: Pick<Group, 'identity' | 'capacity' | 'phase'>,
  inside: InsideCounts,
): PlacementRefusal | undefined {
  if (group.phase === 'dissolved') return 'groupDissolved';
  if (candidate.isInside) return 'alreadyInside';
  if (!candidate.isApproved) return 'notApproved';
  const byClass = classRefusal(candidate.identity, group, inside);
  if (byClass) return byClass;
  return insideTotal(inside) >= group.capacity ? 'groupFull' : undefined;
}
