import type { Cell } from '@shared/domain/calendar/cell.rules';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { calendarMessages } from './calendar.messages';

/** A cell in words: `11月18日周三 午间`. */
export function useWhere(): (cell: Cell) => string {
  const t = useMessages(calendarMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  return ({ date, slot }) =>
    t('where', { day: format.dayWithWeekday(date), slot: words(`slot.${slot}`) });
}
