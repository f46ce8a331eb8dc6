import { dayOf } from '@shared/lib/time';
import { compareInCell } from './cell.rules';
import type { ContentItem } from './content.schema';
import type { ContentSend } from './send.schema';
import {
  isOpenState,
  isOverdueState,
  isSentState,
  type SendTarget,
  sendsAheadOf,
  targetStates,
} from './send-state.rules';
import { type SendGroup, sendsByItem } from './send-targets.rules';
import { type SendClock, type SendWindow, sendWindow, slotSpan } from './send-window.rules';
import { SLOTS, type Slot } from './slots';

/** How many of a piece's (or a slot's) groups stand where; `total` is the sum of the others. */
export type SendCounts = {
  total: number;
  sent: number;
  /** Past its window: late today, or missed before. */
  overdue: number;
  givenUp: number;
  /** Due now or later. */
  ahead: number;
};

export type WorkItem = {
  item: ContentItem;
  window: SendWindow;
  targets: SendTarget[];
  counts: SendCounts;
};

export type SlotWork = {
  slot: Slot;
  fromMs: number;
  toMs: number;
  phase: 'past' | 'now' | 'ahead';
  items: WorkItem[];
  counts: SendCounts;
};

export type DayWork = {
  day: string;
  /** Earlier pieces that some group still misses, oldest first; only on the day that it is now. */
  missed: WorkItem[];
  slots: SlotWork[];
  counts: SendCounts;
  /** Sendings planned for this day whose piece was removed or moved to another day since. */
  strays: ContentSend[];
  /** How many records say a moment that has not come yet. */
  aheadOfClock: number;
};

/** Earlier days whose missed pieces are still asked about; older ones only count as missed. */
export const MISSED_DAYS = 7;

export type DayWorkInput = {
  /** `YYYY-MM-DD`. */
  day: string;
  /** Pieces of the day, and of the days before that may have been missed. */
  items: readonly ContentItem[];
  groups: readonly SendGroup[];
  /** Records of these pieces, and those planned for the day. */
  sends: readonly ContentSend[];
  nowMs: number;
  clock: SendClock;
};

export function countStates(targets: readonly SendTarget[]): SendCounts {
  const counts: SendCounts = { total: targets.length, sent: 0, overdue: 0, givenUp: 0, ahead: 0 };
  for (const { state } of targets) {
    if (isSentState(state)) counts.sent += 1;
    else if (isOverdueState(state)) counts.overdue += 1;
    else if (state === 'givenUp') counts.givenUp += 1;
    else counts.ahead += 1;
  }
  return counts;
}

/**
 * The worklist of a day: every piece × group with where it stands, by slot, and on the present day
 * what the days before left undone.
 */
export function dayWork({ day, items, groups, sends, nowMs, clock }: DayWorkInput): DayWork {
  const byItem = sendsByItem(sends);
  const workOf = (item: ContentItem): WorkItem => {
    const targets = targetStates(item, groups, byItem.get(item.id) ?? [], nowMs, clock);
    return { item, window: sendWindow(item, clock), targets, counts: countStates(targets) };
  };
  const own = items.filter(({ date }) => date === day).map(workOf);
  const slots = SLOTS.map((slot): SlotWork => {
    const { fromMs, toMs } = slotSpan(day, slot, clock);
    const inSlot = own.filter(({ item }) => item.slot === slot);
    inSlot.sort((a, b) => compareInCell(a.item, b.item));
    return {
      slot,
      fromMs,
      toMs,
      phase: nowMs >= toMs ? 'past' : nowMs >= fromMs ? 'now' : 'ahead',
      items: inSlot,
      counts: countStates(inSlot.flatMap(({ targets }) => targets)),
    };
  });
  const here = new Set(own.map(({ item }) => item.id));
  return {
    day,
    missed: day === dayOf(nowMs, clock.zone) ? missedBefore(day, items.map(workOf)) : [],
    slots,
    counts: countStates(own.flatMap(({ targets }) => targets)),
    strays: sends.filter((send) => send.day === day && !here.has(send.itemId)),
    aheadOfClock: sendsAheadOf(nowMs, sends).length,
  };
}

function missedBefore(day: string, works: readonly WorkItem[]): WorkItem[] {
  return works
    .filter(({ item, counts }) => item.date < day && counts.overdue > 0)
    .sort((a, b) => a.window.toMs - b.window.toMs || compareInCell(a.item, b.item));
}

/** The groups of a piece that still wait for it. */
export function openTargets({ targets }: WorkItem): SendTarget[] {
  return targets.filter(({ state }) => isOpenState(state));
}
