import {
  type CodeColumn,
  type PeopleColumns,
  STILL_THERE,
} from '@shared/domain/people/people-columns';
import { expiryTable } from './growth-days';
import type { GrowthBooking, GrowthFacts } from './growth-facts';
import { growthLedger, SOON_DAYS } from './growth-ledger';
import { levelIndex } from './growth-levels';
import { pointsAfterRefund } from './growth-lots';
import {
  type GrowthSettings,
  type GrowthVersion,
  versionOn,
  versionStarts,
} from './growth-settings.schema';
import { StandingPeak } from './standing-peak';

/** Everybody's figures, one entry a row of the columns; rows of people who are gone hold zeros. */
export type PeopleGrowth = {
  balance: Float64Array;
  pending: Float64Array;
  expiring: Float64Array;
  standing: Float64Array;
  /** Index into the settings' levels, `NO_LEVEL` for rows of people who are gone. */
  level: Uint8Array;
};

export const NO_LEVEL = 255;

/** One row's facts as the columns know them: without the ids of orders and interactions. */
export function factsOfRow(
  columns: PeopleColumns,
  row: number,
  bookings: readonly GrowthBooking[],
): GrowthFacts {
  const { orders, interactions } = columns;
  const facts: GrowthFacts & { orders: unknown[]; events: unknown[] } = {
    registeredDays: [columns.knownDay[row] ?? 0],
    orders: [],
    events: [],
    bookings,
  };
  for (let at = orders.start[row] ?? 0; at < (orders.end[row] ?? 0); at += 1) {
    facts.orders.push({
      day: orders.day[at] ?? 0,
      at: orders.at[at] ?? 0,
      amountFen: orders.amountFen[at] ?? 0,
      refundFen: orders.refundFen[at] ?? 0,
    });
  }
  for (let at = interactions.start[row] ?? 0; at < (interactions.end[row] ?? 0); at += 1) {
    const kind = interactions.kinds[interactions.kind[at] ?? 0];
    if (kind !== 'share' && kind !== 'ugc') continue;
    facts.events.push({ kind, day: interactions.day[at] ?? 0, at: interactions.at[at] ?? 0 });
  }
  return facts;
}

/**
 * The ledger's figures for everybody at once, equal to `growthLedger` row by row. People for whom
 * nothing was booked spend nothing, so their lots need no replay: what settled and has not run out
 * is the balance. The few others, and orders of one and the same instant, go through the ledger.
 *
 * @param bookings of each row that has any
 * @param today day number
 */
export function growthOfAll(
  columns: PeopleColumns,
  bookings: ReadonlyMap<number, readonly GrowthBooking[]>,
  settings: GrowthSettings,
  today: number,
): PeopleGrowth {
  const { n } = columns;
  const all: PeopleGrowth = {
    balance: new Float64Array(n),
    pending: new Float64Array(n),
    expiring: new Float64Array(n),
    standing: new Float64Array(n),
    level: new Uint8Array(n).fill(NO_LEVEL),
  };
  const sum = new RowSum(columns, settings, today);
  for (let row = 0; row < n; row += 1) {
    if (columns.isHere[row] === 0) continue;
    const booked = bookings.get(row);
    if (booked === undefined && sum.add(row)) {
      all.balance[row] = sum.balance;
      all.pending[row] = sum.pending;
      all.expiring[row] = sum.expiring;
      all.standing[row] = sum.balance;
      all.level[row] = sum.level();
    } else {
      const ledger = growthLedger(factsOfRow(columns, row, booked ?? []), settings, today);
      all.balance[row] = ledger.balance;
      all.pending[row] = ledger.pending;
      all.expiring[row] = ledger.expiring;
      all.standing[row] = ledger.standing;
      all.level[row] = ledger.level;
    }
  }
  return all;
}

/** Adds up one row after another without making an object of anything. */
class RowSum {
  balance = 0;
  pending = 0;
  expiring = 0;
  private total = 0;
  private readonly starts: number[];
  private readonly only: GrowthVersion | undefined;
  private readonly expiryOf: (day: number, months: number) => number;
  private readonly shareKind: number;
  private readonly ugcKind: number;
  private readonly peak: StandingPeak | undefined;

