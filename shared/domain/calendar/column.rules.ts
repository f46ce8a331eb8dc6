import { daysBetween } from '@shared/lib/time';
import type { ContentColumn } from './content.schema';

/** How often a column is planned in a span of days, and how often its cadence asks for. */
export type ColumnUse = {
  columnId: string;
  planned: number;
  /** Cadence × days ÷ 7, rounded to the nearest; absent for columns without a cadence. */
  wanted?: number;
};

/** Counts the items of `firstDay` to `lastDay` (`YYYY-MM-DD`, both included) by column. */
export function columnUses(
  columns: readonly ContentColumn[],
  items: readonly { date: string; columnId?: string | undefined }[],
  firstDay: string,
  lastDay: string,
): ColumnUse[] {
  const counts = new Map<string, number>();
  for (const { date, columnId = '' } of items) {
    if (date < firstDay || date > lastDay) continue;
    counts.set(columnId, (counts.get(columnId) ?? 0) + 1);
  }
  const days = daysBetween(firstDay, lastDay) + 1;
  return columns.map(({ id, perWeek }) => ({
    columnId: id,
    planned: counts.get(id) ?? 0,
    ...(perWeek !== undefined && { wanted: Math.round((perWeek * days) / 7) }),
  }));
}

/** The columns that can be chosen: archived ones are named where they stand, but no longer offered. */
export function offeredColumns<Column extends Pick<ContentColumn, 'id' | 'isArchived'>>(
  columns: readonly Column[],
  chosenId?: string | null,
): Column[] {
  return columns.filter(({ id, isArchived }) => isArchived !== true || id === chosenId);
}
