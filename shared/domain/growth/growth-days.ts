import { STILL_THERE } from '@shared/domain/people/people-columns';

/**
 * The day number `months` calendar months later; the last day of that month where it has no such
 * day (31 January + 1 month = 28 February). `STILL_THERE` for 0 months, which stands for never.
 */
export function expiryDayOf(day: number, months: number): number {
  if (months === 0) return STILL_THERE;
  const date = new Date(day * 86_400_000);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Math.round(Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / 86_400_000);
}

const TABLE_DAYS = 4096;

/** The same for many days: each day near `today` is worked out once. */
export function expiryTable(today: number): (day: number, months: number) => number {
  const first = today - TABLE_DAYS + 512;
  const tables = new Map<number, Int32Array>();
  return (day, months) => {
    const at = day - first;
    if (months === 0 || at < 0 || at >= TABLE_DAYS) return expiryDayOf(day, months);
    let table = tables.get(months);
    if (!table) {
      table = new Int32Array(TABLE_DAYS);
      tables.set(months, table);
    }
    const known = table[at] ?? 0;
    if (known !== 0) return known;
    const fresh = expiryDayOf(day, months);
    table[at] = fresh;
    return fresh;
  };
}
