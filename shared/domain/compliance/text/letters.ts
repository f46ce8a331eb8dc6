import table from '../../../../resources/lexicons/letters.json';

/**
 * A text as the check reads it: letters and digits alone, folded (width, case, traditional
 * characters, look-alikes), with the way back into the original.
 */
export type Letters = {
  /** Folded code points. */
  codes: Int32Array;
  /** The piece of the original that each stands for, in UTF-16 units. */
  from: Int32Array;
  to: Int32Array;
  /** What lies between each letter and the one before: one of the GAP_ values. */
  gap: Uint8Array;
  length: number;
};

export const GAP_NONE = 0;
/** Blanks, marks, pictures: what an evasion puts between the letters of a word. */
export const GAP_SOFT = 1;
/** A pause of the sentence, where one word more often ends and another begins. */
export const GAP_PAUSE = 2;
/** Too much for one word. */
export const GAP_FAR = 3;

/** So many signs between two letters, invisible ones not counted, may still cut up one word. */
const MOST_BETWEEN = 12;
const PAUSES = new Set('，。！？；：,!?;:\n\r…');
/** Strokes that Unicode counts as letters and people use as separators. */
const STROKES = new Set('丶丨丿ノㄧ');
const INVISIBLE = /^[\p{Cf}\p{Cc}\p{M}\u115f\u1160\u3164\uffa0]$/u;
const MARK = /^\p{M}$/u;
const LETTER = /^[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}%]$/u;

const twins = new Map<string, string>();
for (const pairs of [table.traditional, table.lookAlikes]) {
  for (const pair of pairs.split(' ')) {
    const [letter = '', twin = ''] = pair;
    twins.set(letter, twin);
  }
}

/** What one character of a text counts as: letters, or a kind of gap. */
type Reading = {
  codes: readonly number[];
  isPause: boolean;
  isInvisible: boolean;
  /** It sits on the letter before. */
  isMark: boolean;
};
const known = new Map<number, Reading>();

function readingOf(code: number): Reading {
  const before = known.get(code);
  if (before) return before;
  const reading = read(code);
  if (known.size < 60_000) known.set(code, reading);
  return reading;
}

/** Letters in a filled or dark circle or square have no compatibility form of their own. */
function boxedLetter(code: number): string | undefined {
  for (const start of [0x1f130, 0x1f150, 0x1f170, 0x1f1e6]) {
    if (code >= start && code < start + 26) return String.fromCharCode(97 + code - start);
  }
  return undefined;
}

function read(code: number): Reading {
  const character = String.fromCodePoint(code);
  if (INVISIBLE.test(character) && character !== '\n' && character !== '\r') {
    return { codes: [], isPause: false, isInvisible: true, isMark: MARK.test(character) };
  }
  const codes: number[] = [];
  // A capital may look like another letter than its small form: Greek Ν and ν.
  const plain =
    boxedLetter(code) ?? twins.get(character) ?? character.normalize('NFKC').toLowerCase();
  for (const part of plain) {
    const twin = twins.get(part) ?? part;
    if (LETTER.test(twin) && !STROKES.has(twin)) codes.push(twin.codePointAt(0) ?? 0);
  }
  return { codes, isPause: PAUSES.has(character), isInvisible: false, isMark: false };
}

/**
 * Folds a text for the search. Positions are UTF-16 units of the original; a letter's piece takes
 * the marks along that sit on it (variation selectors, combining marks, keycaps), so that nothing
 * is torn when it is replaced.
 */
export function readLetters(text: string): Letters {
  let room = text.length + 16;
  let codes = new Int32Array(room);
  let from = new Int32Array(room);
  let to = new Int32Array(room);
  let gap = new Uint8Array(room);
  let length = 0;
  let between = 0;
  let wasPause = false;
  let wasInvisible = false;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const end = at + (code > 0xffff ? 2 : 1);
    const reading = readingOf(code);
    if (reading.codes.length === 0) {
      if (!reading.isInvisible) between += 1;
      else if (reading.isMark && length > 0 && to[length - 1] === at) to[length - 1] = end;
      wasInvisible ||= reading.isInvisible && !reading.isMark;
      wasPause ||= reading.isPause;
    } else {
      if (length + reading.codes.length > room) {
        room = room * 2 + reading.codes.length;
        codes = widen(codes, new Int32Array(room));
        from = widen(from, new Int32Array(room));
        to = widen(to, new Int32Array(room));
        gap = widen(gap, new Uint8Array(room));
      }
      const gapHere =
        between > MOST_BETWEEN
          ? GAP_FAR
          : wasPause
            ? GAP_PAUSE
            : between > 0 || wasInvisible
              ? GAP_SOFT
              : GAP_NONE;
      for (const [nth, folded] of reading.codes.entries()) {
        codes[length] = folded;
        from[length] = at;
        to[length] = end;
        gap[length] = nth === 0 ? gapHere : GAP_NONE;
        length += 1;
      }
      between = 0;
      wasPause = false;
      wasInvisible = false;
    }
    at = end;
  }
  return { codes, from, to, gap, length };
}

function widen<T extends Int32Array | Uint8Array>(old: T, wide: T): T {
  wide.set(old);
  return wide;
}

/** A term or a phrase of the lexicon, folded like the texts. */
export function foldTerm(term: string): number[] {
  const folded: number[] = [];
  for (const character of term) folded.push(...readingOf(character.codePointAt(0) ?? 0).codes);
  return folded;
}

export const foldText = (phrase: string): string => String.fromCodePoint(...foldTerm(phrase));
