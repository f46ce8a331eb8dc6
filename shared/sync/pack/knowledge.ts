import { type Hlc, STAMP_DEVICE_AT } from '../clock';
import { EVER, type RowClocks } from '../merge/record-state';

/** Per laptop the newest of its stamps up to which everything that it wrote is known. */
export type Known = Readonly<Record<string, Hlc>>;

/**
 * What a laptop knows of all others: `whole` with every field, `masked` at least without the fields
 * that volunteers do not get (`masked-fields.ts`). Never less in `masked` than in `whole`.
 */
export type Knowledge = { whole: Known; masked: Known };

/** The laptop that wrote a stamp. */
export const laptopOf = (stamp: Hlc): string => stamp.slice(STAMP_DEVICE_AT);

const of = (known: Known, laptop: string): Hlc => known[laptop] ?? EVER;

/** Whether a record was written at a time that is not known; never of one that bears no stamp. */
export function isNews({ since, at }: RowClocks, known: Known): boolean {
  const isLater = (stamp: Hlc) => stamp > of(known, laptopOf(stamp));
  return (since !== undefined && isLater(since)) || Object.values(at ?? {}).some(isLater);
}

/** What is known once two have told each other everything. */
export function joinKnown(a: Known, b: Known): Known {
  const joined: Record<string, Hlc> = { ...a };
  for (const [laptop, stamp] of Object.entries(b)) {
    if (stamp > of(joined, laptop)) joined[laptop] = stamp;
  }
  return joined;
}

/** What both know. */
export function meetKnown(a: Known, b: Known): Known {
  const both = Object.entries(a).map(([laptop, stamp]): [string, Hlc] => {
    const other = of(b, laptop);
    return [laptop, stamp < other ? stamp : other];
  });
  return Object.fromEntries(both.filter(([, stamp]) => stamp !== EVER));
}

export type Gap = { laptop: string; from: Hlc; to: Hlc };

/** What lies between what is known and what a pack takes for known; absent where it fits on. */
export function gapOf(since: Known, known: Known): Gap | undefined {
  for (const [laptop, to] of Object.entries(since)) {
    const from = of(known, laptop);
    if (to > from) return { laptop, from, to };
  }
  return undefined;
}

/** Whether a laptop lacks fields that volunteers do not get. */
export const isMasked = ({ whole, masked }: Knowledge): boolean =>
  gapOf(masked, whole) !== undefined;
