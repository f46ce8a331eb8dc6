import type { InsideCounts } from '@shared/domain/groups/entry.rules';
import type { Membership } from '@shared/domain/groups/group.schema';
import type { Misplacement } from '@shared/domain/groups/misplacement.rules';
import type { Identity } from '@shared/domain/members/member.schema';

/** People inside each group now, counted by identity; a group with nobody inside is absent. */
export type InsideByGroup = Record<string, InsideCounts>;

/** Somebody inside a group, as a list shows them. Times in UTC ms. */
export type Insider = {
  memberId: string;
  name: string;
  /** What they are called inside the group. */
  nickname?: string;
  identity: Identity;
  channel?: string;
  region?: string;
  role: Membership['role'];
  joinedAt: number;
  /** The run that brought them in; absent for those who came by hand or from an import. */
  runId?: string;
};

export type InsiderPart = { total: number; rows: Insider[] };

export type MisplacedRow = Insider & { groupId: string; why: Misplacement };
export type MisplacedPart = {
  total: number;
  /** How many for each reason. */
  byReason: Partial<Record<Misplacement['reason'], number>>;
  rows: MisplacedRow[];
};

/** People of the roster who share the three traits; `''` where it is not known. */
export type TraitCount = { identity: Identity; channel: string; region: string; count: number };
