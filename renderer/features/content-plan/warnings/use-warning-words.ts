import type { Cell } from '@shared/domain/calendar/cell.rules';
import type { PlanWarning, TooMuch } from '@shared/domain/calendar/guard.types';
import { assertNever } from '@shared/lib/errors';
import { useCallback } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { warningsMessages } from './warnings.messages';

/** One sentence for a warning: where, what, how much against which limit. */
export function useWarningWords(): (warning: PlanWarning) => string {
  const t = useMessages(warningsMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  return useCallback(
    (warning) => {
      const where = ({ date, slot }: Cell) =>
        t('where', { day: format.dayWithWeekday(date), slot: words(`slot.${slot}`) });
      const groupsOf = ({ group, groupCount }: TooMuch) =>
        t(groupCount === 1 ? 'oneGroup' : 'manyGroups', { group: group.name, n: groupCount });
      switch (warning.kind) {
        case 'gap':
        case 'crowded': {
          const { kind, cell, count, limit } = warning;
          return t(kind, { where: where(cell), count, limit });
        }
        case 'groupSlot': {
          const { cell, count, limit } = warning;
          return t('groupSlot', { where: where(cell), groups: groupsOf(warning), count, limit });
        }
        case 'groupDay': {
          const { date, count, limit } = warning;
          const day = format.dayWithWeekday(date);
          return t('groupDay', { day, groups: groupsOf(warning), count, limit });
        }
        case 'repeated': {
          const { cell, title, earlier, days, likenessPercent, group } = warning;
          const day = format.day(earlier.date);
          const told = { where: where(cell), title, day, days, earlier: earlier.title };
          const text =
            likenessPercent === 100
              ? t('repeatedSame', told)
              : t('repeatedNear', { ...told, likeness: likenessPercent });
          return group ? t('repeatedIn', { text, group: group.name }) : text;
        }
        case 'undisclosed': {
          const { cell, title, column } = warning;
          return column === undefined
            ? t('undisclosed', { where: where(cell), title })
            : t('undisclosedColumn', { where: where(cell), title, column });
        }
        case 'columnOften':
        case 'columnRare': {
          const { column, count, perWeek } = warning;
          return t('column', { column, count, perWeek });
        }
        default:
          return assertNever(warning, 'warning');
      }
    },
    [t, words, format],
  );
}
