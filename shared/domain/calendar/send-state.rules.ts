import { dayOf } from '@shared/lib/time';
import type { ContentItem } from './content.schema';
import type { ContentSend } from './send.schema';
import { type SendGroup, targetsOf } from './send-targets.rules';
import { type SendClock, sendWindow, timelinessOfSend } from './send-window.rules';

/**
 * Where one piece stands in one group. `late`: its window is over and the day is not; `missed`: the
 * day is over too; `sentUntimed`: sent, but nobody knows when.
 */
export const SEND_TARGET_STATES = [
  'waiting',
  'due',
  'late',
  'missed',
  'givenUp',
  'sentEarly',
  'sentInSlot',
  'sentLate',
  'sentUntimed',
] as const;
export type SendTargetState = (typeof SEND_TARGET_STATES)[number];

/** Something is still to be done. */
export const isOpenState = (state: SendTargetState): boolean =>
  state === 'waiting' || state === 'due' || state === 'late' || state === 'missed';

export const isSentState = (state: SendTargetState): boolean => state.startsWith('sent');

/** Past its window and neither sent nor given up. */
export const isOverdueState = (state: SendTargetState): boolean =>
  state === 'late' || state === 'missed';

export type SendTarget = {
  groupId: string;
  state: SendTargetState;
  /** UTC ms of the sending or of giving up, where it is known. */
  at?: number;
  /** The record, unless the piece was only marked as sent as a whole. */
  send?: ContentSend;
};

/** A piece that was marked as sent as a whole, without a record of any group. */
export function isSentAsWhole(
  item: Pick<ContentItem, 'status'>,
  sends: readonly ContentSend[],
): boolean {
  const isOut = item.status === 'sent' || item.status === 'measured';
  return isOut && !sends.some(({ state }) => state === 'sent');
}

/**
 * A piece in each of its groups at `nowMs` (UTC ms). What was sent is judged by the plan of that
 * moment, which its record holds: moving the piece afterwards changes nothing. `sends` are the
 * piece's own.
 */
export function targetStates(
  item: ContentItem,
  groups: readonly SendGroup[],
  sends: readonly ContentSend[],
  nowMs: number,
  clock: SendClock,
): SendTarget[] {
  const window = sendWindow(item, clock);
  const isWhole = isSentAsWhole(item, sends);
  return targetsOf(item, groups, sends, window.toMs).map((groupId): SendTarget => {
    const send = sends.find((it) => it.groupId === groupId);
    if (send) return { groupId, state: stateOfSend(send, clock), at: send.at, send };
    if (isWhole) {
      const { sentAt } = item;
      if (sentAt === undefined) return { groupId, state: 'sentUntimed' };
      return { groupId, state: timelinessOfSend(sentAt, window), at: sentAt };
    }
    if (nowMs < window.dueMs) return { groupId, state: 'waiting' };
    if (nowMs < window.toMs) return { groupId, state: 'due' };
    const isDayOver = dayOf(nowMs, clock.zone) > item.date;
    return { groupId, state: isDayOver ? 'missed' : 'late' };
  });
}

/** What a record says, judged by the plan that it holds. */
function stateOfSend(send: ContentSend, clock: SendClock): SendTargetState {
  if (send.state === 'missed') return 'givenUp';
  const place = { date: send.day, slot: send.slot, time: send.plannedTime };
  return timelinessOfSend(send.at, sendWindow(place, clock));
}

/** Records that say a moment later than now: the clock was wrong then, or is wrong now. */
export function sendsAheadOf(nowMs: number, sends: readonly ContentSend[]): ContentSend[] {
  return sends.filter(({ at }) => at > nowMs + CLOCK_TOLERANCE_MS);
}

/** Two laptops of one team may differ by so much without anybody's clock being wrong. */
const CLOCK_TOLERANCE_MS = 120_000;
