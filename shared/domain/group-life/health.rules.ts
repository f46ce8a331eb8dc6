import type { Group } from '@shared/domain/groups/group.schema';
import { addDays, daysBetween } from '@shared/lib/time';
import type { GroupLifeSettings } from './life-settings.schema';
import type { PhaseClock } from './phase.rules';
import type { Wakefulness } from './quiet.rules';

export type HealthLight = 'green' | 'yellow' | 'red' | 'grey';

export type Health = {
  light: HealthLight;
  why: 'asleep' | 'drowsy' | 'low' | 'middling' | 'good' | 'noData' | 'dissolved';
};

/**
 * One light a group: red when asleep or its activity is below `red`; yellow when drowsy or below
 * `green`; grey when neither wakefulness nor activity is known; else green.
 */
export function healthOf(
  input: { phase: Group['phase']; state: Wakefulness; activity?: number | undefined },
  { green, red }: GroupLifeSettings['health'],
): Health {
  const { phase, state, activity } = input;
  if (phase === 'dissolved') return { light: 'grey', why: 'dissolved' };
  if (state === 'asleep') return { light: 'red', why: 'asleep' };
  if (activity !== undefined && activity < red) return { light: 'red', why: 'low' };
  if (state === 'drowsy') return { light: 'yellow', why: 'drowsy' };
  if (activity === undefined) {
    return state === 'noData' ? { light: 'grey', why: 'noData' } : { light: 'green', why: 'good' };
  }
  return activity < green ? { light: 'yellow', why: 'middling' } : { light: 'green', why: 'good' };
}

export type DueThing = {
  what:
    | 'earlyEnds'
    | 'memberList'
    | 'qrCode'
    | 'knownReading'
    | 'inputs'
    | 'transferEnds'
    | 'askAgain';
  /** Before today: overdue. */
  day: string;
  isOverdue: boolean;
  /** It was never done before. */
  isFirst?: boolean;
};

export type DueInput = {
  group: Pick<Group, 'phase' | 'qrUntil'>;
  clock: PhaseClock;
  today: string;
  /** The last days of each; absent where there was none yet. */
  lastListDay?: string | undefined;
  lastKnownDay?: string | undefined;
  lastInputDay?: string | undefined;
  transferUntil?: string | undefined;
  /** The day that the newest decision about the group named. */
  askAgainDay?: string | undefined;
};

/** How often each comes round, in days. */
const LIST_DAYS = 7;
const KNOWN_DAYS = 28;
const INPUT_DAYS = 7;
/** What lies further ahead is not said yet. */
const AHEAD_DAYS = 14;

/**
 * What is due for a group within 14 days, soonest first: the end of the early phase, its weekly member
 * list, its QR code's last day, a reading of 知道率 every 28 days, inputs weekly, the end of a transfer,
 * the day on which a decision is to be looked at again.
 * What was never done is due today.
 */
export function dueThings(input: DueInput): DueThing[] {
  const {
    group,
    clock,
    today,
    lastListDay,
    lastKnownDay,
    lastInputDay,
    transferUntil,
    askAgainDay,
  } = input;
  if (group.phase === 'dissolved') return [];
  const after = (last: string | undefined, days: number) =>
    last === undefined ? today : addDays(last, days);
  const days: [DueThing['what'], string | undefined][] = [
    ['earlyEnds', group.phase === 'early' ? clock.earlyUntil : undefined],
    ['memberList', after(lastListDay, LIST_DAYS)],
    ['qrCode', group.qrUntil],
    ['knownReading', after(lastKnownDay, KNOWN_DAYS)],
    ['inputs', after(lastInputDay, INPUT_DAYS)],
    ['transferEnds', transferUntil],
    ['askAgain', askAgainDay],
  ];
  const never = new Set<DueThing['what']>([
    ...(lastListDay === undefined ? (['memberList'] as const) : []),
    ...(lastKnownDay === undefined ? (['knownReading'] as const) : []),
    ...(lastInputDay === undefined ? (['inputs'] as const) : []),
  ]);
  return days
    .flatMap(([what, day]) =>
      day === undefined || daysBetween(today, day) > AHEAD_DAYS
        ? []
        : [{ what, day, isOverdue: day < today, ...(never.has(what) && { isFirst: true }) }],
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
