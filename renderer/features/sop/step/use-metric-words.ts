import { metricText } from '@shared/domain/sop/metric.rules';
import type { MetricUnit } from '@shared/domain/sop/sop.schema';
import { assertNever } from '@shared/lib/errors';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { stepMessages } from '../step.messages';

/** A stored number as one reads it: "352 人", "12.5%", "8 分钟", "是". */
export function useMetricWords(): (count: number, unit: MetricUnit) => string {
  const t = useMessages(stepMessages);
  const format = useFormat();
  return (count, unit) => {
    switch (unit) {
      case 'percent':
        return `${metricText(count, unit)}%`;
      case 'yesNo':
        return t(count > 0 ? 'yes' : 'no');
      case 'people':
      case 'exposures':
      case 'count':
      case 'minutes':
        return t(`amount_${unit}`, { count: format.count(count) });
      default:
        return assertNever(unit, 'useMetricWords');
    }
  };
}
