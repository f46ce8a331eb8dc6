import { type Sheet, textAt } from '../sheet';

const SLOTS = 16_384;

/**
 * Texts of a sheet, the lately read ones kept: a column of states or products comes out as the same
 * few strings, not as one string for every row, and a receiver who is the buyer is the same string.
 */
export function createTextCache({ texts }: Sheet): (place: number) => string {
  const places = new Int32Array(SLOTS).fill(-1);
  const kept: string[] = new Array(SLOTS).fill('');
  return (place) => {
    const slot = place & (SLOTS - 1);
    if (places[slot] === place) return kept[slot] ?? '';
    const text = textAt(texts, place);
    places[slot] = place;
    kept[slot] = text;
    return text;
  };
}
