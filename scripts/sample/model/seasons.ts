import { dayNumber, dayText, monthOf, weekdayOf } from '../clock';
import { Random } from '../random';

/** Sunday … Saturday. */
const WEEKDAY = [1.26, 0.87, 0.86, 0.88, 0.93, 1.01, 1.22];
/** January … December: quiet high summer (people travel), busy end of the year. */
const MONTH = [1.06, 0.94, 0.98, 1.0, 1.02, 1.03, 0.95, 0.93, 1.03, 1.0, 1.06, 1.1];

const SPRING_FESTIVALS = ['2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26'];
const FEASTS = [
  ...['2024-06-10', '2025-05-31', '2026-06-19', '2027-06-09', '2028-05-28'],
  ...['2024-09-17', '2025-10-06', '2026-09-25', '2027-09-15', '2028-10-03'],
];
const newYears = SPRING_FESTIVALS.map(dayNumber);
const feasts = FEASTS.map(dayNumber);

/** Everybody stocks up before the New Year and then nobody delivers; two feasts bring gifts. */
function festive(day: number): number {
  for (const newYear of newYears) {
    const distance = day - newYear;
    if (distance >= -9 && distance <= -2) return 1.55;
    if (distance >= -1 && distance <= 5) return 0.3;
  }
  for (const feast of feasts) {
    const distance = day - feast;
    if (distance >= -4 && distance <= -1) return 1.25;
  }
  return dayText(day).endsWith('-11-11') ? 1.2 : 1;
}

/** How busy a day is against an ordinary one, with weather and chance of ± a few per cent. */
export function dayFactor(day: number, seed: number): number {
  const chance = 1 + 0.07 * new Random(seed, 21, day).normal();
  const usual = (WEEKDAY[weekdayOf(day)] ?? 1) * (MONTH[monthOf(day)] ?? 1);
  return usual * festive(day) * Math.max(0.7, Math.min(1.3, chance));
}
