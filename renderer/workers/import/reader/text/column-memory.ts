const SLOTS = 512;
const LONGEST = 64;
const TRIAL = 2000;
const WORTH_IT = 0.25;

function isSame(kept: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (kept.length !== end - start) return false;
  for (let index = 0; index < kept.length; index++) {
    if (kept[index] !== bytes[start + index]) return false;
  }
  return true;
}

/**
 * Remembers the texts that a column repeats (states, products, houses), so that each is kept once.
 * Gives up by itself on a column whose texts all differ.
 */
export function createColumnMemory() {
  const hashes = new Int32Array(SLOTS);
  const places = new Float64Array(SLOTS);
  const texts = new Array<Uint8Array | undefined>(SLOTS).fill(undefined);
  let asked = 0;
  let known = 0;
  let isOff = false;

  return {
    /** The place of the same text, -1 if it is not known. */
    find(hash: number, bytes: Uint8Array, start: number, end: number): number {
      if (isOff) return -1;
      asked += 1;
      const slot = hash & (SLOTS - 1);
      const kept = texts[slot];
      if (kept && hashes[slot] === hash && isSame(kept, bytes, start, end)) {
        known += 1;
        return places[slot] ?? -1;
      }
      if (asked === TRIAL) {
        isOff = known < asked * WORTH_IT;
        asked = 0;
        known = 0;
      }
      return -1;
    },
    keep(hash: number, bytes: Uint8Array, start: number, end: number, place: number): void {
      if (isOff || end - start > LONGEST) return;
      const slot = hash & (SLOTS - 1);
      hashes[slot] = hash;
      places[slot] = place;
      texts[slot] = bytes.slice(start, end);
    },
  };
}

export type ColumnMemory = ReturnType<typeof createColumnMemory>;
