// Three-digit ranges of the four Chinese mobile networks as of 2026; ranges for data cards and
// virtual operators are left out because nobody gives them to a group leader.
export const MOBILE_PREFIXES: readonly string[] = [
  ...['134', '135', '136', '137', '138', '139', '147', '150', '151', '152', '157', '158', '159'],
  ...['178', '182', '183', '184', '187', '188', '195', '197', '198'],
  ...['130', '131', '132', '155', '156', '166', '175', '176', '185', '186', '196'],
  ...['133', '153', '173', '177', '180', '181', '189', '190', '191', '193', '199'],
];

const HALF = 10_000;
const SUBSCRIBERS = HALF * HALF;

function mix(half: number, key: number): number {
  let h = Math.imul(half + 1, 0x9e3779b1) ^ key;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  return ((h ^ (h >>> 13)) >>> 0) % HALF;
}

/**
 * The eight subscriber digits of person `index`: a four-round Feistel network over two halves of
 * four digits, so every person has digits of their own without a list of those already given.
 */
export function subscriberDigits(index: number, seed: number): string {
  if (index >= SUBSCRIBERS) throw new Error('more people than subscriber numbers');
  let left = Math.floor(index / HALF);
  let right = index % HALF;
  for (let round = 0; round < 4; round++) {
    const next = (left + mix(right, Math.imul(seed + round * 7919, 0xc2b2ae35))) % HALF;
    left = right;
    right = next;
  }
  return `${String(left).padStart(4, '0')}${String(right).padStart(4, '0')}`;
}
