import { isSame } from '../../lib/is-same';
import type { Hlc } from '../clock';
import type { Knew, Overwritten } from '../merge/merge-change';
import { EVER, type Held, openRecord } from '../merge/record-state';

/**
 * Values that lose where two laptops' states of a record are joined, of writes that neither side knew
 * of when they met: `knewMine` says whether they knew a write of mine, `knewTheirs` the reverse. A
 * value that one of them replaced knowingly is not among them.
 */
export function lostBetween(
  mine: Held,
  theirs: Held,
  knewMine: Knew,
  knewTheirs: Knew,
): Overwritten[] {
  const [a, b] = [openRecord(mine), openRecord(theirs)];
  const lost: Overwritten[] = [];
  const isMet = (at: Hlc, other: Hlc) =>
    at !== EVER && other !== EVER && at !== other && !knewMine(at) && !knewTheirs(other);
  for (const field of new Set([...a.fields.keys(), ...b.fields.keys()])) {
    const own = a.fields.get(field) ?? { at: a.since, value: undefined };
    const other = b.fields.get(field) ?? { at: b.since, value: undefined };
    if (!isMet(own.at, other.at) || isSame(own.value, other.value)) continue;
    const [loser, winner] = own.at < other.at ? [own, other] : [other, own];
    const isRemoval = (loser === own ? a : b).isGone && loser.value === undefined;
    if (isRemoval) {
      // The later edit of a record that stays gone is not seen by anybody.
      const gone = loser === own ? a : b;
      const living = loser === own ? b : a;
      if (gone.since < living.since) continue;
      lost.push({ field, value: winner.value, writtenAt: winner.at, lostTo: gone.since });
      continue;
    }
    lost.push({ field, value: loser.value, writtenAt: loser.at, lostTo: winner.at });
  }
  return lost;
}
