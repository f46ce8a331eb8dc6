import { isCellError, type RawCell } from '../sheet';

const NULL_MARKS = new Set(
  '- -- --- — —— ——— – ― / // \\ . 。 无 暂无 空 没有 未填 未填写 未设置 n/a na #n/a null none nil undefined (空) （空）'.split(
    ' ',
  ),
);
const SHORT_ENOUGH_FOR_A_MARK = 9;

// Marks that spreadsheets and back offices leave around text and nobody typed: NUL, zero width
// space, byte order mark, direction marks. The joiner inside an emoji (U+200D) stays.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const INVISIBLE = /[\u0000-\u0008\u200b\u200e\u200f\u202a-\u202e\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const UNUSUAL = /[\u0000-\u001f\u00a0\u200b\u200e\u200f\u202a-\u202e\u3000\ufeff'"=]|\s$|^\s/;
const QUOTED_FORMULA = /^="([^"]*)"$/;
const QUOTED = /^(["“”])(.*)["“”]$/s;

/** Text as a person meant it: outer blanks, TAB, `="…"`, a guarding quote and invisible marks gone. */
function tidyText(raw: string): string {
  if (!UNUSUAL.test(raw)) return raw;
  let text = raw
    .replace(INVISIBLE, '')
    .replace(/[\u00a0\u3000]/g, ' ')
    .trim();
  text = QUOTED_FORMULA.exec(text)?.[1]?.trim() ?? text;
  text = QUOTED.exec(text)?.[2]?.trim() ?? text;
  return /^['‘’][\d+*]/.test(text) ? text.slice(1) : text;
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
  return isCellError(cell) ? cell.error : dateText(cell);
}

/** `-`, `——`, `无`, `/`, `N/A`, blanks: what exports write where there is nothing. */
export function isNullMark(text: string): boolean {
  if (text === '') return true;
  return text.length < SHORT_ENOUGH_FOR_A_MARK && NULL_MARKS.has(text.toLowerCase());
}

/** The cell's text, or `''` for a null mark or a failed formula. */
export function valueText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined || isCellError(cell)) return '';
  const text = cellText(cell);
  return isNullMark(text) ? '' : text;
}

/** One line: breaks and runs of blanks become one space. For names, channels, regions. */
export function lineText(cell: RawCell | undefined): string {
  const text = valueText(cell);
  return /\s/.test(text) ? text.replace(/\s+/g, ' ') : text;
}

/** What two spellings of the same words share: width, case and blanks do not matter. */
export function foldText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII needs no normalisation
  const wide = /^[\x00-\x7f]*$/.test(text) ? text : text.normalize('NFKC');
  return wide.toLowerCase().replace(/\s+/g, '');
}
