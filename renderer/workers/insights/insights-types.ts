import type { Rule } from '@shared/domain/rules/rule.schema';

/** One of the workspace's models, as its row in `modelSettings` is called. */
export type ModelName = 'persona' | 'quadrants' | 'rfm' | 'ltv' | 'growth';

/** People and money of one cell; `rule` finds exactly these people again. */
export type PeopleCell = { n: number; netFen: number; rule: Rule };

export type RfmAnswer = {
  today: string;
  /** Members with at least one counted order up to today; scores exist for them alone. */
  buyers: number;
  members: number;
  /** Upper ends of score 1–4 (for r: days, the lowest score first). */
  cuts: { r: number[]; f: number[]; m: number[] };
  /** 25 cells, r 1–5 by f 1–5. */
  grid: (PeopleCell & { r: number; f: number; averageM: number })[];
  /** Named groups (重要价值 …) with share of people and of money. */
  groups: (PeopleCell & { key: string })[];
  /** From the end of last month to today, by named group; people who came since are 'new'. */
  movement: { from: string; to: string; n: number; rule?: Rule }[];
  movementSince: string;
  tookMs: number;
};

export type CohortAnswer = {
  /** By month of first order, oldest first; `active[k]` ordered in the k-th month after. */
  cohorts: { month: string; size: number; active: number[]; rule: Rule; cellRules: Rule[] }[];
  /** Ordered again within 7 days after the first order, of those whose 7 days are over. */
  retention7: RateFigure;
  /** The same within 30 days. */
  repurchase30: RateFigure;
  /** By cohort month. */
  byMonth: { month: string; retention7: RateFigure; repurchase30: RateFigure }[];
  tookMs: number;
};

/** k of n with its 95 % Wilson interval; the rate is absent for n = 0. */
export type RateFigure = { k: number; n: number; low?: number; high?: number; rule: Rule };

export type PersonaAnswer = {
  today: string;
  /** Members with an order within the window; the others are told apart. */
  placed: number;
  members: number;
  bands: {
    frequency: { key: string }[];
    orderValue: { key: string }[];
    category: { key: string }[];
  };
  /** Cells with at least one person. */
  cells: (PeopleCell & { frequency: string; orderValue: string; category: string })[];
  /** The named personas (rules of their own, which may overlap or leave people out). */
  named: (PeopleCell & { key: string; name: { zh: string; en: string }; caseShare?: number })[];
  inNoPersona: PeopleCell;
  tookMs: number;
};

export type QuadrantAnswer = {
  today: string;
  members: number;
  /** Which way the lifetime value was found, and why not the better one. */
  ltvBy: 'bgnbd' | 'plain';
  ltvNotes: string[];
  medianArpuFen: number;
  medianLtvFen: number;
  quadrants: (PeopleCell & {
    key: string;
    arpuFen: number;
    /** Sum over its people of the estimated future value. */
    ltvFen: number;
    /** Share of all net money and of the profit it leaves. */
    shareOfNet: number;
    shareOfProfit: number;
    caseShare?: number;
  })[];
  /** Up to some hundred people for the plot, drawn at random. */
  points: { memberId: string; arpuFen: number; ltvFen: number; quadrant: string }[];
  tookMs: number;
};

export type LtvFit = {
  by: 'bgnbd' | 'plain';
  /** Why the fallback, or what to know about the fit; codes with words in the feature's messages. */
  notes: { code: string; data?: Record<string, number | string> }[];
  customers: number;
  repeatCustomers: number;
  /** How many of them the fit saw. */
  fittedOn: number;
  bgnbd?: {
    r: number;
    alpha: number;
    a: number;
    b: number;
    logLikelihood: number;
    isConverged: boolean;
  };
  gammaGamma?: { p: number; q: number; v: number; correlation: number };
  /** Repeat purchases per customer: seen and expected by the model, by number (0…7+). */
  frequencies: { repeats: number; actual: number; expected: number }[];
  /** Fitted on the time before, tried on the time since: orders expected and seen. */
  holdout?: { days: number; expected: number; actual: number };
  horizonDays: number;
  tookMs: number;
};
