import type { ActivityFacts } from '@shared/domain/group-life/transfer-people.rules';
import type { Identity } from '@shared/domain/members/member.schema';

export type TransferQuestion = {
  /** The group that people are to leave. */
  groupId: string;
  /** How far back their activity is counted. */
  weeks: number;
  /** Up to the day that it is then. */
  nowMs: number;
  /** These people, whether inside or not; without it everybody inside now. */
  memberIds?: string[];
};

/** Somebody of the group with what they did there. */
export type TransferPerson = ActivityFacts & {
  name: string;
  /** What the group calls them, else what any group does. */
  nickname?: string;
  identity: Identity;
  channel?: string;
  region?: string;
  /** Groups they are inside now. */
  insideGroupIds: string[];
};

export type TransferPeople = {
  /** `YYYY-MM-DD`, both included. */
  fromDay: string;
  toDay: string;
  /** Whether anything of the kind is on record in these days at all, of anybody. */
  hasOrders: boolean;
  hasInteractions: boolean;
  people: TransferPerson[];
};
