/** Numbers from a seed (mulberry32): the same faults at the same places for the same seed. */
export type Random = {
  next(): number;
  upTo(most: number): number;
  bytes(length: number): Uint8Array;
};

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    upTo: (most) => Math.floor(next() * (most + 1)),
    bytes: (length) => Uint8Array.from({ length }, () => next() * 256),
  };
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
