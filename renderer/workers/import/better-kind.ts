import { SAMPLE_ROWS } from '@shared/domain/import/columns/content';
import { dataRows } from '@shared/domain/import/columns/data-rows';
import { fieldsOf, missingFields } from '@shared/domain/import/columns/fields';
import { findHeader } from '@shared/domain/import/columns/header';
import { proposeMapping } from '@shared/domain/import/columns/mapping';
import { recogniseSource } from '@shared/domain/import/columns/sources';
import { IMPORT_KINDS, type ImportKind } from '@shared/domain/import/import-batch.schema';
import type { Sheet } from '@shared/domain/import/sheet';
import type { ChosenSheet } from './opened-file';

/** How well a sheet serves as a kind: a recognised export first, then whole, then by known columns. */
function fitness(sheet: Sheet, fileName: string, kind: ImportKind): number {
  const header = findHeader(sheet, kind);
  if (!header) return 0;
  if (recogniseSource(header.titles, kind, { sheetName: sheet.name, fileName })) return 1000;
  const rows = dataRows(sheet, header, SAMPLE_ROWS);
  const { mapping } = proposeMapping(sheet, header, rows, kind);
  return missingFields(kind, mapping).length > 0 ? 0 : header.known;
}

/** The kind that the sheet looks like, when that is clearly not the one that was chosen. */
export function betterKind(
  sheet: Sheet,
  fileName: string,
  kind: ImportKind,
  { source, header, proposed }: ChosenSheet,
): ImportKind | undefined {
  if (source) return undefined;
  const isWhole = missingFields(kind, proposed.mapping).length === 0;
  const own = isWhole ? header.known : 0;
  let best: { kind: ImportKind; fit: number } | undefined;
  for (const other of IMPORT_KINDS) {
    if (other === kind || fieldsOf(other).length === 0) continue;
    const fit = fitness(sheet, fileName, other);
    // Orders name people too: a roster is only left for a kind that knows clearly more of it.
    if (fit > own + 2 && fit > (best?.fit ?? 0)) best = { kind: other, fit };
  }
  return best?.kind;
}
