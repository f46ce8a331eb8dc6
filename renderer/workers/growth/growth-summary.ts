import { guardCsvText } from '@shared/domain/export/guard-text';
import { NO_LEVEL, type PeopleGrowth } from '@shared/domain/growth/growth-figures';
import type { PeopleColumns } from '@shared/domain/people/people-columns';

/** Heads of the columns and names of the levels, in the user's language. */
export type SummaryWords = { heads: readonly string[]; levels: readonly string[] };

const field = (text: string) => {
  const guarded = guardCsvText(text);
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
};

/** Everybody's name, level and points as CSV with a BOM, so that Excel reads it as it is. */
export function summaryCsv(
  columns: PeopleColumns,
  growth: PeopleGrowth,
  { heads, levels }: SummaryWords,
): Uint8Array<ArrayBuffer> {
  const lines = [heads.map(field).join(',')];
  for (let row = 0; row < columns.n; row += 1) {
    const level = growth.level[row] ?? NO_LEVEL;
    if (level === NO_LEVEL) continue;
    const { balance, pending, expiring, standing } = growth;
    const figures = [balance, pending, expiring, standing].map((it) => it[row] ?? 0);
    lines.push(
      [field(columns.text(row, 'name') ?? ''), field(levels[level] ?? ''), ...figures].join(','),
    );
  }
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}
