import { isCellError, isLongNumber, type RawCell } from '../sheet';

const NULL_MARKS = new Set(
  '- -- --- — —— ——— – ― / // \\ . 。 无 暂无 空 没有 未填 未填写 未设置 N/A n/a NA na #N/A NULL Null null NONE None none nil undefined (空) （空）'.split(
    ' ',
  ),
);
const LONGEST_MARK = 'undefined'.length;

// Marks that spreadsheets and back offices leave around text and nobody typed: NUL, zero width
// space, byte order mark, direction marks. The joiner inside an emoji (U+200D) stays.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const INVISIBLE = /[\u0000-\u0008\u200b\u200e\u200f\u202a-\u202e\ufeff]/g;
const QUOTED_FORMULA = /^="([^"]*)"$/;
const QUOTED = /^(["“”])(.*)["“”]$/s;
/** An apostrophe that keeps digits text or a formula from running; of several only one is the guard. */
const GUARDED = /^['‘’](?=['‘’]*[\d+*=\-@＝＋－＠])/;

/** Whether anything but plain text is in it: a loop, because a file has millions of cells. */
function isUnusual(text: string): boolean {
  const length = text.length;
  if (length === 0) return false;
  if (text.charCodeAt(0) === 32 || text.charCodeAt(length - 1) === 32) return true;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code < 32 || code === 34 || code === 39 || code === 61 || code === 0xa0) return true;
    if (code >= 0x200b && code <= 0x202e) return true;
    if (code === 0x3000 || code === 0xfeff) return true;
  }
  return false;
}

/** Text as a person meant it: outer blanks, TAB, `="…"`, a guarding quote and invisible marks gone. */
function tidyText(raw: string): string {
  if (!isUnusual(raw)) return raw;
  let text = raw
    .replace(INVISIBLE, '')
    .replace(/[\u00a0\u3000]/g, ' ')
    .trim();
  text = QUOTED_FORMULA.exec(text)?.[1]?.trim() ?? text;
  text = QUOTED.exec(text)?.[2]?.trim() ?? text;
  return GUARDED.test(text) ? text.slice(1) : text;
}

const two = (value: number) => String(value).padStart(2, '0');

function dateText(date: Date): string {
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  if (date.getTime() % 86_400_000 === 0) return day;
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  return `${day} ${time}:${two(date.getUTCSeconds())}`;
}

/** What the cell says, for people and for parsing; `''` for an empty one. Line breaks are kept. */
export function cellText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return tidyText(cell);
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (cell instanceof Date) return dateText(cell);
  if (isCellError(cell)) return cell.error;
  return isLongNumber(cell) ? cell.digits : '';
}

/** `-`, `——`, `无`, `/`, `N/A`, blanks: what exports write where there is nothing. */
function isNullMark(text: string): boolean {
  return text === '' || (text.length <= LONGEST_MARK && NULL_MARKS.has(text));
}

/** The cell's text, or `''` for a null mark or a failed formula. */
export function valueText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined || isCellError(cell)) return '';
  const text = cellText(cell);
  return isNullMark(text) ? '' : text;
}

/** One line: breaks and runs of blanks become one space. For names, channels, regions. */
export function lineText(cell: RawCell | undefined): string {
  return joinLines(valueText(cell));
}

/** Breaks and runs of blanks as one space each. */
export function joinLines(text: string): string {
  return /\s/.test(text) ? text.replace(/\s+/g, ' ') : text;
}

/** Digits, small letters, plain marks and common Han characters fold to themselves. */
function isFolded(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isPlainAscii = code > 32 && code < 127 && (code < 65 || code > 90);
    if (!isPlainAscii && !(code >= 0x4e00 && code <= 0x9fff)) return false;
  }
  return true;
}

/** What two spellings of the same words share: width, case and blanks do not matter. */
export function foldText(text: string): string {
  return isFolded(text) ? text : text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
