import { weekOf } from '@shared/domain/calendar/week.rules';
import type { Language } from '@/app/i18n/i18n';
import { weekRange } from '@/features/week-print';
import type { PlanPlace } from './plan-address';

/** The days on screen as a title says them: a week, `2026年11月`, `2026年11月22日周日`. */
export function planRange({ view, day }: PlanPlace, language: Language): string {
  if (view === 'week') return weekRange(weekOf(day), language);
  const parts: Intl.DateTimeFormatOptions =
    view === 'month'
      ? { year: 'numeric', month: 'long' }
      : { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' };
  const tag = language === 'en' ? 'en-GB' : 'zh-CN';
  const format = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...parts });
  return format.format(new Date(`${day}T00:00:00Z`));
}
