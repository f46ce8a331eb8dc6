const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/**
 * An instant of next week in Shanghai, so that groups made today are there: days count from Monday,
 * 0 to 6, and on into the week after.
 */
export function nextWeek(day: number, clock: string): number {
  const midnight = Math.floor((Date.now() + SHANGHAI_MS) / DAY_MS) * DAY_MS;
  const weekday = new Date(midnight).getUTCDay() || 7;
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const monday = midnight + (8 - weekday) * DAY_MS;
  return monday + day * DAY_MS + (hour * 60 + minute) * 60_000 - SHANGHAI_MS;
}
