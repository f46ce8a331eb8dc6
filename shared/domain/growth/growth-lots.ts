import { expiryDayOf } from './growth-days';
import type { GrowthFacts, GrowthOrder } from './growth-facts';
import {
  type EarnSource,
  type GrowthSettings,
  type GrowthVersion,
  versionOn,
  versionStarts,
} from './growth-settings.schema';

/** Points that came in together; they settle on one day and run out on one day. */
export type Lot = {
  source: EarnSource | 'adjust';
  /** The order, the interaction or the booking behind it. */
  refId?: string;
  /** Day on which it was earned. */
  day: number;
  at: number;
  /** First day on which it may be spent. */
  settleDay: number;
  /** First day on which it is gone; `STILL_THERE` for never. */
  expiryDay: number;
  /** As earned, before a refund. */
  full: number;
  /** What a refund leaves of it. */
  points: number;
};

/** Something about a member's facts that a reader of the figures should know. */
export type GrowthRemark =
  | 'future-order'
  | 'future-event'
  | 'refund-above-amount'
  | 'nothing-paid'
  | 'before-registration'
  | 'registered-twice'
  | 'future-booking'
  | 'loose-cancellation'
  | 'above-daily-limit'
  | 'owes';

export type GrowthRemarks = Partial<Record<GrowthRemark, number>>;

/**
 * What a refund leaves of an order's points: everything without one, nothing once all that was paid
 * is back (or more), else pro rata of the money, rounded down. Refunds carry no date in any export,
 * so they count as if they had been known from the order's day on.
 */
export function pointsAfterRefund(full: number, amountFen: number, refundFen: number): number {
  if (refundFen <= 0) return full;
  if (refundFen >= amountFen) return 0;
  return Math.floor((full * (amountFen - refundFen)) / amountFen);
}

/** Orders of the same instant are told apart by their money, so that no list's order matters. */
const byTime = (a: GrowthOrder, b: GrowthOrder) =>
  a.at - b.at || a.amountFen - b.amountFen || a.refundFen - b.refundFen || byId(a.id, b.id);

export const byId = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0);

type Found = { lots: Lot[]; remarks: GrowthRemarks };

/**
 * What registration, orders and events earned up to and including `today` (a day number). The first
 * order is the first one that was paid for, also when it came back later; all others are
 * repurchases. What is dated after today is not earned yet.
 */
export function earnedLots(facts: GrowthFacts, settings: GrowthSettings, today: number): Found {
  const starts = versionStarts(settings);
  const found: Found = { lots: [], remarks: {} };
  const versionAt = (day: number) => versionOn(settings, starts, day);
  const registered = addRegistration(found, facts, versionAt, today);
  addOrders(found, facts, versionAt, today, registered);
  for (const kind of ['share', 'ugc'] as const) {
    addEvents(found, facts, kind, versionAt, today, registered);
  }
  return found;
}

type VersionAt = (day: number) => GrowthVersion;

function tell({ remarks }: Found, remark: GrowthRemark): void {
  remarks[remark] = (remarks[remark] ?? 0) + 1;
}

function addRegistration(
  found: Found,
  { registeredDays }: GrowthFacts,
  versionAt: VersionAt,
  today: number,
): number | undefined {
  if (registeredDays.length === 0) return undefined;
  for (let more = 1; more < registeredDays.length; more += 1) tell(found, 'registered-twice');
  const day = Math.min(...registeredDays);
  if (day > today) return day;
  const version = versionAt(day);
  const full = version.points.register;
  const expiryDay = expiryDayOf(day, version.expiryMonths);
  const at = day * 86_400_000;
  found.lots.push({ source: 'register', day, at, settleDay: day, expiryDay, full, points: full });
  return day;
}

function addOrders(
  found: Found,
  facts: GrowthFacts,
  versionAt: VersionAt,
  today: number,
  registered: number | undefined,
): void {
  let isFirst = true;
  let limitDay = Number.NaN;
  let timesThatDay = 0;
  for (const { id, day, at, amountFen, refundFen } of [...facts.orders].sort(byTime)) {
    if (day > today) {
      tell(found, 'future-order');
      continue;
    }
    if (amountFen <= 0) {
      tell(found, 'nothing-paid');
      continue;
    }
    if (refundFen > amountFen) tell(found, 'refund-above-amount');
    if (registered !== undefined && day < registered) tell(found, 'before-registration');
    const version = versionAt(day);
    const source = isFirst ? 'firstOrder' : 'repurchase';
    isFirst = false;
    if (source === 'repurchase') {
      timesThatDay = day === limitDay ? timesThatDay + 1 : 1;
      limitDay = day;
      if (timesThatDay > (version.perDay.repurchase ?? Number.POSITIVE_INFINITY)) {
        tell(found, 'above-daily-limit');
        continue;
      }
    }
    const full = version.points[source];
    const settleDay = day + version.pendingDays;
    found.lots.push({
      source,
      ...(id === undefined ? {} : { refId: id }),
      day,
      at,
      settleDay,
      expiryDay: expiryDayOf(settleDay, version.expiryMonths),
      full,
      points: pointsAfterRefund(full, amountFen, refundFen),
    });
  }
}

function addEvents(
  found: Found,
  facts: GrowthFacts,
  source: 'share' | 'ugc',
  versionAt: VersionAt,
  today: number,
  registered: number | undefined,
): void {
  let limitDay = Number.NaN;
  let timesThatDay = 0;
  const events = facts.events.filter((event) => event.kind === source);
  for (const { id, day, at } of events.sort((a, b) => a.at - b.at || byId(a.id, b.id))) {
    if (day > today) {
      tell(found, 'future-event');
      continue;
    }
    if (registered !== undefined && day < registered) tell(found, 'before-registration');
    const version = versionAt(day);
    timesThatDay = day === limitDay ? timesThatDay + 1 : 1;
    limitDay = day;
    if (timesThatDay > (version.perDay[source] ?? Number.POSITIVE_INFINITY)) {
      tell(found, 'above-daily-limit');
      continue;
    }
    const full = version.points[source];
    found.lots.push({
      source,
      ...(id === undefined ? {} : { refId: id }),
      day,
      at,
      settleDay: day,
      expiryDay: expiryDayOf(day, version.expiryMonths),
      full,
      points: full,
    });
  }
}
