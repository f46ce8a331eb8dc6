import { type Sheet, textAt } from '../sheet';

const SLOTS = 2048;

/**
 * Texts of a sheet, the lately read ones of each column kept: a column of states or products comes
 * out as the same few strings, not as one string for every row.
 */
export function createTextCache(sheet: Sheet) {
  const places = sheet.columns.map(() => new Int32Array(SLOTS).fill(-1));
  const kept: string[][] = sheet.columns.map(() => []);
  return {
    at(column: number, place: number): string {
      const own = places[column];
      const texts = kept[column];
      const slot = place & (SLOTS - 1);
      const known = own?.[slot] === place ? texts?.[slot] : undefined;
      if (known !== undefined) return known;
      const text = textAt(sheet.texts, place);
      if (own && texts) {
        own[slot] = place;
        texts[slot] = text;
      }
      return text;
    },
  };
}
