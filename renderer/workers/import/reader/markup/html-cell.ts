import { decodeEntities } from './entities';

/** White space of markup; the no-break space is a character, and turned into a plain one. */
const SPACES = /[ \t\r\n\f]+/g;
const WHITE = /[\t\r\n\f]| {2}/;
const UNEVEN = /[\u00a0\n]| {2}/;

/** Collects a cell's text as a browser shows it: white space is one blank, `<br>` a line break. */
export function createCellText() {
  let parts: string[] = [];

  return {
    add(raw: string, isCdata: boolean): void {
      const text = isCdata ? raw : decodeEntities(raw);
      parts.push(WHITE.test(text) ? text.replace(SPACES, ' ') : text);
    },
    lineBreak(): void {
      parts.push('\n');
    },
    /** Blocks begin and end lines, but add none where there is one. */
    blockEdge(): void {
      const last = parts[parts.length - 1];
      if (parts.length > 0 && last !== '\n') parts.push('\n');
    },
    take(): string {
      const [only = ''] = parts;
      if (parts.length <= 1 && !UNEVEN.test(only)) {
        parts.length = 0;
        return only.trim();
      }
      const text = parts
        .join('')
        .replace(/\u00a0/g, ' ')
        .replace(/ *\n */g, '\n')
        .replace(/ {2,}/g, ' ')
        .trim();
      parts = [];
      return text;
    },
  };
}
