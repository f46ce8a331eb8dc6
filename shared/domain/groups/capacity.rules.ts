/**
 * How many people a group holds beyond its capacity: 0 up to it. More may be inside than ever may enter,
 * after a list was pasted in or the capacity was lowered.
 */
export const peopleOver = (inside: number, capacity: number): number =>
  Math.max(0, inside - capacity);
