import { MEASURE_KIND, type Measure } from '@shared/domain/content-results/measures.rules';
import type { Comparison, Reading } from '@shared/domain/content-results/ratio.rules';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { contentResultsMessages } from './content-results.messages';

/** Readings of measures in words: value, n, interval, difference. */
export function useMeasureWords() {
  const t = useMessages(contentResultsMessages);
  const format = useFormat();
  return useMemo(() => {
    const seconds = (value: number) => {
      const whole = Math.round(value);
      return whole < 60
        ? t('seconds', { s: whole })
        : t('minutes', { m: Math.floor(whole / 60), s: whole % 60 });
    };
    const value = (measure: Measure, amount: number) => {
      const kind = MEASURE_KIND[measure];
      if (kind === 'share') return format.percent(amount);
      return kind === 'money' ? format.money(Math.round(amount)) : seconds(amount);
    };
    /** A share of few people as counts, a mean of few things as their sum. */
    const reading = (measure: Measure, it: Reading) => {
      if (!it.isThin) return value(measure, it.value);
      const kind = MEASURE_KIND[measure];
      if (kind === 'share') {
        return t('partOf', { num: format.count(it.num), n: format.count(it.n) });
      }
      const sum = kind === 'money' ? format.money(Math.round(it.num)) : seconds(it.num);
      return t('sumOf', { sum });
    };
    const n = (measure: Measure, it: Reading) =>
      t('n', { n: format.count(it.n), unit: t(`unit.${measure}`) });
    const nItems = (measure: Measure, it: Reading) =>
      t('nItems', { items: it.items, n: format.count(it.n), unit: t(`unit.${measure}`) });
    const interval = (measure: Measure, { low, high, isThin }: Reading) =>
      isThin || low === undefined || high === undefined
        ? ''
        : t('between', { low: value(measure, low), high: value(measure, high) });
    const signed = (measure: Measure, amount: number) => {
      const sign = amount > 0 ? '+' : amount < 0 ? '−' : '±';
      const plain = Math.abs(amount);
      return MEASURE_KIND[measure] === 'share'
        ? `${sign}${t('points', { n: (plain * 100).toFixed(1) })}`
        : `${sign}${value(measure, plain)}`;
    };
    const difference = (measure: Measure, it: Comparison) =>
      it.kind === 'none' ? undefined : signed(measure, it.diff);
    const differenceRange = (measure: Measure, it: Comparison) => {
      if (it.kind === 'none') return '';
      if (MEASURE_KIND[measure] !== 'share') {
        return t('fromTo', { low: signed(measure, it.low), high: signed(measure, it.high) });
      }
      const plain = (amount: number) =>
        `${amount > 0 ? '+' : amount < 0 ? '−' : '±'}${Math.abs(amount * 100).toFixed(1)}`;
      return t('points', { n: t('fromTo', { low: plain(it.low), high: plain(it.high) }) });
    };
    const name = (measure: Measure) => t(`measure.${measure}`);
    return { name, value, reading, n, nItems, interval, signed, difference, differenceRange };
  }, [t, format]);
}
export type MeasureWords = ReturnType<typeof useMeasureWords>;
