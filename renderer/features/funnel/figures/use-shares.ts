import type { FunnelBar } from '@shared/domain/funnel/funnel.rules';
import { SMALL_SAMPLE_SIZE, wilsonInterval } from '@shared/domain/statistics/proportion.rules';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { figureMessages } from './figures.messages';

/** Shares as every page of the funnel writes them. */
export function useShares() {
  const t = useMessages(figureMessages);
  const format = useFormat();
  return useMemo(() => {
    const interval = (low: number, high: number) =>
      t('interval', { low: format.percent(low), high: format.percent(high) });
    const share = (count: number, total: number) =>
      total < SMALL_SAMPLE_SIZE
        ? t('ofTotal', { count: format.count(count), total: format.count(total) })
        : format.percent(count / total);
    return {
      t,
      format,
      interval,
      /** `12.3%`, or `4 / 17` where too few people stand behind it. */
      share,
      n: (total: number) => t('n', { n: format.count(total) }),
      /** `3.2`, `-1.0`: a difference in percentage points, always with its sign. */
      points: (diff: number) => `${diff > 0 ? '+' : ''}${(diff * 100).toFixed(1)}`,
      /** A bar's share with its interval; what is too small, or adds up to nothing, in counts. */
      barWords(bar: FunnelBar): { value: string; more: string } {
        if (bar.status === 'skipped') return { value: t('skipped'), more: '' };
        if (bar.count === undefined) return { value: '—', more: t('waiting') };
        if (bar.base === undefined) return { value: '', more: t('start') };
        if (bar.interval?.kind !== 'interval' || bar.isSmall) {
          return {
            value: t('ofTotal', { count: format.count(bar.count), total: format.count(bar.base) }),
            more: bar.isSmall ? t('small') : '',
          };
        }
        const { low, high } = bar.interval;
        return { value: share(bar.count, bar.base), more: interval(low, high) };
      },
      /** `12.3% (10.1%–14.9%)`; counts where too few. */
      shareWithInterval(count: number, total: number): string {
        const found = wilsonInterval({ count, total });
        if (total < SMALL_SAMPLE_SIZE || found.kind === 'none') return share(count, total);
        return t('withInterval', {
          share: share(count, total),
          interval: interval(found.low, found.high),
        });
      },
      people: (count: number) =>
        count > 0 && count < 10 && !Number.isInteger(count)
          ? count.toFixed(1)
          : format.count(Math.round(count)),
    };
  }, [t, format]);
}
