import { createTextScanner } from './text-scanner';
import { toUtf8 } from './to-utf8';

const DELIMITERS = Array.from(',\t;|', (mark) => mark.charCodeAt(0));
const COMMA = 0x2c;
const LOOK_AT = 65_536;
const ROWS_TO_LOOK_AT = 50;
/** Excel's own hint in the first line. */
const SEPARATOR_LINE = /^"?sep=([ -~\t])"?(?:\r\n|\r|\n)/i;

/** How many cells most rows have with this delimiter, weighed by how many rows agree. */
function fit(head: Uint8Array, delimiter: number): number {
  const widths = new Map<number, number>();
  let rows = 0;
  const scanner = createTextScanner(delimiter, {
    cell: () => undefined,
    endRow: (width) => {
      if (rows >= ROWS_TO_LOOK_AT) return;
      rows += 1;
      if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
    },
  });
  scanner.push(head);
  if (rows === 0) scanner.end();
  return Math.max(0, ...[...widths].map(([width, count]) => width * (count / rows)));
}

/**
 * The mark that parts the rows most evenly, a comma when nothing does (one column); and how many
 * bytes of UTF-8 the file spends on saying it itself.
 */
export function findSeparator(
  bytes: Uint8Array,
  encoding: string,
): { delimiter: number; hintBytes: number } {
  const [head = bytes] = toUtf8(bytes.subarray(0, LOOK_AT), encoding);
  const hint = SEPARATOR_LINE.exec(new TextDecoder().decode(head.subarray(0, 16)));
  if (hint?.[1]) return { delimiter: hint[1].charCodeAt(0), hintBytes: hint[0].length };
  const fits = DELIMITERS.map((delimiter) => ({ delimiter, fit: fit(head, delimiter) }));
  const [best] = fits.sort((a, b) => b.fit - a.fit);
  return { delimiter: best && best.fit > 0 ? best.delimiter : COMMA, hintBytes: 0 };
}
