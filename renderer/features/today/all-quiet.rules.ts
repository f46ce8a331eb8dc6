import type { DayWork } from '@shared/domain/calendar/send-day.rules';
import { SLOTS } from '@shared/domain/calendar/slots';
import type { TodayData } from './today.queries';

/**
 * Every slot has its content, nothing is past its time, no flow waits for a step, nobody is to be
 * won back and no touch is due. Not before all of it is known.
 */
export function isAllQuiet(
  { items, nextSteps, dueRescues }: Pick<TodayData, 'items' | 'nextSteps' | 'dueRescues'>,
  dueTouches: number | undefined,
  work: Pick<DayWork, 'counts' | 'missed'> | undefined,
): boolean {
  if (!work || work.counts.overdue > 0 || work.missed.length > 0) return false;
  const isPlanned = SLOTS.every((slot) => items.some((item) => item.slot === slot));
  return isPlanned && nextSteps.length === 0 && dueRescues === 0 && dueTouches === 0;
}
