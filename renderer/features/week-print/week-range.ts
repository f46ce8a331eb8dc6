import type { Week } from '@shared/domain/calendar/week.rules';
import type { Language } from '@/app/i18n/i18n';

/** `2026年11月16日–22日` / `16 – 22 November 2026`; month and year again where they change. */
export function weekRange(week: Week, language: Language): string {
  const last = week.days[6] ?? week.monday;
  if (language === 'en') {
    const at = (day: string) => new Date(`${day}T00:00:00Z`);
    return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }).formatRange(
      at(week.monday),
      at(last),
    );
  }
  // Chinese `formatRange` writes 2026/11/16 – 2026/11/22, which no calendar does.
  const part = (day: string) => day.split('-').map(Number);
  const [year = 0, month = 0, day = 0] = part(week.monday);
  const [lastYear = 0, lastMonth = 0, lastDay = 0] = part(last);
  const end = [
    ...(lastYear === year ? [] : [`${lastYear}年`]),
    ...(lastYear === year && lastMonth === month ? [] : [`${lastMonth}月`]),
    `${lastDay}日`,
  ].join('');
  return `${year}年${month}月${day}日–${end}`;
}
