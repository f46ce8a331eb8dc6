// The trade's day is China's, UTC+8 all year, wherever the script runs.
const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;

/** Days since 1970-01-01 of a `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new Error(`not a day: ${day}`);
  return ms / DAY_MS;
}

/** UTC ms of a second of a Chinese day. */
export const instant = (day: number, second: number): number =>
  day * DAY_MS + second * 1000 - OFFSET_MS;

export const dayOf = (atMs: number): number => Math.floor((atMs + OFFSET_MS) / DAY_MS);

export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 0 = Sunday … 6 = Saturday; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (day + 4) % 7;

/** 0 = January … 11 = December. */
export const monthOf = (day: number): number => new Date(day * DAY_MS).getUTCMonth();

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** `2026-11-20 20:31:05`, Chinese time. */
export function timeText(atMs: number): string {
  const local = new Date(atMs + OFFSET_MS);
  const date = `${local.getUTCFullYear()}-${two(local.getUTCMonth() + 1)}-${two(local.getUTCDate())}`;
  const time = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`;
  return `${date} ${time}`;
}

/** What Excel stores for a Chinese wall-clock time: days since 1899-12-30. */
export const excelSerial = (atMs: number): number => (atMs + OFFSET_MS) / DAY_MS + 25_569;
