import type { Comparison } from '../session/import-session';

/** How many records the plan writes as it is decided now. */
export function writtenCount({ summary: { counts }, choice }: Comparison): number {
  return counts.create + counts.update + (choice === 'skip' ? 0 : counts.confirm);
}
