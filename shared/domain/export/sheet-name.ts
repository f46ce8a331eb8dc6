const MAX_LENGTH = 31;
// biome-ignore lint/suspicious/noControlCharactersInRegex: names with these are refused
const FORBIDDEN = /[[\]:*?/\\\u0000-\u001f]/g;

/** A name that spreadsheet programs take for a sheet; `part` is 1 for the first, 2 for the next … */
export function sheetName(name: string, part = 1): string {
  const behind = part > 1 ? ` (${part})` : '';
  const clean = name
    .replace(FORBIDDEN, ' ')
    .trim()
    .replace(/^'+|'+$/g, '');
  const fitting = clean.slice(0, MAX_LENGTH - behind.length).trim();
  // Excel keeps this one name for itself.
  const own = fitting === '' || fitting.toLowerCase() === 'history' ? 'Sheet' : fitting;
  return `${own}${behind}`;
}
