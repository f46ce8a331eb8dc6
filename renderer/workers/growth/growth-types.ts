import type { ArpuFigure, ArpuRatio } from '@shared/domain/growth/arpu.rules';
import type { GrowthLedger } from '@shared/domain/growth/growth-ledger';
import type {
  GrowthLevel,
  GrowthSettings,
  GrowthVersion,
} from '@shared/domain/growth/growth-settings.schema';
import type { Rule } from '@shared/domain/rules/rule.schema';

export type LevelFigures = GrowthLevel & {
  n: number;
  /** Net money per person over the last year. */
  arpu: ArpuFigure;
  /** This level and all above against the rest; absent for the lowest. */
  ratio?: ArpuRatio;
  rule: Rule;
};

export type GrowthPerson = { id: string; name: string; level: number; points: number };

export type GrowthOverview = {
  /** `YYYY-MM-DD`. */
  today: string;
  members: number;
  levels: LevelFigures[];
  /** Points that may be spent now, over everybody who has any. */
  balance: number;
  holders: number;
  pending: number;
  /** Of the balance, what runs out within 30 days. */
  expiring: number;
  /** Points that refunds took back after they were spent, and how many people owe them. */
  owed: number;
  debtors: number;
  /** Fewest points missing first. */
  nearlyUp: { n: number; people: GrowthPerson[] };
  /** Most points first. */
  soonGone: { n: number; people: GrowthPerson[] };
  settings: GrowthSettings;
  /** Nobody has set the rules up yet: the console's proposal is in force. */
  isProposal: boolean;
  tookMs: number;
};

export type RuleDraft = {
  earning?: Omit<GrowthVersion, 'from'>;
  levels: GrowthLevel[];
  downgrade: GrowthSettings['downgrade'];
};

/** What saving a draft would do today. */
export type RuleTrial = {
  members: number;
  /** People whose level changes; keys of the levels before and after. */
  moves: { from: string; to: string; n: number }[];
  up: number;
  down: number;
  balanceBefore: number;
  balanceAfter: number;
};

export type MemberLedger = GrowthLedger & { levelKey: string; levelName?: string };
