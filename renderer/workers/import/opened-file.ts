import { cellText } from '@shared/domain/import/cells/text-cell';
import { SAMPLE_ROWS } from '@shared/domain/import/columns/content';
import { dataRows } from '@shared/domain/import/columns/data-rows';
import { missingFields } from '@shared/domain/import/columns/fields';
import { findHeader, type HeaderRow, titlesOf } from '@shared/domain/import/columns/header';
import { isSequenceNumber } from '@shared/domain/import/columns/header-words';
import {
  columnsByField,
  type ProposedMapping,
  proposeMapping,
} from '@shared/domain/import/columns/mapping';
import type { RememberedColumns } from '@shared/domain/import/columns/memory';
import { type RecognisedSource, recogniseSource } from '@shared/domain/import/columns/sources';
import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import { campaignFromFileName, dayFromFileName } from '@shared/domain/import/plan/file-name';
import { cellAt, rowCells, type Sheet } from '@shared/domain/import/sheet';
import { ExpectedError } from '@shared/lib/errors';
import { betterKind } from './better-kind';
import type { OpenedFile } from './import-types';

/** A file in the worker's memory: what was read and what was made of it so far. */
export type HeldFile = {
  name: string;
  hash: string;
  /** UTC ms when the file was last written. */
  modifiedAt: number;
  encoding: string | undefined;
  sheets: Sheet[];
};

/** `rows`: the records' rows, 0-based. */
export type ChosenSheet = {
  sheet: Sheet;
  header: HeaderRow;
  rows: Uint32Array;
  source: RecognisedSource | undefined;
  /** What the columns would be if nothing were remembered of this source. */
  proposed: ProposedMapping;
};

const SHOWN_ROWS = 6;
const NAMELESS: HeaderRow = { rowIndex: -1, titles: [], known: 0 };

/** The sheet with the most known columns; of equals the one with the most rows. Hidden ones last. */
function bestSheet(sheets: readonly Sheet[], kind: ImportKind): number {
  const isSeen = sheets.some((sheet) => sheet.visibility === 'visible');
  let best = { index: -1, known: 0, rows: 0 };
  sheets.forEach((sheet, index) => {
    if (isSeen && sheet.visibility !== 'visible') return;
    const known = findHeader(sheet, kind)?.known ?? 0;
    const isBetter = known > best.known || (known === best.known && sheet.rowCount > best.rows);
    if (best.index < 0 || isBetter) best = { index, known, rows: sheet.rowCount };
  });
  return Math.max(0, best.index);
}

/**
 * A header without one known name still serves when its columns tell by content what they hold, and
 * so does a sheet that begins with its first record.
 */
function headerByContent(sheet: Sheet, kind: ImportKind): HeaderRow | undefined {
  for (let rowIndex = 0; rowIndex < Math.min(sheet.rowCount, 20); rowIndex++) {
    const cells = rowCells(sheet, rowIndex);
    const names = cells.filter((cell) => typeof cell === 'string' && !/\d{4}/.test(cell));
    if (names.length < 2 || names.length < cells.length * 0.6) continue;
    const header = { rowIndex, titles: titlesOf(cells), known: 0 };
    if (isEnough(sheet, header, kind)) return header;
  }
  return isEnough(sheet, NAMELESS, kind) ? NAMELESS : undefined;
}

function isEnough(sheet: Sheet, header: HeaderRow, kind: ImportKind): boolean {
  const rows = dataRows(sheet, header, SAMPLE_ROWS);
  const { mapping, reasons } = proposeMapping(sheet, header, rows, kind);
  const found = reasons.filter((reason) => reason === 'content').length;
  return missingFields(kind, mapping).length === 0 && (kind !== 'members' || found >= 1);
}

/** Picks the sheet and finds its header; refuses a file that has neither. */
export function chooseSheet(
  file: HeldFile,
  kind: ImportKind,
  wished: number | undefined,
): { chosen: ChosenSheet; sheetIndex: number } {
  const sheetIndex = wished ?? bestSheet(file.sheets, kind);
  const sheet = file.sheets[sheetIndex];
  const header = sheet && (findHeader(sheet, kind) ?? headerByContent(sheet, kind));
  if (!sheet || !header) throw new ExpectedError('import-no-header', { file: file.name });
  const rows = dataRows(sheet, header);
  if (rows.length === 0) throw new ExpectedError('import-no-rows', { file: file.name });
  const hints = { sheetName: sheet.name, fileName: file.name };
  const source = recogniseSource(header.titles, kind, hints);
  const proposed = proposeMapping(sheet, header, rows, kind);
  return { chosen: { sheet, header, rows, source, proposed }, sheetIndex };
}

/** What the window shows of a file before it is planned. */
export function describeFile(
  file: HeldFile,
  kind: ImportKind,
  sheetIndex: number,
  chosen: ChosenSheet,
  remembered: RememberedColumns | undefined,
  zone: string,
): Omit<OpenedFile, 'sameFileAt'> {
  const { sheet, header, rows, source } = chosen;
  const { mapping, reasons } = remembered
    ? proposeMapping(sheet, header, rows, kind, remembered)
    : chosen.proposed;
  const columns = columnsByField(header.titles, mapping, kind);
  const numberTitle = header.titles[columns.get('externalNo')?.[0] ?? -1];
  const tellsTime = kind !== 'orders' || columns.has('orderedAt');
  const campaign = isSequenceNumber(numberTitle) ? campaignFromFileName(file.name) : undefined;
  return {
    fileName: file.name,
    kind,
    encoding: file.encoding,
    sheets: file.sheets.map(({ name, rowCount, visibility }) => ({ name, rowCount, visibility })),
    sheetIndex,
    source,
    headerRow: header.rowIndex + 1,
    titles: Array.from(mapping, (_, column) => header.titles[column] ?? ''),
    mapping,
    reasons,
    betterKind: betterKind(sheet, file.name, kind, chosen),
    sample: [...rows.subarray(0, SHOWN_ROWS)].map((row) =>
      Array.from(mapping, (_, column) => cellText(cellAt(sheet, row, column))),
    ),
    dataRowCount: rows.length,
    missing: missingFields(kind, mapping),
    campaign: kind === 'orders' && !columns.has('campaign') ? campaign : undefined,
    assumedAt: tellsTime ? undefined : (dayFromFileName(file.name, zone) ?? file.modifiedAt),
  };
}
