import type { ImportKind } from '../import-batch.schema';
import type { Sheet } from '../sheet';
import { isCounter, openTests, sampleColumn } from './content';
import type { ColumnMapping, ImportField } from './fields';
import type { HeaderRow } from './header';
import { knownHeader } from './header-words';
import { type RememberedColumns, rememberedField } from './memory';

/** Why a column became what it is proposed to be. */
export type MappingReason = 'name' | 'content' | 'memory' | 'none';

export type ProposedMapping = { mapping: ColumnMapping; reasons: MappingReason[] };

/**
 * Proposes the field of every column: as the leader set it the last time for this source, else by
 * its name, and where no name says so by what it holds (a column of eleven-digit mobiles is a phone).
 * Columns are told apart by position, so two of one name are two.
 */
export function proposeMapping(
  sheet: Sheet,
  header: Pick<HeaderRow, 'titles'>,
  rows: Uint32Array,
  kind: ImportKind,
  remembered?: RememberedColumns,
): ProposedMapping {
  const { titles } = header;
  const width = Math.max(titles.length, sheet.columns.length);
  const mapping: ColumnMapping = [];
  const reasons: MappingReason[] = [];
  for (let column = 0; column < width; column++) {
    const byName = knownHeader(titles[column] ?? null, kind)?.field ?? null;
    const byMemory = remembered && rememberedField(remembered, titles, column);
    mapping[column] = byMemory === undefined ? byName : byMemory;
    const isMemory = byMemory !== undefined && byMemory !== byName;
    reasons[column] = isMemory ? 'memory' : byName === null ? 'none' : 'name';
  }
  mapping.forEach((field, column) => {
    if (reasons[column] === 'memory') return;
    const isNumbering = field === 'backOfficeId' || field === 'buyerCode';
    if (isNumbering && isCounter(sampleColumn(sheet, rows, column))) {
      mapping[column] = null;
      reasons[column] = 'none';
    }
  });
  mapByContent({ mapping, reasons }, titles, sheet, rows, kind);
  return { mapping, reasons };
}

function mapByContent(
  { mapping, reasons }: ProposedMapping,
  titles: readonly string[],
  sheet: Sheet,
  rows: Uint32Array,
  kind: ImportKind,
): void {
  for (const { field, isForNameless, test } of openTests(kind, mapping)) {
    const column = mapping.findIndex((taken, place) => {
      if (taken !== null || reasons[place] === 'memory') return false;
      if (isForNameless && (titles[place] ?? '') !== '') return false;
      return test(sampleColumn(sheet, rows, place));
    });
    if (column < 0) continue;
    mapping[column] = field;
    reasons[column] = 'content';
  }
}

/**
 * The columns of each field, best name first. A column whose name says nothing was chosen by hand
 * and goes before the others.
 */
export function columnsByField(
  titles: readonly string[],
  mapping: ColumnMapping,
  kind: ImportKind,
): Map<ImportField, number[]> {
  const ranked = new Map<ImportField, { column: number; rank: number }[]>();
  mapping.forEach((field, column) => {
    if (field === null) return;
    const known = knownHeader(titles[column] ?? null, kind);
    const rank = known?.field === field ? known.rank : -1;
    ranked.set(field, [...(ranked.get(field) ?? []), { column, rank }]);
  });
  return new Map(
    [...ranked].map(([field, columns]) => [
      field,
      columns.sort((a, b) => a.rank - b.rank || a.column - b.column).map(({ column }) => column),
    ]),
  );
}
