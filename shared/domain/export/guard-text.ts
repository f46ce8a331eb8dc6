/** What a spreadsheet program takes for the beginning of a formula, also in full width. */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;
/** A guard that our importer takes away must be doubled where the text itself begins like one. */
const LOOKS_GUARDED = /^['‘’]+[\d+*=\-@＝＋－＠]/;
/** Digits, dates and E-notation, which a spreadsheet program turns into numbers on opening a csv. */
const LOOKS_NUMERIC = /^[\d.,:/\-+%eE ]*\d[\d.,:/\-+%eE ]*$/;

/** Whether a text would run as a formula where a program reads it as typed. */
export function startsLikeFormula(text: string): boolean {
  return FORMULA_START.test(text);
}

/** The text with a second apostrophe if it begins like a guarded one: reading takes one away. */
export function keepApostrophe(text: string): string {
  return text.startsWith("'") || text.startsWith('‘') || text.startsWith('’')
    ? LOOKS_GUARDED.test(text)
      ? `'${text}`
      : text
    : text;
}

/**
 * A text as a csv cell may hold it without being run or turned into a number by the program that
 * opens it: an apostrophe before what begins like a formula, a TAB before a number (as the trade's
 * own exports do). Our importer takes both away again; the stored text is never changed.
 */
export function guardCsvText(text: string): string {
  const kept = keepApostrophe(text);
  if (startsLikeFormula(kept)) return `'${kept}`;
  return LOOKS_NUMERIC.test(kept) ? `\t${kept}` : kept;
}
