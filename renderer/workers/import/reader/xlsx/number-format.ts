/** Built-in formats that show a date or a time; 27–36 and 50–58 are the East Asian ones. */
function isBuiltInDate(id: number): boolean {
  return (
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58) ||
    (id >= 71 && id <= 81)
  );
}

const QUOTED = /"[^"]*"?/g;
/** A backslash, a gap as wide as a letter and a filler each take the next letter with them. */
const LITERAL = /[\\_*][\s\S]?/g;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;
const BRACKETS = /\[[^\]]*\]?/g;
const WORDS = /general|g\/通用格式/gi;
/** `0.00E+00` is a number, `e` alone is a year. */
const EXPONENT = /e[+-]/gi;
const DATE_LETTERS = /[dmyhse]/i;

/** Whether numbers in this format are shown as a date, a time or a duration. */
export function isDateCode(code: string): boolean {
  const bare = code.replace(QUOTED, '').replace(LITERAL, '');
  if (ELAPSED.test(bare)) return true;
  const letters = bare.replace(BRACKETS, '').replace(WORDS, '').replace(EXPONENT, '');
  return DATE_LETTERS.test(letters);
}

/** By its number; `custom` holds the codes that the workbook brings along. */
export function isDateFormat(id: number, custom: ReadonlyMap<number, string>): boolean {
  const code = custom.get(id);
  return code === undefined ? isBuiltInDate(id) : isDateCode(code);
}
