import type { LifePeriod } from '@shared/domain/group-life/figure-table';
import { addDays, dayNumber, dayOf, weekStart } from '@shared/lib/time';
import { ZoneDays } from '../people/zone-days';

const DEFAULT_WEEKS = 13;
const MOST_WEEKS = 104;
const DAYS = 35;
const SEVENS = 5;

/** The stretches that are counted, and which of them a day belongs to. */
export type LifeSpan = {
  zone: string;
  today: string;
  nowMs: number;
  /** The first day of all stretches. */
  from: string;
  periods: LifePeriod[];
  days: ZoneDays;
  firstDay: number;
  lastDay: number;
  /** Stretches of the day numbered `firstDay + i`: `places[3i … 3i + 3)`, −1 for none. */
  places: Int32Array;
};

/** The weeks up to the running one, the last 35 days, and five times seven whole days up to yesterday. */
export function lifeSpan(nowMs: number, zone: string, weeks = DEFAULT_WEEKS): LifeSpan {
  const today = dayOf(nowMs, zone);
  const count = Math.min(MOST_WEEKS, Math.max(6, Math.floor(weeks)));
  const monday = weekStart(today);
  const from = addDays(monday, -7 * (count - 1));
  const periods: LifePeriod[] = [];
  for (let week = 0; week < count; week += 1) {
    const first = addDays(from, 7 * week);
    const last = addDays(first, 6);
    const to = last < today ? last : today;
    periods.push({ kind: 'week', from: first, to, days: dayNumber(to) - dayNumber(first) + 1 });
  }
  for (let day = DAYS - 1; day >= 0; day -= 1) {
    const date = addDays(today, -day);
    periods.push({ kind: 'day', from: date, to: date, days: 1 });
  }
  for (let seven = 0; seven < SEVENS; seven += 1) {
    const to = addDays(today, -1 - 7 * seven);
    periods.push({ kind: 'seven', from: addDays(to, -6), to, days: 7 });
  }
  const firstDay = Math.min(...periods.map((it) => dayNumber(it.from)));
  const lastDay = dayNumber(today);
  const places = new Int32Array(3 * (lastDay - firstDay + 1)).fill(-1);
  for (const [at, period] of periods.entries()) {
    const lane = period.kind === 'week' ? 0 : period.kind === 'day' ? 1 : 2;
    for (let day = dayNumber(period.from); day <= dayNumber(period.to); day += 1) {
      places[3 * (day - firstDay) + lane] = at;
    }
  }
  const span = { zone, today, nowMs, from, periods, firstDay, lastDay, places };
  return { ...span, days: new ZoneDays(zone) };
}
