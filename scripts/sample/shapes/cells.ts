import { excelSerial } from '../clock';

/** A date that a workbook stores as a number with a format. */
export type DateCell = { serial: number; format: string };
export type Cell = string | number | DateCell | undefined;

/** One sheet, or one CSV file. */
export type Table = {
  sheetName: string;
  /** Lines above the header, as leaders and platforms put them there. */
  titleRows: readonly (readonly Cell[])[];
  header: readonly string[];
  /** Columns that belong to the whole order and are merged over its lines. */
  mergedColumns?: readonly number[];
  /** Widths in characters, for whoever opens the file. */
  widths?: readonly number[];
};

const grouped = (yuan: string): string => yuan.replace(/\B(?=(\d{3})+\.)/g, ',');
const plain = (fen: number): string => (fen / 100).toFixed(2);

/** `¥1,286.50` */
export const yen = (fen: number): string => `¥${grouped(plain(fen))}`;
/** `1286.50` */
export const yuan = plain;

/** Excel's built-in format 22, which a Chinese Excel shows as `2026/11/20 20:31`. */
export const dateCell = (atMs: number): DateCell => ({
  serial: excelSerial(atMs),
  format: 'm/d/yy h:mm',
});

/** `13800138000` of `+8613800138000`. */
export const national = (phone: string | undefined): string => phone?.slice(3) ?? '';

/** A phone as people and platforms leave it: now and then with a TAB, spaces or dashes. */
export function untidyPhone(phone: string | undefined, index: number): string {
  const digits = national(phone);
  if (digits === '') return '';
  if (index % 17 === 3) return `\t${digits}`;
  if (index % 41 === 7) return `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`;
  if (index % 67 === 11)
    return `+86 ${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`;
  return digits;
}
