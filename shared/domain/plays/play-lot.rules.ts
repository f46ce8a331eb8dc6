/** Shares of people that may be left alone for comparison. */
export const HOLDOUT_SHARES = { least: 0.1, most: 0.5 } as const;

/**
 * Draws by lot who is left alone: `round(n · share)` of them, at least one and at least one left
 * over. The same people, share and seed always give the same draw (the order of the ids does not
 * matter), so it can be checked afterwards.
 *
 * Shuffled by Fisher and Yates with the generator mulberry32 (Tommy Ettinger, public domain).
 * @throws RangeError for fewer than two people or a share outside HOLDOUT_SHARES
 */
export function drawHoldout(
  memberIds: readonly string[],
  share: number,
  seed: number,
): { played: string[]; heldOut: string[] } {
  const ids = [...new Set(memberIds)].sort();
  if (ids.length < 2) throw new RangeError('a draw needs two people');
  if (!(share >= HOLDOUT_SHARES.least && share <= HOLDOUT_SHARES.most)) {
    throw new RangeError(`no share to hold out: ${share}`);
  }
  const random = mulberry32(seed);
  const shuffled = [...ids];
  for (let at = shuffled.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const here = shuffled[at];
    const there = shuffled[other];
    if (here === undefined || there === undefined) continue;
    shuffled[at] = there;
    shuffled[other] = here;
  }
  const count = Math.min(ids.length - 1, Math.max(1, Math.round(ids.length * share)));
  return { heldOut: shuffled.slice(0, count).sort(), played: shuffled.slice(count).sort() };
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
