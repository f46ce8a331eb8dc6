import {
  type Interval,
  SMALL_SAMPLE_SIZE,
  wilsonInterval,
} from '@shared/domain/statistics/proportion.rules';
import { quantiles } from '@shared/domain/statistics/quantile.rules';
import type { ContentItem } from './content.schema';
import type { ContentSend } from './send.schema';
import { isSentAsWhole, targetStates } from './send-state.rules';
import { type SendGroup, sendId, sendsByItem } from './send-targets.rules';
import { type SendClock, type SendPlace, sendWindow, timelinessOfSend } from './send-window.rules';
import type { Slot } from './slots';

/** Carried-over pieces are looked for among the items of so many days after the period. */
export const ADHERENCE_TAIL_DAYS = 31;

export const ADHERENCE_OUTCOMES = ['inSlot', 'early', 'late', 'notSent'] as const;
export type AdherenceOutcome = (typeof ADHERENCE_OUTCOMES)[number];

/** One planned piece in one group, at the place where it was first planned. */
export type PlannedSend = {
  itemId: string;
  title: string;
  groupId: string;
  day: string;
  slot: Slot;
  outcome: AdherenceOutcome;
  /** UTC ms of the sending. */
  at?: number;
  /** From the due moment to the sending, in ms; negative when it was sent before. */
  delayMs?: number;
  reason?: string;
};

export type AdherenceInput = {
  items: readonly ContentItem[];
  groups: readonly SendGroup[];
  sends: readonly ContentSend[];
  nowMs: number;
  clock: SendClock;
};

/**
 * Everything that was planned and whose window is over at `nowMs`, each piece × group exactly once.
 * A piece that was carried over counts where it was first planned, so carrying over never washes a
 * miss away; a slot that is not over yet counts neither way; what was removed or moved after it was
 * sent counts as it was sent. Sendings of unknown time and dissolved groups that got nothing are
 * left out.
 */
export function plannedSends(input: AdherenceInput): PlannedSend[] {
  const { items, groups, sends, nowMs, clock } = input;
  const units: PlannedSend[] = [];
  const isOver = (place: SendPlace) => nowMs >= sendWindow(place, clock).toMs;
  const recorded = new Set(sends.map(({ id }) => id));
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  const byItem = sendsByItem(sends);

  for (const send of sends) {
    const place = placeOf(send.carriedFrom, {
      date: send.day,
      slot: send.slot,
      time: send.plannedTime,
    });
    if (!isOver(place)) continue;
    const unit = unitAt(place, send.state === 'sent' ? send.at : undefined, clock);
    const title = send.title ?? titles.get(send.itemId) ?? '';
    const { itemId, groupId, reason } = send;
    units.push({ itemId, title, groupId, ...unit, ...(reason !== undefined && { reason }) });
  }

  for (const item of items) {
    const own = byItem.get(item.id) ?? [];
    const place = placeOf(item.carriedFrom, item);
    if (!isOver(place)) continue;
    const isWhole = isSentAsWhole(item, own);
    if (isWhole && item.sentAt === undefined) continue;
    for (const { groupId } of targetStates(item, groups, own, nowMs, clock)) {
      if (recorded.has(sendId(item.id, groupId))) continue;
      const unit = unitAt(place, isWhole ? item.sentAt : undefined, clock);
      units.push({ itemId: item.id, title: item.title, groupId, ...unit });
    }
  }
  return units;
}

/** Where it was first planned. A time of its own belonged to the new place. */
function placeOf(carriedFrom: ContentItem['carriedFrom'], now: SendPlace): SendPlace {
  return carriedFrom ?? { date: now.date, slot: now.slot, time: now.time };
}

function unitAt(place: SendPlace, at: number | undefined, clock: SendClock) {
  const { date: day, slot } = place;
  if (at === undefined) return { day, slot, outcome: 'notSent' as const };
  const window = sendWindow(place, clock);
  return {
    day,
    slot,
    outcome: OUTCOMES[timelinessOfSend(at, window)],
    at,
    delayMs: at - window.dueMs,
  };
}

const OUTCOMES = { sentEarly: 'early', sentInSlot: 'inSlot', sentLate: 'late' } as const;

export type Adherence = Record<AdherenceOutcome, number> & {
  /** Planned pieces × groups whose slot is over: the sum of the four. */
  planned: number;
  /** Sent in slot ÷ planned; from 30 planned on, with Wilson's interval. */
  share?: number;
  interval?: Interval;
  /** Median from the due moment to the sending over what was sent, in ms. */
  medianDelayMs?: number;
};

/** Sent in slot ÷ planned, over whatever units are given. Below 30 only the counts are said. */
export function adherenceOf(units: readonly PlannedSend[]): Adherence {
  const counts = { inSlot: 0, early: 0, late: 0, notSent: 0 };
  for (const { outcome } of units) counts[outcome] += 1;
  const planned = units.length;
  const delays = units.flatMap(({ delayMs }) => (delayMs === undefined ? [] : [delayMs]));
  const [medianDelayMs] = quantiles(Float64Array.from(delays), [0.5]);
  return {
    ...counts,
    planned,
    ...(planned >= SMALL_SAMPLE_SIZE && {
      share: counts.inSlot / planned,
      interval: wilsonInterval({ count: counts.inSlot, total: planned }),
    }),
    ...(medianDelayMs !== undefined && { medianDelayMs }),
  };
}

/** The same by slot, by day, by group: every unit falls under exactly one key. */
export function adherenceBy(
  units: readonly PlannedSend[],
  key: 'slot' | 'day' | 'groupId',
): Map<string, Adherence> {
  const parts = new Map<string, PlannedSend[]>();
  for (const unit of units) parts.set(unit[key], [...(parts.get(unit[key]) ?? []), unit]);
  return new Map([...parts].map(([name, part]) => [name, adherenceOf(part)]));
}

/** Units planned from one day to another, both included. */
export function plannedBetween(
  units: readonly PlannedSend[],
  from: string,
  to: string,
): PlannedSend[] {
  return units.filter(({ day }) => day >= from && day <= to);
}
