import type { ExportCellType, ExportValue } from '@shared/domain/export/export-column';
import { guardCsvText } from '@shared/domain/export/guard-text';
import { wallTimeOf } from '@shared/lib/time';
import { ByteSink } from './byte-sink';
import type { TableSpec, TableWriter } from './table-writer';
import { joinBytes } from './zip-file';

const CHUNK_BYTES = 1 << 18;
const NEEDS_QUOTES = /[",\r\n\t]|^\s|\s$/;

const two = (value: number) => String(value).padStart(2, '0');

function momentText(ms: number, zone: string): string {
  const { year, month, day, hour, minute, second } = wallTimeOf(ms, zone);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return hour + minute + second === 0 ? date : `${date} ${two(hour)}:${two(minute)}:${two(second)}`;
}

function yuan(fen: number): string {
  const whole = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}${Math.floor(whole / 100)}.${two(whole % 100)}`;
}

const quote = (text: string) => (NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

function numberText(value: number, type: ExportCellType, zone: string): string {
  if (!Number.isFinite(value)) return '';
  if (type === 'money') return yuan(value);
  return type === 'moment' ? momentText(value, zone) : String(value);
}

/** UTF-8 with its mark, lines ended by CR LF: what Excel and WPS open by a double click. */
export class CsvWriter implements TableWriter {
  readonly cutCount = 0;
  private readonly sink = new ByteSink();
  private readonly parts: Uint8Array[] = [];

  constructor(private readonly spec: TableSpec) {
    this.sink.text('\ufeff');
    this.line(spec.columns.map(({ title }) => quote(title)));
  }

  async write(rows: readonly (readonly ExportValue[])[]): Promise<void> {
    for (const row of rows) {
      this.line(this.spec.columns.map(({ type }, column) => this.cell(row[column], type)));
      if (this.sink.length >= CHUNK_BYTES) this.parts.push(this.sink.take());
    }
  }

  async end(): Promise<Uint8Array<ArrayBuffer>> {
    this.parts.push(this.sink.take());
    return joinBytes(this.parts);
  }

  private cell(value: ExportValue, type: ExportCellType): string {
    if (value === undefined) return '';
    if (typeof value === 'number') return numberText(value, type, this.spec.timeZone);
    // A day is a date in every program; anything else is text and stays so.
    return type === 'day' ? quote(value) : quote(guardCsvText(value));
  }

  private line(cells: readonly string[]): void {
    this.sink.text(`${cells.join(',')}\r\n`);
  }
}
