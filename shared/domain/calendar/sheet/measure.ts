/**
 * How wide text will be before any font is at hand. Widths are in em and rounded up to the widest
 * of the fonts that the sheets use in bold, so that a page planned here is never too full in fact.
 */

const SPACE_EM = 0.3;
const EMOJI_EM = 1.4;

const isCombining = (cp: number) =>
  (cp >= 0x300 && cp <= 0x36f) || cp === 0x200d || (cp >= 0xfe00 && cp <= 0xfe0f);
const isEmoji = (cp: number) =>
  (cp >= 0x1f000 && cp <= 0x1faff) || (cp >= 0x2600 && cp <= 0x27bf) || cp === 0x2b50;

function asciiEm(character: string): number {
  if (character === ' ') return SPACE_EM;
  if (/[MWmw@%&]/.test(character)) return 0.98;
  if (/[A-Z]/.test(character)) return 0.74;
  if (/[a-z0-9_#$+=<>~^?]/.test(character)) return 0.64;
  return 0.45;
}

function characterEm(character: string): number {
  const cp = character.codePointAt(0) ?? 0;
  if (cp < 0x20 || isCombining(cp)) return 0;
  if (cp < 0x7f) return asciiEm(character);
  if (isEmoji(cp)) return EMOJI_EM;
  return cp < 0x1100 ? 0.75 : 1;
}

/** The width of a text on one line, in em. */
export function textEm(text: string): number {
  let width = 0;
  for (const character of text) width += characterEm(character);
  return width;
}

const OPENING = '（「『【《〈“‘〔［｛';
const CLOSING = '，。、；：？！）」』】》〉”’〕］｝…—～·％';

/**
 * What stays together on a line: Latin words, numbers and addresses, and with any piece of text the
 * marks that may not end a line before it or begin one after it. All else may break anywhere.
 */
const TOKENS = new RegExp(`\\s+|[${OPENING}]*(?:[!-~À-ɏ]+|[\\s\\S])[${CLOSING}]*`, 'gu');

function breakParagraph(text: string, widthEm: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const close = () => {
    lines.push(line);
    line = '';
    used = 0;
  };
  const add = (piece: string, width: number) => {
    line += piece;
    used += width;
  };
  for (const [token] of text.matchAll(TOKENS)) {
    const width = textEm(token);
    if (used + width <= widthEm) {
      add(token, width);
    } else if (token.trim() === '') {
      // A space at the end of a line hangs; it takes no room.
      line += token;
    } else {
      if (used > 0) close();
      for (const character of token) {
        const em = characterEm(character);
        if (used > 0 && used + em > widthEm) close();
        add(character, em);
      }
    }
  }
  if (line !== '' || lines.length === 0) close();
  return lines;
}

/**
 * Text broken as a browser would at the latest: `widthEm` is the room in em, line breaks in the
 * text are kept. Joined without separators the lines of a paragraph give the paragraph.
 */
export function breakLines(text: string, widthEm: number): { line: string; endsBlock: boolean }[] {
  return text.split(/\r\n|[\r\n]/).flatMap((paragraph) => {
    const lines = breakParagraph(paragraph, widthEm);
    return lines.map((line, index) => ({ line, endsBlock: index === lines.length - 1 }));
  });
}

/** The number of lines that a text without line breaks takes. */
export function countLines(text: string, widthEm: number): number {
  return breakParagraph(text.replace(/\s+/g, ' '), widthEm).length;
}
