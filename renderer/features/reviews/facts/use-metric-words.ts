import { metricText } from '@shared/domain/sop/metric.rules';
import type { MetricUnit } from '@shared/domain/sop/sop.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { factsMessages } from '../facts.messages';

/** A metric's number in its own unit. */
export function useMetricWords(): (count: number, unit: MetricUnit) => string {
  const t = useMessages(factsMessages);
  const format = useFormat();
  return (count, unit) => {
    if (unit === 'percent') return `${metricText(count, unit)}%`;
    if (unit === 'minutes') return t('minutes', { n: format.count(count) });
    if (unit === 'yesNo') return t(count === 1 ? 'yes' : 'no');
    return format.count(count);
  };
}
