import type { Baseline } from '@shared/domain/content-results/baseline.rules';

/** Which sendings: items whose day lies between these (both included). `nowMs`: the clock. */
export type CreditQuestion = { from: string; to: string; windowHours: number; nowMs: number };

/** Money in fen, net of refunds. */
export type OrderSum = { orders: number; netFen: number };

export type GroupCredit = OrderSum & { groupId: string; buyers: number };

/** What was credited to an item, and what is needed to judge it. */
export type ItemCredit = OrderSum & {
  buyers: number;
  /** People who were in the groups when it went out, each once. */
  people: number;
  /** In how many groups it went out; all groups at once count each group that had members then. */
  sends: number;
  /** First sending, UTC ms. */
  sentAt: number;
  /** The window is not over yet. */
  isOpen: boolean;
  byGroup: GroupCredit[];
  /** Orders of these groups in the same hours of the weeks before; absent where nothing is known. */
  baseline?: Baseline;
};

export type CreditAnswer = {
  items: Record<string, ItemCredit>;
  /** Orders of the period's days: `toItems` + `toOthers` (sent before it) + `toNone`. */
  period: { all: OrderSum; toItems: OrderSum; toOthers: OrderSum; toNone: OrderSum };
  /** No group has members on record: what went to all groups counts for every buyer. */
  isEverybody: boolean;
  /** How many orders were looked at. */
  seen: number;
};

export type SalesQuestion = { from: string; to: string; words: Record<string, string[]> };
