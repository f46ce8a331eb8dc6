import type { DueState } from '@shared/domain/touch/due.rules';
import type { TouchResult } from '@shared/domain/touch/results.rules';

export type StageCounts = Record<DueState, number> & {
  key: string;
  done: number;
  left: number;
};

export type PlanCounts = {
  planId: string;
  stages: StageCounts[];
  /** Members on the plan, with those whom the lot leaves alone. */
  people: number;
  held: number;
  /** Members of this plan for whom two stages or more are open today. */
  crowded: number;
  /** Members who would fit this plan too but are on an older one. */
  elsewhere: number;
};

export type TouchOverview = {
  /** The business day, `YYYY-MM-DD`. */
  today: string;
  plans: PlanCounts[];
  /** Members whose only orders are dated after today, and members without a counted order. */
  inFuture: number;
  withoutOrder: number;
  /** Touches noted on a day after today: this laptop's clock was set back. */
  isClockBack: boolean;
  channels: string[];
  regions: string[];
  tookMs: number;
};

export type TouchQuestion = {
  planId: string;
  stage: string;
  state: DueState;
  channel?: string;
  region?: string;
};

export type TouchLine = {
  memberId: string;
  name: string;
  groupNickname?: string;
  firstDay: string;
  /** The day on which the stage was due. */
  dueDay: string;
  /** What was bought first, shortened. */
  bought: string;
  /** All of the first order's money was given back. */
  isRefunded: boolean;
};

export type TouchPart = { total: number; rows: TouchLine[] };

/** Everybody whom a question finds: packed ids, their number and a few names. */
export type TouchPick = { members: string; count: number; sample: string[] };

export type TouchResults = {
  people: number;
  results: TouchResult[];
  /** Newcomers in a week on average, over the last four weeks. */
  weeklyNewcomers: number;
};
