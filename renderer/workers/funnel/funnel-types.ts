import type { FunnelBar } from '@shared/domain/funnel/funnel.rules';
import type { StepDefinition } from '@shared/domain/sop/sop.schema';

/**
 * What a funnel speaks of: runs of one flow, or everything of a flow's runs between two days
 * (inclusive, `YYYY-MM-DD` in the workspace's zone). In a period only what happened in it counts,
 * whichever run it belongs to; events that name no run count too.
 */
export type FunnelScope =
  | { of: 'runs'; runIds: string[] }
  | { of: 'period'; templateKey: string; fromDay: string; toDay: string };

/** Where a step's count comes from. */
export const STEP_SOURCES = ['typed', 'imported', 'events', 'records'] as const;
export type StepSource = (typeof STEP_SOURCES)[number];

export type FunnelQuestion = {
  scope: FunnelScope;
  /**
   * By position: the longest way from the step before, in ms, where not as the flow says; null: any
   * time.
   */
  windowMs?: Record<number, number | null>;
  /** By position: whether it may be left out, where not as the flow says. */
  optional?: Record<number, boolean>;
  /** By position: the source to read, where not the first that has something. */
  source?: Record<number, StepSource>;
  /** UTC ms; now where absent. */
  nowMs?: number;
};

export const FUNNEL_DIMENSIONS = [
  'placement',
  'channel',
  'region',
  'identity',
  'variant',
  'run',
  'week',
] as const;
export type FunnelDimension = (typeof FUNNEL_DIMENSIONS)[number];

/** Which of several values is a person's: that of their first or of their last event in the scope. */
export const ATTRIBUTIONS = ['first', 'last'] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];

export type Bilingual = { zh: string; en: string };

/** One step: who says what, and the bar to draw. */
export type FunnelStep = {
  position: number;
  title: Bilingual;
  tool: string;
  unit: StepDefinition['metric']['unit'];
  isOptional: boolean;
  windowMs?: number;
  redLineRate?: number;
  /** Absent where nothing is known of the step. */
  source?: StepSource;
  /** What makes the count up: one part, or several where runs were counted in several ways. */
  parts: { source: StepSource; count: number; runs: number }[];
  /** Whether single people are known behind the count: lists, times and the order rest on that. */
  hasPeople: boolean;
  /** What the sources that were not taken say. */
  others: { source: StepSource; count: number }[];
  bar: FunnelBar;
};

/** From the last required step before where single people are known; times of each person's first chain. */
export type StepTime = {
  position: number;
  from: number;
  /** People whose way between the two is known. */
  n: number;
  medianMs?: number;
  p90Ms?: number;
};

/** What does not add up or should be known when reading; counted, never corrected in silence. */
export const FUNNEL_REMARKS = [
  /** More people than at the step that it is compared with (`data.before`, `data.from`). */
  'moreThanBefore',
  /** A stored count is negative or no whole number. */
  'notACount',
  /** Events earlier than the start of their run (examples: subjects). They count. */
  'beforeRun',
  /** People with a later step earlier than the one before it; what is out of order does not count. */
  'outOfOrder',
  /** People who have events of the step at `position`, but not within its window. */
  'outsideWindow',
  /** People with a later step who have no event of the required one at `position`. */
  'stepMissing',
  /** One subject's events name several members; the first one stands (examples: subjects). */
  'severalMembers',
  /** Several subjects are one member, counted once (examples: member ids). */
  'severalSubjects',
  /** One member under several subjects that no event joins: counted as several (examples: members). */
  'splitMembers',
  /** People whose subject fits several members; taken for none of them (examples: subjects). */
  'severalMatches',
  /** Events later than now. They count. */
  'inFuture',
  /** The newest stored change is later than this laptop's clock (`data.aheadMs`). */
  'clockBack',
  /** A required step without any count between or after counted ones. */
  'noCount',
  /** Events of steps that the flow does not have (`data.step`). */
  'unknownStep',
  /** Runs of the scope follow several versions of the flow; the newest one's steps are shown. */
  'severalVersions',
  /** The flow has a newer version than the runs follow (`data.version`, `data.newest`). */
  'newerVersion',
  /** No step has a target. */
  'noTargets',
  /** Events that name no run and lie in the period. They count. */
  'withoutRun',
  /** Events whose subject is no member that the console knows; no region or identity for them. */
  'unknownPeople',
  /** Members placed without an approved audit where the audit is a required step. */
  'placedUnaudited',
  /** Several sources disagree about a step (`data.taken`, `data.other`). */
  'sourcesDiffer',
] as const;
export type FunnelRemark = {
  code: (typeof FUNNEL_REMARKS)[number];
  position?: number;
  count: number;
  /** At most five. */
  examples: string[];
  data?: Record<string, number | string>;
};

export type FunnelAnswer = {
  steps: FunnelStep[];
  times: StepTime[];
  remarks: FunnelRemark[];
  /** People with events in the scope, and those events. */
  people: number;
  events: number;
  runs: { id: string; title: string; templateVersion: number; startedAt: number }[];
  nowMs: number;
  tookMs: number;
};

export type FunnelGroup = {
  /** Absent: people or sums without the value. A run's id, a Monday (`YYYY-MM-DD`) for a week. */
  value?: string;
  people: number;
  steps: { position: number; bar: FunnelBar }[];
};

export type FunnelBreakdown = {
  by: FunnelDimension;
  attribution: Attribution;
  /** By people or, without events, by the first count; the value that is absent comes last. */
  groups: FunnelGroup[];
  /**
   * People who have several values and were given one by the attribution; for runs, each of which is
   * a funnel of its own, those who count in several.
   */
  severalValues: number;
  /** Positions whose source does not tell this value: they have no bars in the groups. */
  untold: number[];
  tookMs: number;
};

/**
 * People of a step: `reached` it; `notNext` of them who have not reached the next required step
 * where people are known; parted into `onTheWay`, whose window is still open, and `dropped`.
 */
export const STEP_PEOPLE = ['reached', 'notNext', 'onTheWay', 'dropped'] as const;
export type StepPeople = (typeof STEP_PEOPLE)[number];

export type PeopleQuestion = {
  funnel: FunnelQuestion;
  position: number;
  people: StepPeople;
  /** Only those with this value, as in the breakdown. */
  within?: { by: FunnelDimension; attribution: Attribution; value?: string };
  /** Go on after this row's `key`. */
  after?: string;
  limit?: number;
};

export type PersonAtStep = {
  /** For paging. */
  key: string;
  subject?: string;
  memberId?: string;
  /** UTC ms since when they stand there: the last time they reached the step. */
  since: number;
  /** UTC ms at which the window closes or closed. */
  until?: number;
};

export type PeopleAnswer = {
  total: number;
  /** How many of the total are members that the console knows. */
  members: number;
  /** The step that they have not reached. */
  next?: number;
  onTheWay: number;
  dropped: number;
  /** Longest waiting first. */
  rows: PersonAtStep[];
  more: boolean;
};
