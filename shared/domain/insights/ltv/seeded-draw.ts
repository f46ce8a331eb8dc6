/** Whole numbers that look random and are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `most` of the items drawn by lot, or all of them; the order stays. */
export function drawSome<T>(items: readonly T[], most: number, seed: number): readonly T[] {
  if (items.length <= most) return items;
  const random = seededRandom(seed);
  let wanted = most;
  // Knuth's selection sampling: each subset of that size has the same chance.
  return items.filter((_, at) => {
    if (random() * (items.length - at) >= wanted) return false;
    wanted -= 1;
    return true;
  });
}
