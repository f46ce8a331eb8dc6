import type { FunnelBar } from '@shared/domain/funnel/funnel.rules';
import { metricStatusOf } from '@shared/domain/sop/metric.rules';
import type { SopStep, StepMetric } from '@shared/domain/sop/sop.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { stepMessages } from '../step.messages';
import classes from './step-metric.module.css';
import { useMetricWords } from './use-metric-words';

const LIGHTS = { reached: 'green', below: 'yellow', red: 'red' } as const;

/** The share of the step before against its target and red line, each with a shape and a word. */
export function AgainstTarget({ step, bar }: { step: SopStep; bar: FunnelBar }) {
  const t = useMessages(stepMessages);
  const format = useFormat();
  const { metric } = step.definition;
  const { targetRate, redLineRate } = metric;
  const { rate, base, count = 0 } = bar;
  if (rate === undefined || base === undefined) return null;
  const shares = { ...metric, targetValue: undefined, redLineValue: undefined };
  const status = metricStatusOf(shares, { count, rate });
  if (status === 'none') return null;
  const target = targetRate === undefined ? t('targetNone') : format.percent(targetRate);
  const words = () => {
    const isLower = metric.direction === 'lower';
    if (status === 'red') {
      const red = format.percent(redLineRate ?? 0);
      return t(isLower ? 'againstTarget_redOver' : 'againstTarget_red', { red });
    }
    if (status === 'reached') return t('againstTarget_above', { target });
    const gap = Math.abs(Math.ceil(base * (targetRate ?? 0) - 1e-9) - count);
    return t(isLower ? 'againstTarget_more' : 'againstTarget_below', {
      target,
      gap: format.count(gap),
    });
  };
  return (
    <span className={classes.light} data-light={LIGHTS[status]}>
      {words()}
    </span>
  );
}

/** The number itself against its target and red line. */
export function AgainstValue({ metric, count }: { metric: StepMetric; count: number }) {
  const t = useMessages(stepMessages);
  const amount = useMetricWords();
  const shares = { ...metric, targetRate: undefined, redLineRate: undefined };
  const status = metricStatusOf(shares, { count });
  if (status === 'none') return null;
  const isLower = metric.direction === 'lower';
  const words = () => {
    const target =
      metric.targetValue === undefined ? undefined : amount(metric.targetValue, metric.unit);
    if (status === 'red') {
      const red = amount(metric.redLineValue ?? 0, metric.unit);
      return t(isLower ? 'value_redOver' : 'value_redUnder', { red });
    }
    if (target === undefined) return t('value_clear');
    if (status === 'reached') return t('value_reached', { target });
    return t(isLower ? 'value_over' : 'value_under', { target });
  };
  return (
    <span className={classes.light} data-light={LIGHTS[status]}>
      {words()}
    </span>
  );
}
