import type { ContentRepeat, RepeatRule } from '@shared/domain/calendar/repeat.schema';
import { addDays } from '@shared/lib/time';
import { useCallback } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { repeatMessages } from './repeat.messages';

/** Any Monday: weekdays are named by their days. */
const A_MONDAY = '2024-01-01';

export function useWeekdayName(): (weekday: number) => string {
  const format = useFormat();
  return useCallback((weekday) => format.weekday(addDays(A_MONDAY, weekday - 1)), [format]);
}

/** A repeat's times in a sentence: "每 2 周周一、周四，放假不发，到 12月31日". */
export function useRuleWords(): (
  repeat: Pick<ContentRepeat, 'rule' | 'skip' | 'untilDay'>,
) => string {
  const t = useMessages(repeatMessages);
  const format = useFormat();
  const weekdayName = useWeekdayName();
  return useCallback(
    ({ rule, skip, untilDay }) => {
      const comma = t('listComma');
      const ruleText = (it: RepeatRule) => {
        const sorted = (days: readonly number[]) => [...days].sort((a, b) => a - b);
        switch (it.kind) {
          case 'weekdays': {
            const every =
              it.everyWeeks === 1 ? t('everyWeek') : t('everyNWeeks', { n: it.everyWeeks });
            const days = sorted(it.weekdays).map(weekdayName).join(comma);
            return t('rule.weekdays', { every, days });
          }
          case 'monthDays': {
            const days = sorted(it.days).map((day) => (day === 31 ? t('lastOfMonth') : day));
            return t('rule.monthDays', { days: days.join(comma) });
          }
          case 'lunar': {
            const month =
              it.month === undefined ? t('lunarEveryMonth') : t('lunarMonthN', { n: it.month });
            return t('rule.lunar', { month, days: sorted(it.days).join(comma) });
          }
        }
      };
      const bare = ruleText(rule);
      const skipping =
        skip === 'never' ? bare : t('rule.skip', { text: bare, skip: t(`but.${skip}`) });
      return untilDay === undefined
        ? skipping
        : t('rule.until', { text: skipping, day: format.fullDay(untilDay) });
    },
    [t, format, weekdayName],
  );
}
