import type { ExportColumn, ExportValue } from '@shared/domain/export/export-column';
import { pickColumns } from '@shared/domain/export/export-lists';
import { maskMobiles, maskPhone } from '@shared/domain/export/mask-text';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import type { Workspace } from '@shared/domain/workspace/workspace.schema';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import { CsvWriter } from './csv-writer';
import type { ExportedFile, ExportJob, ExportProgress } from './export-types';
import { allLists } from './lists/all-lists';
import type { ListSource } from './lists/list-source';
import { readStored } from './stored-tables';
import type { TableSpec } from './table-writer';
import { XlsxWriter } from './xlsx/xlsx-writer';

const ITEMS_AT_ONCE = 1000;

type Cell = (item: number, line: number) => ExportValue;

/** One column's way from a record to its cell, through the mask where phones are to be hidden. */
function cellOf(column: ExportColumn, source: ListSource, isMasked: boolean): Cell {
  const read = source.cells[column.key] ?? (() => undefined);
  if (!isMasked || column.type === 'day') return read;
  const mask = column.type === 'phone' ? maskPhone : maskMobiles;
  return (item, line) => {
    const value = read(item, line);
    return typeof value === 'string' ? mask(value) : value;
  };
}

async function timeZoneOf(db: ConsoleDb): Promise<string> {
  const row = (await rowTable(db, 'workspace').get('workspace')) as Workspace | undefined;
  return row?.timeZone ?? DEFAULT_TIME_ZONE;
}

/** Reads one moment's state of the list and writes it as a file. Changes nothing. */
export async function runExport(
  db: ConsoleDb,
  job: ExportJob,
  tell: (progress: ExportProgress) => void,
): Promise<ExportedFile> {
  const { list, language, isMasked, words } = job;
  const columns = pickColumns(list, job.columns);
  const definition = allLists[list];
  const needs = definition.needs(new Set(columns.map(({ key }) => key)));
  const source = definition.source({
    stored: await readStored(db, needs),
    scope: job.scope,
    ids: job.ids,
    word: (key) => words.ofValue[key] ?? '',
    separator: language === 'zh' ? '，' : ', ',
    language,
  });
  const titleOf = (column: ExportColumn) =>
    isMasked && column.type === 'phone'
      ? `${column[language]}${words.maskedMark}`
      : column[language];
  const spec: TableSpec = {
    sheetName: words.sheetName,
    columns: columns.map((column) => ({ title: titleOf(column), type: column.type })),
    timeZone: await timeZoneOf(db),
    createdAtMs: Date.now(),
    cutMark: words.cutMark,
  };
  const writer = job.format === 'xlsx' ? new XlsxWriter(spec) : new CsvWriter(spec);
  const cells = columns.map((column) => cellOf(column, source, isMasked));
  const { count: total, linesOf = () => 1 } = source;
  let rowCount = 0;
  for (let from = 0; from < total; from += ITEMS_AT_ONCE) {
    const rows: ExportValue[][] = [];
    const to = Math.min(total, from + ITEMS_AT_ONCE);
    for (let item = from; item < to; item += 1) {
      const lines = linesOf(item);
      for (let line = 0; line < lines; line += 1) rows.push(cells.map((cell) => cell(item, line)));
    }
    await writer.write(rows);
    rowCount += rows.length;
    tell({ done: to, total });
  }
  return { bytes: await writer.end(), rowCount, cutCount: writer.cutCount };
}
