import type { Rule } from '@shared/domain/rules/rule.schema';

/** People and money of one cell; `rule` finds exactly these people again. */
export type PeopleCell = { n: number; netFen: number; rule: Rule };

/** Something that a reader of the figures should know; each code has words in the feature's messages. */
export type InsightNote = { code: InsightNoteCode; data?: Record<string, number> };

export type InsightNoteCode =
  /** `n` orders are dated after today and left out. */
  | 'future-orders'
  | 'no-buyers'
  /** Everybody has one order day: nothing can be said about coming back. */
  | 'no-repeats'
  /** `n` of the least `needed` people ordered on a second day. */
  | 'few-repeats'
  | 'fit-not-converged'
  /** A parameter ran to its bound: people are alike in this, or nobody leaves. */
  | 'fit-at-edge'
  /** How much people spend goes with how often they buy (`correlation`). */
  | 'money-follows-frequency'
  /** `n` people whose repeat orders brought nothing (refunds) are left out of the money model. */
  | 'nothing-earned'
  /** The money model has no finite mean. */
  | 'no-mean-spend'
  /** Fitted on `n` of `of` people, drawn by lot with a fixed seed. */
  | 'fitted-on-sample'
  | 'asked-for-plain';

export type RfmAnswer = {
  today: string;
  /** Members with at least one counted order up to today; scores exist for them alone. */
  buyers: number;
  members: number;
  /**
   * What parts the scores. f, m: upper ends of scores 1–4. r: days, falling: more days than `r[0]`
   * is score 1, at most `r[3]` days is score 5.
   */
  cuts: { r: number[]; f: number[]; m: number[] };
  /** 25 cells, r 1–5 by f 1–5; money (`netFen`, `averageM`) is that of the settings' window. */
  grid: (PeopleCell & { r: number; f: number; averageM: number })[];
  /** The eight names (RFM_GROUPS), each with its people and their money, empty ones too. */
  groups: (PeopleCell & { key: string })[];
  /**
   * From the end of last month to today, by named group; who had no order then comes from 'new'.
   * The past has no rule: ask `insights.idsOf` for the people.
   */
  movement: { from: string; to: string; n: number }[];
  movementSince: string;
  notes: InsightNote[];
  tookMs: number;
};

export type CohortAnswer = {
  today: string;
  /** By month of first order, oldest first; `active[k]` ordered in the k-th month after. */
  cohorts: { month: string; size: number; active: number[]; rule: Rule; cellRules: Rule[] }[];
  /** Ordered again on a later day within 7 days after the first, of those whose 7 days are over. */
  retention7: RateFigure;
  /** The same within 30 days. */
  repurchase30: RateFigure;
  /** By cohort month. */
  byMonth: { month: string; retention7: RateFigure; repurchase30: RateFigure }[];
  notes: InsightNote[];
  tookMs: number;
};

/**
 * k of n with its 95 % Wilson interval, absent for n = 0. `rule` finds the n; for the k (or those
 * who did not come back) ask `insights.idsOf`.
 */
export type RateFigure = { k: number; n: number; low?: number; high?: number; rule: Rule };

/** People that no rule can name, because they are told by how things were or by their first order. */
export type InsightAsk =
  | { of: 'movement'; from: string; to: string }
  | {
      of: 'return';
      within: 'retention7' | 'repurchase30';
      /** Absent for all months together. */
      month?: string;
      cameBack: boolean;
    };

export type PersonaAnswer = {
  today: string;
  windowDays: number;
  /** Members with an order within the window; the others are told apart. */
  placed: number;
  members: number;
  bands: {
    frequency: { key: string; fromPerWeek: number }[];
    orderValue: { key: string; upToFen?: number }[];
    /** Those that occur, biggest first; 'other' for goods of no known category. */
    category: { key: string }[];
  };
  /** Cells with at least one person. */
  cells: (PeopleCell & { frequency: string; orderValue: string; category: string })[];
  /** The named personas (rules of their own, which may overlap or leave people out). */
  named: (PeopleCell & {
    key: string;
    name: { zh: string; en: string };
    caseShare?: number;
    source?: { zh: string; en: string };
  })[];
  inNoPersona: PeopleCell;
  notes: InsightNote[];
  tookMs: number;
};

export type QuadrantAnswer = {
  today: string;
  members: number;
  /** Members with an order; the shares are of them. */
  buyers: number;
  withoutOrders: PeopleCell;
  /** Which way the lifetime value was found, and why not the better one. */
  ltvBy: 'bgnbd' | 'plain';
  notes: InsightNote[];
  horizonDays: number;
  arpuDays: number;
  /** Over those who bought within `arpuDays`. */
  medianArpuFen: number;
  /** Over everybody with an order. */
  medianLtvFen: number;
  /** All four, empty ones too. `netFen` is the money of the last `arpuDays`. */
  quadrants: (PeopleCell & {
    key: string;
    /** Net money per person over the last `arpuDays`. */
    arpuFen: number;
    /** Sum over its people of the estimated future value. */
    ltvFen: number;
    profitFen: number;
    /** Share of all net money and of the profit; absent where there is none to share. */
    shareOfNet?: number;
    shareOfProfit?: number;
    caseShare: number;
    caseShareOfProfit?: number;
  })[];
  /** Up to some hundred people for the plot, drawn at random with a fixed seed. */
  points: { memberId: string; arpuFen: number; ltvFen: number; quadrant: string }[];
  tookMs: number;
};

export type LtvFit = {
  today: string;
  by: 'bgnbd' | 'plain';
  /** Why the fallback, or what to know about the fit. */
  notes: InsightNote[];
  customers: number;
  repeatCustomers: number;
  /** How many of them the fit saw. */
  fittedOn: number;
  /** Time in days; lengths of time scale `alpha` alone. */
  bgnbd?: {
    r: number;
    alpha: number;
    a: number;
    b: number;
    logLikelihood: number;
    isConverged: boolean;
  };
  /** Money in fen; `correlation` of repeat order days and mean money among repeat customers. */
  gammaGamma?: { p: number; q: number; v: number; correlation: number };
  /** Repeat order days per customer: seen and expected by the model, by number (0…7+); none without a fit. */
  frequencies: { repeats: number; actual: number; expected: number }[];
  /** Fitted on the time before, tried on the time since: repeat order days expected and seen. */
  holdout?: { days: number; from: string; customers: number; expected: number; actual: number };
  horizonDays: number;
  tookMs: number;
};

/** Whom a draft of the persona settings would place where. */
export type PersonaTrial = Pick<PersonaAnswer, 'placed' | 'bands' | 'cells'> & {
  named: { key: string; name: { zh: string; en: string }; n: number }[];
  inNoPersona: number;
};

/** People by quadrant, in the order of QUADRANTS. */
export type QuadrantTrial = { key: string; n: number }[];
