import type { Explained, RuleRemark } from '@shared/domain/rules/engine-types';

/** How many fit a rule. `of`: everybody there is. `today`: the day asked for, `YYYY-MM-DD`. */
export type RuleCount = { n: number; of: number; today: string; remarks: RuleRemark[] };

/** A person as a sample or a list shows them. */
export type PersonLine = {
  id: string;
  name: string;
  identity: string;
  orderCount: number;
  netFen: number;
  /** UTC ms. */
  lastOrderAt?: number;
};

/** Who fits a rule today and did not fit `days` days ago, and the other way round. */
export type RuleDrift = { days: number; came: number; went: number; before: number; now: number };

export type RuleExplanation = { name: string; explained: Explained };

/** What rules would change if this one were switched on or changed. */
export type TagTrial = {
  n: number;
  of: number;
  gained: number;
  lost: number;
  gainedSample: PersonLine[];
  lostSample: PersonLine[];
  remarks: RuleRemark[];
};

export type TagFigures = {
  /** Members carrying each tag by rule; tags nobody carries are absent. */
  byRule: Record<string, number>;
  /** The same by hand, import, flow and model. */
  byHand: Record<string, number>;
  /** UTC ms at which the rules were last worked out; absent before the first time. */
  workedOutAt?: number;
  /** What that took, in ms, and over how many members. */
  tookMs?: number;
  members: number;
  /** Tags whose rule could not be worked out, and why. */
  failed: { tagId: string; remark: RuleRemark }[];
};

export type CarriedTag = {
  tagId: string;
  source: 'hand' | 'rule' | 'import' | 'flow' | 'model';
  /** UTC ms for assignments; the start of the day for rules. */
  since: number;
  expiresAt?: number;
  confidence?: number;
  reason?: string;
};

export type TagLogLine = { tagId: string; at: number; isOn: boolean };

/** Figures about the data themselves that a reader of any number should know. */
export type DataRemarks = {
  /** Orders dated after today. */
  futureOrders: number;
  /** Orders refunded by more than was paid. */
  refundsAboveAmount: number;
  membersWithoutOrders: number;
  membersWithOneOrder: number;
};