  constructor(
    private readonly columns: PeopleColumns,
    private readonly settings: GrowthSettings,
    private readonly today: number,
  ) {
    this.starts = versionStarts(settings);
    this.only = settings.versions.length === 1 ? settings.versions[0] : undefined;
    this.expiryOf = expiryTable(today);
    this.shareKind = columns.interactions.kinds.indexOf('share');
    this.ugcKind = columns.interactions.kinds.indexOf('ugc');
    this.peak = settings.downgrade === 'keep' ? new StandingPeak() : undefined;
  }

  /** False for a row whose facts need the ledger. */
  add(row: number): boolean {
    this.balance = 0;
    this.pending = 0;
    this.expiring = 0;
    this.total = 0;
    this.peak?.clear();
    const known = this.columns.knownDay[row] ?? 0;
    if (known <= this.today) {
      const version = this.versionAt(known);
      this.lot(known, version.points.register, version.expiryMonths);
    }
    if (!this.addOrders(row)) return false;
    this.addEvents(row);
    return true;
  }

  /** The level of the row that was added last. */
  level(): number {
    const { levels } = this.settings;
    const now = levelIndex(levels, this.balance);
    if (!this.peak || levelIndex(levels, this.total) === now) return now;
    return levelIndex(levels, this.peak.highest(this.today));
  }

  private versionAt(day: number): GrowthVersion {
    return this.only ?? versionOn(this.settings, this.starts, day);
  }

  private lot(settleDay: number, points: number, months: number): void {
    this.total += points;
    if (settleDay > this.today) {
      this.pending += points;
      return;
    }
    const expiryDay = months === 0 ? STILL_THERE : this.expiryOf(settleDay, months);
    this.peak?.add(settleDay, expiryDay, points);
    if (expiryDay <= this.today) return;
    this.balance += points;
    if (expiryDay <= this.today + SOON_DAYS) this.expiring += points;
  }

  private addOrders(row: number): boolean {
    const { start, end, day: days, at, amountFen, refundFen } = this.columns.orders;
    const stop = end[row] ?? 0;
    let isFirst = true;
    let limitDay = Number.NaN;
    let timesThatDay = 0;
    let before = Number.NaN;
    for (let slot = start[row] ?? 0; slot < stop; slot += 1) {
      const when = at[slot] ?? 0;
      // Which of two orders of one instant came first is the ledger's to say.
      if (when === before) return false;
      before = when;
      const day = days[slot] ?? 0;
      const amount = amountFen[slot] ?? 0;
      if (day > this.today || amount <= 0) continue;
      const version = this.versionAt(day);
      let full = version.points.firstOrder;
      if (isFirst) {
        isFirst = false;
      } else {
        timesThatDay = day === limitDay ? timesThatDay + 1 : 1;
        limitDay = day;
        const limit = version.perDay.repurchase;
        if (limit !== undefined && timesThatDay > limit) continue;
        full = version.points.repurchase;
      }
      const points = pointsAfterRefund(full, amount, refundFen[slot] ?? 0);
      this.lot(day + version.pendingDays, points, version.expiryMonths);
    }
    return true;
  }

  private addEvents(row: number): void {
    const { start, end, kind: kinds, day: days } = this.columns.interactions;
    const stop = end[row] ?? 0;
    let shareDay = Number.NaN;
    let shares = 0;
    let ugcDay = Number.NaN;
    let ugcs = 0;
    for (let slot = start[row] ?? 0; slot < stop; slot += 1) {
      const kind = kinds[slot];
      const day = days[slot] ?? 0;
      if (day > this.today) continue;
      if (kind === this.shareKind) {
        shares = day === shareDay ? shares + 1 : 1;
        shareDay = day;
        const version = this.versionAt(day);
        if (shares > (version.perDay.share ?? Number.POSITIVE_INFINITY)) continue;
        this.lot(day, version.points.share, version.expiryMonths);
      } else if (kind === this.ugcKind) {
        ugcs = day === ugcDay ? ugcs + 1 : 1;
        ugcDay = day;
        const version = this.versionAt(day);
        if (ugcs > (version.perDay.ugc ?? Number.POSITIVE_INFINITY)) continue;
        this.lot(day, version.points.ugc, version.expiryMonths);
      }
    }
  }
}

/** Levels as rules read them. */
export function levelColumn({ level }: PeopleGrowth, { levels }: GrowthSettings): CodeColumn {
  const of = new Uint32Array(level.length);
  for (let row = 0; row < of.length; row += 1) {
    const index = level[row] ?? NO_LEVEL;
    of[row] = index === NO_LEVEL ? 0 : index + 1;
  }
  return { values: levels.map((it) => it.key), of };
}
