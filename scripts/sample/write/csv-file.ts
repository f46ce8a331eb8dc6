import { closeSync, openSync, writeSync } from 'node:fs';
import type { Cell, Table } from '../shapes/cells';

const FLUSH_CHARS = 1 << 20;
const BOM = '\uFEFF';

/** Excel quotes what holds a comma, a quote or a line break; TABs stay as they are. */
function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  const text = typeof cell === 'object' ? serialText(cell.serial) : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** How Excel writes a date cell into a CSV file: `2026/11/20 20:31`. */
function serialText(serial: number): string {
  const minutes = Math.round((serial - 25_569) * 1440);
  const at = new Date(minutes * 60_000);
  const date = `${at.getUTCFullYear()}/${at.getUTCMonth() + 1}/${at.getUTCDate()}`;
  return `${date} ${at.getUTCHours()}:${String(at.getUTCMinutes()).padStart(2, '0')}`;
}

/** A CSV file as Excel for Chinese users wants it: UTF-8 with BOM, CRLF. Written as it grows. */
export class CsvFile {
  private readonly handle: number;
  private pending = BOM;

  constructor(path: string, table: Table) {
    this.handle = openSync(path, 'w');
    this.add(table.titleRows);
    this.add([table.header]);
  }

  add(rows: readonly (readonly Cell[])[]): void {
    for (const row of rows) {
      let line = '';
      for (let i = 0; i < row.length; i++)
        line += i === 0 ? cellText(row[i]) : `,${cellText(row[i])}`;
      this.pending += `${line}\r\n`;
    }
    if (this.pending.length > FLUSH_CHARS) this.flush();
  }

  private flush(): void {
    writeSync(this.handle, this.pending);
    this.pending = '';
  }

  close(): void {
    this.flush();
    closeSync(this.handle);
  }
}
