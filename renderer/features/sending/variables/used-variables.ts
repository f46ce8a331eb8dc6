import { variablesIn } from '@shared/domain/calendar/send-text.rules';
import type { DayList } from '../day-list.queries';
import { inOrder } from '../list/work-order';

/** The variables that the day's texts ask for, by their keys. */
export function usedVariables({ work }: DayList): string[] {
  return inOrder(work).flatMap(({ item }) => variablesIn(item.text ?? ''));
}
