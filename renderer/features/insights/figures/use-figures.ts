import { wilsonInterval } from '@shared/domain/statistics/proportion.rules';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { insightsMessages } from '../insights.messages';

/** Below this many people a percentage says more than is known. */
export const SMALLEST = 30;

/** Shares and money as every model writes them. */
export function useFigures() {
  const t = useMessages(insightsMessages);
  const format = useFormat();
  return useMemo(() => {
    const percent = (k: number, n: number) => format.percent(n > 0 ? k / n : Number.NaN, n);
    return {
      format,
      t,
      /** `12.3%`, or `4 / 17` where too few people stand behind it. */
      share: (k: number, n: number) =>
        n >= SMALLEST ? percent(k, n) : `${format.count(k)} / ${format.count(n)}`,
      /** `10.1% – 14.9%`; nothing where no percentage is shown. */
      interval(k: number, n: number): string | undefined {
        if (n < SMALLEST) return undefined;
        const found = wilsonInterval({ count: k, total: n });
        return found.kind === 'none'
          ? undefined
          : `${format.percent(found.low)} – ${format.percent(found.high)}`;
      },
      plainPercent: (rate: number) => format.percent(rate),
      people: (n: number) => t('people', { n: format.count(n) }),
      n: (n: number) => t('n', { n: format.count(n) }),
    };
  }, [t, format]);
}
