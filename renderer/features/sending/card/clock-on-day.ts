import { dayOf, startOfDay } from '@shared/lib/time';

const CLOCK = /^\s*(\d{1,2})\s*[:：.]\s*(\d{2})\s*$/;

/** What somebody typed as a time (`9:05`, `12：30`) on the day of an instant; UTC ms. */
export function clockOnDay(typed: string, ms: number, zone: string): number | undefined {
  const [, hour = '', minute = ''] = CLOCK.exec(typed) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return startOfDay(dayOf(ms, zone), zone) + (Number(hour) * 60 + Number(minute)) * 60_000;
}
