import type { Shape } from '../lexicon/lexicon.schema';
import { GAP_FAR, GAP_NONE, GAP_PAUSE, type Letters } from '../text/letters';
import { isIdCard, isMobile, passesLuhn } from './number-shapes';

/** A place found by its form, in UTF-16 units of the original. */
export type ShapeFound = { shape: Shape; start: number; end: number };

const LINK =
  /(?:https?:\/\/|www\.)[^\s\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]{3,}|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|top|shop|xyz|cc|vip|me|link)\b(?:\/[^\s\u4e00-\u9fff，。！]*)?|[￥¥₤€$][A-Za-z0-9]{8,14}[￥¥₤€$]/gi;
const EMAIL = /[\w.+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;

/** Phone, identity card and bank card numbers, addresses and links. */
export function findShapes(text: string, letters: Letters): ShapeFound[] {
  const found = findNumbers(letters);
  for (const match of text.matchAll(EMAIL)) found.push(placeOf('email', match));
  for (const match of text.matchAll(LINK)) {
    const place = placeOf('link', match);
    if (!found.some((other) => other.start < place.end && place.start < other.end)) {
      found.push(place);
    }
  }
  return found;
}

const placeOf = (shape: Shape, match: RegExpExecArray): ShapeFound => ({
  shape,
  start: match.index,
  end: match.index + match[0].length,
});

/** Pieces of digits with nothing between, and small runs of pieces that belong to one number. */
function findNumbers(letters: Letters): ShapeFound[] {
  const { codes, gap, length } = letters;
  const found: ShapeFound[] = [];
  for (let first = 0; first < length; ) {
    if (!isDigit(codes[first]) || isWordBefore(letters, first)) {
      first += 1;
      continue;
    }
    const number = numberFrom(letters, first);
    if (number) {
      found.push({
        shape: number.shape,
        start: letters.from[first] ?? 0,
        end: letters.to[number.end - 1] ?? 0,
      });
      first = number.end;
      continue;
    }
    first += 1;
    while (first < length && isDigit(codes[first]) && gap[first] === GAP_NONE) first += 1;
  }
  return found;
}

const isDigit = (code = 0) => code >= 0x30 && code <= 0x39;
const isLetterX = (code = 0) => code === 0x78;
const MOST_DIGITS = 19;

/** A number is not torn out of the middle of a longer one, nor out of a word. */
function isWordBefore({ codes, gap }: Letters, at: number): boolean {
  const before = codes[at - 1] ?? 0;
  const isLatinLetter = before >= 0x61 && before <= 0x7a;
  return at > 0 && gap[at] === GAP_NONE && (isDigit(before) || isLatinLetter);
}

/** The longest number of a known shape that begins at this digit and ends with a piece. */
function numberFrom(
  { codes, gap, length }: Letters,
  first: number,
): { shape: Shape; end: number } | undefined {
  let digits = '';
  let best: { shape: Shape; end: number } | undefined;
  for (let at = first; at < length && digits.length < MOST_DIGITS; at += 1) {
    const kind = gap[at] ?? GAP_FAR;
    if (at > first && (kind === GAP_FAR || kind === GAP_PAUSE)) break;
    const isCheckX = digits.length === 17 && isLetterX(codes[at]);
    if (!isDigit(codes[at]) && !isCheckX) break;
    digits += String.fromCharCode(codes[at] ?? 0);
    const next = at + 1;
    if (next < length && gap[next] === GAP_NONE && (isDigit(codes[next]) || isLetterX(codes[next])))
      continue;
    const shape = shapeOf(digits);
    if (shape) best = { shape, end: next };
  }
  return best;
}

function shapeOf(digits: string): Shape | undefined {
  if (isMobile(digits)) return 'mobile';
  if (isIdCard(digits)) return 'idCard';
  if (digits.length >= 16 && /^[3-6]/.test(digits) && passesLuhn(digits)) return 'bankCard';
  return undefined;
}
