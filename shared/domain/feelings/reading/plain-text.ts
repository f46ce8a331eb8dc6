import marks from '../../../../resources/feelings/marks.json';
import table from '../../../../resources/feelings/traditional.json';

/**
 * A text as rules and model read it, with the way back: `from[i]` and `to[i]` bound the piece of the
 * original that the i-th character of `text` stands for.
 */
export type PlainText = { text: string; from: Int32Array; to: Int32Array };

/** Stand for a picture or a bracketed name of one. */
export const GLAD = '☺';
export const UPSET = '☹';
/** Every pause is one comma. */
export const PAUSE = ',';

const simplified = new Map(
  [...table.traditional].map((character, i) => [character, [...table.simplified][i] ?? character]),
);
const glad = new Set(marks.glad);
const upset = new Set(marks.upset);
const pictures = [...marks.glad, ...marks.upset].filter((mark) => [...mark].length > 1);

/** What one character becomes: `''` goes without a trace. */
const known = new Map<string, string>();

function plainOf(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const plain = fold(character);
  if (known.size < 50_000) known.set(character, plain);
  return plain;
}

function fold(character: string): string {
  if (glad.has(character)) return GLAD;
  if (upset.has(character)) return UPSET;
  const wide = character.normalize('NFKC').toLowerCase();
  let plain = '';
  for (const part of wide) plain += foldPart(simplified.get(part) ?? part);
  return plain;
}

function foldPart(part: string): string {
  if (/^[a-z]$/.test(part)) return part;
  if (/^\p{N}$/u.test(part)) return '0';
  if (part === '!' || part === '?' || part === '~') return part;
  if (/^\p{Script=Han}$/u.test(part)) return part;
  if (/^[\p{P}\p{S}]$/u.test(part) && !/\p{Extended_Pictographic}/u.test(part)) return PAUSE;
  if (/^\p{L}$/u.test(part) && part.length === 1) return part;
  return '';
}

/** The bracketed picture ("[强]") that begins here, as WeChat copies them. */
function bracketedAt(original: string, at: number): { plain: string; length: number } | undefined {
  const end = original.indexOf(']', at);
  if (end < 0 || end - at > 6) return undefined;
  const name = original.slice(at, end + 1);
  const isKnown = pictures.includes(name);
  // An unknown name in brackets of that shape is a picture without a feeling that we know.
  if (!isKnown && !/^\[\p{Script=Han}{1,4}\]$/u.test(name)) return undefined;
  return { plain: glad.has(name) ? GLAD : upset.has(name) ? UPSET : '', length: name.length };
}

/**
 * Full width, case, traditional characters, digits, blanks, pictures and drawn-out repetition made
 * alike. Numbers become one `0`, pauses one comma, three or more of a character two.
 */
export function plainText(original: string): PlainText {
  const from = new Int32Array(original.length * 2 + 8);
  const to = new Int32Array(original.length * 2 + 8);
  let text = '';
  const push = (plain: string, start: number, end: number) => {
    for (const part of plain) {
      const last = text.length - 1;
      const isMore =
        text[last] === part && (part === PAUSE || part === '0' || text[last - 1] === part);
      if (isMore || last >= from.length - 2) {
        if (last >= 0) to[last] = end;
        continue;
      }
      from[text.length] = start;
      to[text.length] = end;
      text += part;
    }
  };
  for (let at = 0; at < original.length; ) {
    const code = original.codePointAt(at) ?? 0;
    const character = String.fromCodePoint(code);
    const picture = character === '[' ? bracketedAt(original, at) : undefined;
    if (picture) {
      push(picture.plain, at, at + picture.length);
      at += picture.length;
      continue;
    }
    const isPoint = character === '.' && text.endsWith('0');
    const next = original.charCodeAt(at + 1);
    if (!(isPoint && next >= 48 && next <= 57)) {
      push(plainOf(character), at, at + character.length);
    }
    at += character.length;
  }
  return { text, from: from.subarray(0, text.length), to: to.subarray(0, text.length) };
}

/** Two texts that read alike are the same text: the key by which corrections find theirs. */
export function textKey(original: string): string {
  return plainText(original).text.replace(/^[,~!]+|[,~!]+$/g, '');
}
