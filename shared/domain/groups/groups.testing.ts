import type { Identity } from '@shared/domain/members/member.schema';
import { type InsideCounts, NOBODY_INSIDE } from './entry.rules';
import { type Group, groupSchema } from './group.schema';
import { type MemberClass, memberClassSchema } from './member-class.schema';
import type { GroupRoom, PlacementCandidate } from './placement.rules';

export const classMade = (id: string, patch: Partial<MemberClass> = {}): MemberClass =>
  memberClassSchema.parse({ id, name: id, ...patch });

export const groupMade = (id: string, patch: Partial<Group> = {}): Group =>
  groupSchema.parse({ id, name: id, openedAt: 0, ...patch });

export const roomMade = (
  id: string,
  patch: Partial<Group> = {},
  inside: Partial<InsideCounts> = {},
): GroupRoom => ({ group: groupMade(id, patch), inside: { ...NOBODY_INSIDE, ...inside } });

export const candidate = (
  memberId: string,
  identity: Identity,
  patch: Partial<PlacementCandidate> = {},
): PlacementCandidate => ({ memberId, identity, isApproved: true, insideGroupIds: [], ...patch });
