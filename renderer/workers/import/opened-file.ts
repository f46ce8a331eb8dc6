import { cellText } from '@shared/domain/import/cells/text-cell';
import { dataRows } from '@shared/domain/import/columns/data-rows';
import { missingFields } from '@shared/domain/import/columns/fields';
import { findHeader, type HeaderRow } from '@shared/domain/import/columns/header';
import { isSequenceNumber } from '@shared/domain/import/columns/header-words';
import { columnsByField, proposeMapping } from '@shared/domain/import/columns/mapping';
import { recogniseSource } from '@shared/domain/import/columns/sources';
import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import { campaignFromFileName, dayFromFileName } from '@shared/domain/import/plan/file-name';
import type { DataRow, RawSheet } from '@shared/domain/import/sheet';
import { ExpectedError } from '@shared/lib/errors';
import type { OpenedFile } from './import-types';

/** A file in the worker's memory: what was read and what was made of it so far. */
export type HeldFile = {
  name: string;
  hash: string;
  /** UTC ms when the file was last written. */
  modifiedAt: number;
  encoding: string | undefined;
  sheets: RawSheet[];
};

export type ChosenSheet = { sheet: RawSheet; header: HeaderRow; rows: DataRow[] };

const SAMPLE_ROWS = 6;

/** The sheet with the most known columns; of equals the one with the most rows. */
function bestSheet(sheets: readonly RawSheet[], kind: ImportKind): number {
  const scores = sheets.map((sheet) => findHeader(sheet, kind)?.known ?? 0);
  const best = Math.max(...scores);
  if (best === 0) return -1;
  return sheets.reduce((chosen, sheet, index) => {
    if (scores[index] !== best) return chosen;
    return chosen < 0 || sheet.rows.length > (sheets[chosen]?.rows.length ?? 0) ? index : chosen;
  }, -1);
}

/** A header without one known name still serves when its columns tell by content what they hold. */
function headerByContent(sheet: RawSheet, kind: ImportKind): HeaderRow | undefined {
  if (kind !== 'members') return undefined;
  const rowIndex = sheet.rows.findIndex(
    (row) => row.filter((cell) => typeof cell === 'string' && !/\d{4}/.test(cell)).length >= 2,
  );
  if (rowIndex < 0) return undefined;
  const titles = (sheet.rows[rowIndex] ?? []).map((cell) => cellText(cell));
  const header = { rowIndex, titles, known: 0 };
  const mapping = proposeMapping(titles, dataRows(sheet, header), kind);
  return mapping.includes('phone') ? header : undefined;
}

/** Picks the sheet and finds its header; refuses a file that has neither. */
export function chooseSheet(
  file: HeldFile,
  kind: ImportKind,
  wished: number | undefined,
): { chosen: ChosenSheet; sheetIndex: number } {
  const sheetIndex = wished ?? Math.max(0, bestSheet(file.sheets, kind));
  const sheet = file.sheets[sheetIndex];
  const header = sheet && (findHeader(sheet, kind) ?? headerByContent(sheet, kind));
  if (!sheet || !header) throw new ExpectedError('import-no-header', { file: file.name });
  const rows = dataRows(sheet, header);
  if (rows.length === 0) throw new ExpectedError('import-no-rows', { file: file.name });
  return { chosen: { sheet, header, rows }, sheetIndex };
}

/** What the window shows of a file before it is planned. */
export function describeFile(
  file: HeldFile,
  kind: ImportKind,
  sheetIndex: number,
  { header, rows }: ChosenSheet,
  zone: string,
): Omit<OpenedFile, 'sameFileAt'> {
  const mapping = proposeMapping(header.titles, rows, kind);
  const columns = columnsByField(header.titles, mapping, kind);
  const numberTitle = header.titles[columns.get('externalNo')?.[0] ?? -1];
  const tellsTime = kind === 'members' || columns.has('orderedAt');
  const campaign = isSequenceNumber(numberTitle) ? campaignFromFileName(file.name) : undefined;
  return {
    fileName: file.name,
    kind,
    encoding: file.encoding,
    sheets: file.sheets.map((sheet) => ({
      name: sheet.name,
      rowCount: sheet.rows.length,
      visibility: 'visible' as const,
    })),
    sheetIndex,
    source: recogniseSource(header.titles, kind),
    headerRow: header.rowIndex + 1,
    titles: Array.from(mapping, (_, column) => header.titles[column] ?? ''),
    mapping,
    reasons: mapping.map((field) => (field === null ? 'none' : 'name')),
    betterKind: undefined,
    sample: rows
      .slice(0, SAMPLE_ROWS)
      .map((row) => Array.from(mapping, (_, column) => cellText(row.cells[column]))),
    dataRowCount: rows.length,
    missing: missingFields(kind, mapping),
    campaign: kind === 'orders' && !columns.has('campaign') ? campaign : undefined,
    assumedAt: tellsTime ? undefined : (dayFromFileName(file.name, zone) ?? file.modifiedAt),
  };
}
