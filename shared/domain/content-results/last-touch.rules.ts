/** A person's time in a group, UTC ms; `to` is the leaving, `Infinity` for those who stay. */
export type Stay = { group: number; from: number; to: number };

/** A sending as the counter sees it: `group` is a number, `EVERY_GROUP` for all of them. */
export type NumberedSending = { group: number; at: number };
export const EVERY_GROUP = 0;

type GroupSendings = { at: Float64Array; which: Uint32Array };

/**
 * Finds to which sending an order goes: the last one before it, within the window, to a group that
 * the buyer was in when it went out (last touch). `sendings` are oldest first.
 */
export class LastTouch {
  private readonly byGroup = new Map<number, GroupSendings>();

  constructor(
    sendings: readonly NumberedSending[],
    private readonly windowMs: number,
  ) {
    const lists = new Map<number, number[]>();
    for (const [which, { group }] of sendings.entries()) {
      const list = lists.get(group);
      if (list) list.push(which);
      else lists.set(group, [which]);
    }
    for (const [group, list] of lists) {
      this.byGroup.set(group, {
        at: Float64Array.from(list, (which) => sendings[which]?.at ?? 0),
        which: Uint32Array.from(list),
      });
    }
  }

  /**
   * The index of the sending, or -1. `stays` are the buyer's; `isEverybody` for a workspace that keeps
   * no members of groups: what went to all groups then went to every buyer.
   */
  find(orderedAt: number, stays: readonly Stay[], isEverybody = false): number {
    let best = -1;
    let bestAt = Number.NEGATIVE_INFINITY;
    const tryGroup = (group: number, isInside: (at: number) => boolean) => {
      const list = this.byGroup.get(group);
      if (!list) return;
      for (let i = lastNotAfter(list.at, orderedAt); i >= 0; i -= 1) {
        const at = list.at[i] ?? 0;
        if (orderedAt - at >= this.windowMs || at < bestAt) return;
        if (!isInside(at)) continue;
        const which = list.which[i] ?? 0;
        if (at > bestAt || which > best) {
          best = which;
          bestAt = at;
        }
        return;
      }
    };
    for (const stay of stays) tryGroup(stay.group, (at) => at >= stay.from && at < stay.to);
    tryGroup(EVERY_GROUP, (at) => isEverybody || stays.some((it) => at >= it.from && at < it.to));
    return best;
  }
}

/** Index of the last value that is not greater, or -1. */
function lastNotAfter(values: Float64Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((values[mid] ?? 0) <= limit) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}
