import { parseDateCell } from '../cells/date-cell';
import { parseMoneyCell } from '../cells/money-cell';
import { looksLikeMobile } from '../cells/phone-cell';
import { cellText } from '../cells/text-cell';
import type { ImportKind } from '../import-batch.schema';
import { CELL, cellAt, type RawCell, type Sheet } from '../sheet';
import type { ImportField } from './fields';

const SAMPLE_CELLS = 200;
/** Rows looked at for them: a column may be filled here and there only. */
export const SAMPLE_ROWS = 2000;
const MOST = 0.8;

/** Up to 200 filled cells of one column. */
export function sampleColumn(sheet: Sheet, rows: Uint32Array, column: number): RawCell[] {
  const sample: RawCell[] = [];
  const limit = Math.min(rows.length, SAMPLE_ROWS);
  for (let index = 0; index < limit && sample.length < SAMPLE_CELLS; index++) {
    const row = rows[index] ?? 0;
    if (sheet.columns[column]?.kinds[row] === CELL.blank) continue;
    const cell = cellAt(sheet, row, column);
    if (cellText(cell) !== '') sample.push(cell);
  }
  return sample;
}

const isMostly = (cells: RawCell[], test: (cell: RawCell) => boolean) =>
  cells.length > 0 && cells.filter(test).length >= cells.length * MOST;

/** The cells differ from row to row; words such as 消费者 do not. */
const isVaried = (cells: RawCell[], share = 0.5) =>
  new Set(cells.map((cell) => cellText(cell))).size > cells.length * share;

const looksLikeName = (cell: RawCell) =>
  typeof cell === 'string' && /^[\p{Script=Han}·•]{2,6}$/u.test(cellText(cell));

const looksLikeMoment = (cell: RawCell) =>
  cell instanceof Date ||
  (typeof cell === 'string' &&
    /\d[-/.年]\d/.test(cell) &&
    parseDateCell(cell, 'UTC').kind === 'date');

/** Two decimals or a currency: a bare whole number may be anything. */
function looksLikeMoney(cell: RawCell): boolean {
  if (typeof cell === 'number') return !Number.isInteger(cell) && cell > 0 && cell < 1e7;
  if (typeof cell !== 'string' || !/[¥￥元]|\.\d{1,2}$/.test(cell)) return false;
  return parseMoneyCell(cell).kind === 'money';
}

const looksLikeOrderNumber = (cell: RawCell) =>
  /^[A-Za-z]{0,4}\d[\dA-Za-z-]{9,}$/.test(cellText(cell));

type ContentTest = {
  field: ImportField;
  /** Only of columns without any name: a named column of money may be a cost price. */
  isForNameless: boolean;
  unless: readonly ImportField[];
  test: (cells: RawCell[]) => boolean;
};

const isPhone = (cells: RawCell[]) => isMostly(cells, looksLikeMobile);
const isName = (cells: RawCell[]) => isMostly(cells, looksLikeName) && isVaried(cells);

/** What a column without a telling name is taken for by what it holds, most certain first. */
const TESTS: Partial<Record<ImportKind, readonly ContentTest[]>> = {
  members: [
    { field: 'phone', isForNameless: false, unless: [], test: isPhone },
    { field: 'name', isForNameless: false, unless: ['groupNickname'], test: isName },
  ],
  orders: [
    { field: 'receiverPhone', isForNameless: false, unless: ['buyerPhone'], test: isPhone },
    {
      field: 'externalNo',
      isForNameless: true,
      unless: [],
      test: (cells) => isMostly(cells, looksLikeOrderNumber) && !isPhone(cells) && isVaried(cells),
    },
    {
      field: 'orderedAt',
      isForNameless: true,
      unless: [],
      test: (cells) => isMostly(cells, looksLikeMoment),
    },
    {
      field: 'amount',
      isForNameless: true,
      unless: ['lineAmount'],
      test: (cells) => isMostly(cells, looksLikeMoney),
    },
    { field: 'receiver', isForNameless: true, unless: ['buyerName'], test: isName },
  ],
};

/** The tests of a kind that its mapping still leaves open. */
export function openTests(
  kind: ImportKind,
  mapping: readonly (ImportField | null)[],
): readonly ContentTest[] {
  const has = (field: ImportField) => mapping.includes(field);
  return (TESTS[kind] ?? []).filter(({ field, unless }) => !has(field) && !unless.some(has));
}

/** 1, 2, 3 … is a counter of rows, whatever its header says: it identifies nobody. */
export function isCounter(cells: readonly RawCell[]): boolean {
  const first = Number(cellText(cells[0]));
  if (cells.length === 0 || (first !== 0 && first !== 1)) return false;
  return cells.every((cell, index) => Number(cellText(cell)) === first + index);
}
