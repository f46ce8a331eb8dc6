import type { ContentItem } from './content.schema';
import { type SendClock, type SendPlace, sendWindow } from './send-window.rules';

/**
 * Where a piece counts as first planned once it is moved to `target` by hand at `nowMs` (UTC ms). As
 * long as its window is open that is the target itself (`undefined`); afterwards the place that it
 * missed stays known, so that moving it on washes no miss away. Back at that place nothing is left
 * to tell.
 */
export function carriedFromOf(
  item: Pick<ContentItem, 'date' | 'slot' | 'time' | 'carriedFrom'>,
  target: Pick<SendPlace, 'date' | 'slot'>,
  nowMs: number,
  clock: SendClock,
): ContentItem['carriedFrom'] {
  const isMoved = item.date !== target.date || item.slot !== target.slot;
  const isOver = isMoved && nowMs >= sendWindow(item, clock).toMs;
  const first = item.carriedFrom ?? (isOver ? { date: item.date, slot: item.slot } : undefined);
  const isBack = first?.date === target.date && first.slot === target.slot;
  return isBack ? undefined : first;
}
