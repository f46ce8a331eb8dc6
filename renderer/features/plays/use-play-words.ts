import type { ArmResult } from '@shared/domain/plays/play.rules';
import { useTranslation } from 'react-i18next';
import { i18n } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { playsMessages } from './plays.messages';
import type { ReadPlay } from './use-play-figures';

/** How plays speak of days, rates and intervals. */
export function usePlayWords() {
  const t = useMessages(playsMessages);
  const format = useFormat();
  const { i18n: current } = useTranslation(undefined, { i18n });
  const language = current.language === 'en' ? ('en' as const) : ('zh' as const);
  return {
    t,
    format,
    language,
    stateOf(days: ReadPlay['days'], startDay: string, windowDays: number) {
      switch (days.state) {
        case 'ahead':
          return t('state.ahead', { day: format.day(startDay) });
        case 'running':
          return t('state.running', { n: days.daysIn, of: windowDays });
        case 'over':
          return t('state.over', { of: windowDays });
      }
    },
    rateOf: (arm: ArmResult) =>
      arm.rate === undefined
        ? `${format.count(arm.buyers)} / ${format.count(arm.people)}`
        : format.percent(arm.rate),
    intervalOf: (arm: ArmResult) =>
      arm.rate === undefined || arm.interval.kind === 'none'
        ? undefined
        : `${format.percent(arm.interval.low)} – ${format.percent(arm.interval.high)}`,
  };
}
