import type { Comparison } from '../session/import-session';

/** Records to confirm that follow the choice for all. */
export function undecidedCount({ summary: { counts }, decided }: Comparison): number {
  return counts.confirm - decided.same - decided.new - decided.skip;
}

/** How many records the plan writes as it is decided now. */
export function writtenCount(comparison: Comparison): number {
  const { choice, decided, summary } = comparison;
  const { create, update } = summary.counts;
  const others = choice === 'skip' ? 0 : undecidedCount(comparison);
  return create + update + decided.same + decided.new + others;
}
