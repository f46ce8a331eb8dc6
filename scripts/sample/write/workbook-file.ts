import { writeFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import * as XLSX from 'xlsx';
import type { Cell, Table } from '../shapes/cells';

/** What Excel opens without pain and this writer holds in memory. */
const WORKBOOK_ROW_LIMIT = 500_000;
/** A title, a remark and the header do not count. */
const ROWS_ABOVE = 3;

export class TooManyRows extends Error {}

function cellObject(cell: Cell): XLSX.CellObject | undefined {
  if (cell === undefined || cell === '') return undefined;
  if (typeof cell === 'string') return { t: 's', v: cell };
  if (typeof cell === 'number') return { t: 'n', v: cell };
  return { t: 'n', v: cell.serial, z: cell.format };
}

/**
 * The same workbook, deflated. SheetJS packs badly outside a browser and zlib differs between
 * releases of Node; this packer gives the same bytes everywhere.
 */
function packed(workbook: Uint8Array): Uint8Array {
  return zipSync(unzipSync(workbook), { level: 6, mtime: new Date(1980, 0, 1) });
}

/** An xlsx file. Kept in memory until `close`, because SheetJS writes a workbook in one piece. */
export class WorkbookFile {
  private readonly path: string;
  private readonly table: Table;
  private readonly data: (XLSX.CellObject | undefined)[][] = [];
  private readonly merges: XLSX.Range[] = [];

  constructor(path: string, table: Table) {
    this.path = path;
    this.table = table;
    this.push(table.titleRows);
    table.titleRows.forEach((_, row) => {
      const last = Math.min(9, table.header.length - 1);
      this.merges.push({ s: { r: row, c: 0 }, e: { r: row, c: last } });
    });
    this.push([table.header]);
  }

  private push(rows: readonly (readonly Cell[])[]): void {
    if (this.data.length + rows.length > WORKBOOK_ROW_LIMIT + ROWS_ABOVE) {
      throw new TooManyRows(`an xlsx file takes at most ${WORKBOOK_ROW_LIMIT} rows; choose csv`);
    }
    for (const row of rows) this.data.push(row.map(cellObject));
  }

  /** The rows of one record: the columns that belong to all of it become one merged cell each. */
  add(rows: readonly (readonly Cell[])[]): void {
    const top = this.data.length;
    this.push(rows);
    if (rows.length < 2) return;
    for (const column of this.table.mergedColumns ?? []) {
      this.merges.push({ s: { r: top, c: column }, e: { r: top + rows.length - 1, c: column } });
      for (let row = top + 1; row < top + rows.length; row++) {
        const cells = this.data[row];
        if (cells) cells[column] = undefined;
      }
    }
  }

  close(): void {
    const end = { r: this.data.length - 1, c: this.table.header.length - 1 };
    const sheet: XLSX.WorkSheet = {
      '!data': this.data as XLSX.CellObject[][],
      '!ref': XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: end }),
      '!merges': this.merges,
      ...(this.table.widths ? { '!cols': this.table.widths.map((wch) => ({ wch })) } : {}),
    };
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, this.table.sheetName);
    const stored: Buffer = XLSX.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true });
    writeFileSync(this.path, packed(stored));
  }
}
