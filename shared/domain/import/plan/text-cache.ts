const MOST_SLOTS = 131_072;

/**
 * What is made of the texts of a table, by their places, the lately asked ones kept: a column of
 * states or products comes out as the same few strings, a buyer's number is read once for all their
 * orders, and a receiver who is the buyer is the same string. `count` is the table's length.
 */
export function createPlaceCache<T>(
  count: number,
  make: (place: number) => T,
): (place: number) => T {
  let slots = 64;
  while (slots < count && slots < MOST_SLOTS) slots *= 2;
  const mask = slots - 1;
  const places = new Int32Array(slots).fill(-1);
  const kept: T[] = new Array(slots);
  return (place) => {
    const slot = place & mask;
    if (places[slot] === place) return kept[slot] as T;
    const made = make(place);
    places[slot] = place;
    kept[slot] = made;
    return made;
  };
}
