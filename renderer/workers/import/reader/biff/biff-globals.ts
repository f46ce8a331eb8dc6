import type { Sheet } from '@shared/domain/import/sheet';
import { isDateCode, isDateFormat } from '../xlsx/number-format';
import { decodePage } from './code-page';
import { BrokenRecord, openPieces } from './record-text';

/** The generations of the format, by what their records look like. */
export type Version = 2 | 3 | 4 | 5 | 8;

export type BoundSheet = {
  name: string;
  visibility: Sheet['visibility'];
  isWorksheet: boolean;
  start: number;
};

export const RECORD = {
  eof: 0x000a,
  date1904: 0x0022,
  continue: 0x003c,
  codePage: 0x0042,
  boundSheet: 0x0085,
  xf: 0x00e0,
  sharedTexts: 0x00fc,
} as const;

const VISIBILITY = ['visible', 'hidden', 'veryHidden'] as const;
const OLD_FORMATS = new Set([0x001e, 0x041e]);
const OLD_STYLES = new Set([0x0243, 0x0443]);

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Some writers count the letters of their formats wrong: no cell is lost for that. */
function formatCode(content: Uint8Array): string | undefined {
  try {
    return openPieces([content.subarray(2)]).text();
  } catch (error) {
    if (error instanceof BrokenRecord) return undefined;
    throw error;
  }
}

/** What the records say that hold for all sheets: texts, styles, the calendar, the code page. */
export function createGlobals(version: Version) {
  const customFormats = new Map<number, string>();
  const styleFormats: number[] = [];
  const dateStyles = new Map<number, boolean>();
  const sheets: BoundSheet[] = [];
  let page = 1252;
  let is1904 = false;
  let sharedTexts: string[] = [];

  const plainText = (bytes: Uint8Array) => decodePage(page, bytes);

  function addFormat(content: Uint8Array): void {
    const view = viewOf(content);
    if (version === 8) {
      const code = formatCode(content);
      if (code !== undefined) customFormats.set(view.getUint16(0, true), code);
    } else if (version === 5) {
      customFormats.set(
        view.getUint16(0, true),
        plainText(content.subarray(3, 3 + view.getUint8(2))),
      );
    } else {
      // Numbered as they come; the fourth generation puts an unused number before.
      const start = version === 4 ? 2 : 0;
      const text = content.subarray(start + 1, start + 1 + view.getUint8(start));
      customFormats.set(customFormats.size, plainText(text));
    }
  }

  function addSheet(content: Uint8Array): void {
    const view = viewOf(content);
    const length = view.getUint8(6);
    sheets.push({
      name:
        version === 8
          ? openPieces([content.subarray(7)]).text(length)
          : plainText(content.subarray(7, 7 + length)),
      visibility: VISIBILITY[view.getUint8(4) & 3] ?? 'hidden',
      isWorksheet: view.getUint8(5) === 0,
      start: view.getUint32(0, true),
    });
  }

  function readSharedTexts(pieces: readonly Uint8Array[]): void {
    const reader = openPieces(pieces);
    reader.long();
    const count = reader.long();
    sharedTexts = [];
    while (sharedTexts.length < count && reader.hasMore()) sharedTexts.push(reader.text());
  }

  const isDateIn = (format: number) =>
    version >= 5
      ? isDateFormat(format, customFormats)
      : isDateCode(customFormats.get(format) ?? '');

  return {
    version,
    sheets,
    plainText,
    is1904: () => is1904,
    sharedText: (index: number): string | undefined => sharedTexts[index],
    /** Whether numbers in this format of a cell of the second generation are dates. */
    isDateIn,
    isDateStyle(style: number): boolean {
      const known = dateStyles.get(style);
      if (known !== undefined) return known;
      const format = styleFormats[style];
      const isDate = format !== undefined && isDateIn(format);
      dateStyles.set(style, isDate);
      return isDate;
    },
    /** Takes a record that is not a cell's; `pieces` are the record and those that continue it. */
    take(kind: number, pieces: readonly Uint8Array[]): void {
      const [content = new Uint8Array(0)] = pieces;
      if (kind === RECORD.sharedTexts) readSharedTexts(pieces);
      else if (kind === RECORD.boundSheet) addSheet(content);
      else if (kind === RECORD.xf) styleFormats.push(viewOf(content).getUint16(2, true));
      else if (OLD_STYLES.has(kind)) styleFormats.push(viewOf(content).getUint8(1));
      else if (OLD_FORMATS.has(kind)) addFormat(content);
      else if (kind === RECORD.date1904) is1904 = viewOf(content).getUint16(0, true) === 1;
      else if (kind === RECORD.codePage) page = viewOf(content).getUint16(0, true);
    },
  };
}

export type Globals = ReturnType<typeof createGlobals>;
