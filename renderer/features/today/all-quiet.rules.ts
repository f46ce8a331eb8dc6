import { SLOTS } from '@shared/domain/calendar/content.schema';
import type { TodayData } from './today.queries';

/**
 * Every slot has its content, no flow waits for a step, nobody is to be won back and no touch is
 * due. Not before `dueTouches` is known.
 */
export function isAllQuiet(
  { items, nextSteps, dueRescues }: Pick<TodayData, 'items' | 'nextSteps' | 'dueRescues'>,
  dueTouches: number | undefined,
): boolean {
  const isPlanned = SLOTS.every((slot) => items.some((item) => item.slot === slot));
  return isPlanned && nextSteps.length === 0 && dueRescues === 0 && dueTouches === 0;
}
