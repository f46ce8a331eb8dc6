import type { ExportCellType, ExportValue } from '@shared/domain/export/export-column';
import { keepApostrophe, startsLikeFormula } from '@shared/domain/export/guard-text';
import { type ByteSink, bytesOf } from '../byte-sink';
import type { TableColumn } from '../table-writer';
import { type Serial, serialOfDay, serialOfMoment } from './serial';
import { STYLE } from './styles';

/** More characters than this and Excel calls the file damaged. */
const MAX_CELL_TEXT = 32_767;

export function columnLetters(column: number): string {
  const rest = column % 26;
  const letter = String.fromCharCode(65 + rest);
  return column < 26 ? letter : columnLetters((column - rest) / 26 - 1) + letter;
}

const textOpening = (style: number, isSpaced: boolean) =>
  bytesOf(
    `"${style > 0 ? ` s="${style}"` : ''} t="inlineStr"><is><t${isSpaced ? ' xml:space="preserve"' : ''}>`,
  );
const numberOpening = (style: number) => bytesOf(`"${style > 0 ? ` s="${style}"` : ''}><v>`);

const TEXT_END = bytesOf('</t></is></c>');
const NUMBER_END = bytesOf('</v></c>');
const ROW_START = bytesOf('<row r="');
const ROW_OPEN = bytesOf('">');
const ROW_END = bytesOf('</row>');

const styles = Object.values(STYLE);
const PLAIN = styles.map((style) => textOpening(style, false));
const SPACED = styles.map((style) => textOpening(style, true));
const NUMBER = styles.map((style) => numberOpening(style));

const NUMBER_STYLES: Partial<Record<ExportCellType, number>> = {
  integer: STYLE.integer,
  number: STYLE.text,
  rate: STYLE.rate,
};

const two = (value: number) => (value < 10 ? `0${value}` : String(value));

/** Yuan with two decimals from fen, without a float in between. */
function yuan(fen: number): string {
  const whole = Math.abs(fen);
  const rest = whole % 100;
  return `${fen < 0 ? '-' : ''}${(whole - rest) / 100}.${two(rest)}`;
}

/** Rows of one list as the XML of a sheet. */
export class SheetWriter {
  cutCount = 0;
  private readonly starts: Uint8Array[];

  constructor(
    private readonly sink: ByteSink,
    private readonly columns: readonly TableColumn[],
    private readonly timeZone: string,
    private readonly cutMark: string,
  ) {
    this.starts = columns.map((_, column) => bytesOf(`<c r="${columnLetters(column)}`));
  }

  head(): void {
    this.openRow('1');
    for (const [column, { title }] of this.columns.entries()) {
      this.text(column, '1', title, STYLE.head);
    }
    this.sink.put(ROW_END);
  }

  /** `rowNumber` is the spreadsheet's own, from 2 on. */
  row(values: readonly ExportValue[], rowNumber: number): void {
    const row = String(rowNumber);
    this.openRow(row);
    for (let column = 0; column < this.columns.length; column += 1) {
      const value = values[column];
      const type = this.columns[column]?.type;
      if (value !== undefined && value !== '' && type) this.cell(column, row, value, type);
    }
    this.sink.put(ROW_END);
  }

  private openRow(row: string): void {
    this.sink.put(ROW_START);
    this.sink.ascii(row);
    this.sink.put(ROW_OPEN);
  }

  private cell(column: number, row: string, value: string | number, type: ExportCellType): void {
    if (typeof value === 'string') {
      if (type === 'day') this.time(column, row, serialOfDay(value), value);
      else if (type === 'id' || type === 'phone') this.guarded(column, row, value, STYLE.literal);
      else this.guarded(column, row, value, STYLE.text);
    } else if (Number.isFinite(value)) {
      if (type === 'moment') {
        const serial = serialOfMoment(value, this.timeZone);
        this.time(column, row, serial, String(value));
      } else if (type === 'money') this.number(column, row, yuan(value), STYLE.money);
      else this.number(column, row, String(value), NUMBER_STYLES[type] ?? STYLE.text);
    }
  }

  private time(column: number, row: string, serial: Serial | undefined, asText: string): void {
    if (!serial) this.text(column, row, asText, STYLE.text);
    else this.number(column, row, serial.text, serial.hasTime ? STYLE.moment : STYLE.day);
  }

  private number(column: number, row: string, text: string, style: number): void {
    this.open(column, row, NUMBER[style]);
    this.sink.ascii(text);
    this.sink.put(NUMBER_END);
  }

  private guarded(column: number, row: string, text: string, style: 0 | 3): void {
    const guardedStyle = style === STYLE.text ? STYLE.textGuarded : STYLE.literalGuarded;
    this.text(column, row, keepApostrophe(text), startsLikeFormula(text) ? guardedStyle : style);
  }

  private text(column: number, row: string, text: string, style: number): void {
    const fitting = text.length > MAX_CELL_TEXT ? this.cut(text) : text;
    const isSpaced = fitting.charCodeAt(0) <= 32 || fitting.charCodeAt(fitting.length - 1) <= 32;
    this.open(column, row, isSpaced ? SPACED[style] : PLAIN[style]);
    this.sink.xmlText(fitting);
    this.sink.put(TEXT_END);
  }

  private open(column: number, row: string, opening: Uint8Array | undefined): void {
    const start = this.starts[column];
    if (!start || !opening) return;
    this.sink.put(start);
    this.sink.ascii(row);
    this.sink.put(opening);
  }

  private cut(text: string): string {
    this.cutCount += 1;
    return text.slice(0, MAX_CELL_TEXT - this.cutMark.length) + this.cutMark;
  }
}
