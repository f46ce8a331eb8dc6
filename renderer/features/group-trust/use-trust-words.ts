import type { LifePeriod } from '@shared/domain/group-life/figure-table';
import type { GroupLifeSettings, TrustPart } from '@shared/domain/group-life/life-settings.schema';
import type { TrustLine } from '@shared/domain/group-life/trust-lines.rules';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { trustMessages } from './trust.messages';

const SMALLEST_SAMPLE = 30;
type Trust = GroupLifeSettings['trust'];

const anchorOf = (part: TrustPart, anchors: Trust['anchors']): number | undefined =>
  part in anchors ? anchors[part as keyof typeof anchors] : undefined;

/** `62.3` from tenths of a point. */
export const pointsText = (tenths: number): string => (tenths / 10).toFixed(1);

/** The figures of the index as the leader reads them. */
export function useTrustWords() {
  const t = useMessages(trustMessages);
  const format = useFormat();
  return useMemo(() => {
    const signed = (tenths: number) =>
      tenths > 0 ? t('tenthsUp', { points: pointsText(tenths) }) : pointsText(tenths);
    const week = ({ from, to, days }: LifePeriod) =>
      days < 7
        ? t('runningWeek', { days })
        : t('week', { from: format.day(from), to: format.day(to) });
    /** Counts below 30, a rate with its counts from there on. */
    const rate = (k: number, n: number) => {
      const counts = { k: format.count(k), n: format.count(n) };
      if (n < SMALLEST_SAMPLE) return t('perCount', counts);
      return t('rateWithCount', { ...counts, rate: format.percent(k / n, n) });
    };
    const figure = ({ part, value, n = 0 }: TrustLine): string => {
      if (value === undefined) return t('noData');
      if (part === 'friendActions') return t('times', { n: format.count(value) });
      if (part === 'answerTime')
        return t('minutes', { minutes: value.toFixed(1), n: format.count(n) });
      return rate(Math.round(value * n), n);
    };
    const anchor = (part: TrustPart, trust: Trust): string => {
      const { goodAnswerMinutes: good, badAnswerMinutes: bad, anchors } = trust;
      if (part === 'answerTime') return t('anchorMinutes', { good, bad });
      const value = anchorOf(part, anchors) ?? 1;
      if (part === 'friendActions') return t('anchorTimes', { n: value });
      return format.percent(value);
    };
    return { signed, week, day: format.day, rate, figure, anchor };
  }, [t, format]);
}
