const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Midnight in Shanghai: fixed once, so that a walk over a midnight stays in its week. */
const MONDAY = nextMonday(Date.now() + SHANGHAI_MS);

function nextMonday(shanghaiMs: number): number {
  const midnight = Math.floor(shanghaiMs / DAY_MS) * DAY_MS;
  const weekday = new Date(midnight).getUTCDay() || 7;
  return midnight + (8 - weekday) * DAY_MS - SHANGHAI_MS;
}

/**
 * An instant of next week in Shanghai, so that groups made today are there: days count from Monday,
 * 0 to 6, and on into the week after.
 */
export function nextWeek(day: number, clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return MONDAY + day * DAY_MS + (hour * 60 + minute) * 60_000;
}
