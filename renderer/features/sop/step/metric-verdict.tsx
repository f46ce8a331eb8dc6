import type { FunnelBar } from '@shared/domain/funnel/funnel.rules';
import { countsPeople, metricStatusOf } from '@shared/domain/sop/metric.rules';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { judgeChange } from '@shared/domain/statistics/proportion.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { RunWithSteps } from '../sop.queries';
import { stepMessages } from '../step.messages';
import { funnelOf, type StepReading } from '../step-reading';
import { AgainstTarget, AgainstValue } from './against-target';
import classes from './step-metric.module.css';

type MetricVerdictProps = {
  step: SopStep;
  reading: StepReading;
  bar: FunnelBar | undefined;
  previous: RunWithSteps | null;
};

/** What the number says: conversion with its interval, against the target and the last run. */
export function MetricVerdict({ step, reading, bar, previous }: MetricVerdictProps) {
  const t = useMessages(stepMessages);
  const { metric } = step.definition;
  if (reading.input.kind === 'refused') {
    const { reason } = reading.input;
    const isPercent = metric.unit === 'percent' && (reason === 'tooLarge' || reason === 'fraction');
    return (
      <p className={classes.problem}>
        {t(isPercent ? `refusedPercent_${reason}` : `refused_${reason}`)}
      </p>
    );
  }
  const count = reading.input.kind === 'count' ? reading.input.count : undefined;
  const value =
    count === undefined || metricStatusOf(metric, { count }) === 'none' ? null : (
      <p className={classes.quiet}>
        <AgainstValue metric={metric} count={count} />
      </p>
    );
  if (!countsPeople(metric)) {
    const hasTarget = metric.targetValue !== undefined || metric.redLineValue !== undefined;
    const words = hasTarget ? 'valueWaiting' : 'valueAlone';
    return value ?? <p className={classes.verdict}>{t(words)}</p>;
  }
  if (!bar) return value ?? <p className={classes.verdict}>{t('valueAlone')}</p>;
  return (
    <>
      <Conversion step={step} bar={bar} previous={previous} />
      {value}
    </>
  );
}

type ConversionProps = { step: SopStep; bar: FunnelBar; previous: RunWithSteps | null };

function Conversion({ step, bar, previous }: ConversionProps) {
  const t = useMessages(stepMessages);
  const format = useFormat();
  if (bar.status !== 'counted' || bar.count === undefined) {
    const words = step.position === 1 ? 'conversionFirst' : 'conversionWaiting';
    return <p className={classes.verdict}>{t(words)}</p>;
  }
  const { base, count, rate } = bar;
  if (base === undefined) return <p className={classes.verdict}>{t('conversionFirst')}</p>;
  // An optional or open step in between is passed over: then the step compared with has its name.
  const isNext = bar.passedOver === undefined;
  const before = isNext ? t('before') : t('beforeStep', { position: bar.previousPosition ?? '' });
  if (bar.problem === 'moreThanBefore') {
    const extra = format.count(count - base);
    return <p className={classes.problem}>{t('conversionMore', { extra, before })}</p>;
  }
  if (rate === undefined) return <p className={classes.problem}>{t('conversionNobody')}</p>;
  if (bar.isSmall || bar.interval?.kind !== 'interval') {
    return (
      <p className={classes.verdict}>{t('conversionSmall', { n: format.count(base), before })}</p>
    );
  }
  const { low, high } = bar.interval;
  return (
    <>
      <p className={classes.verdict}>
        {t('conversion', {
          before,
          rate: format.percent(rate),
          low: format.percent(low),
          high: format.percent(high),
          n: format.count(base),
        })}
      </p>
      <p className={classes.quiet}>
        <AgainstTarget step={step} bar={bar} />
        <AgainstPrevious step={step} bar={bar} previous={previous} />
      </p>
    </>
  );
}

function AgainstPrevious({ step, bar, previous }: ConversionProps) {
  const t = useMessages(stepMessages);
  const before =
    previous && funnelOf(previous.steps).find(({ position }) => position === step.position);
  if (before?.base === undefined || before.count === undefined || before.rate === undefined) {
    return null;
  }
  const { base = 0, count = 0, rate = 0 } = bar;
  const change = judgeChange({ count: before.count, total: before.base }, { count, total: base });
  const diff = (rate - before.rate) * 100;
  const points = Math.abs(diff).toFixed(1);
  return <span>{t(`change_${change}`, { points, direction: t(diff < 0 ? 'down' : 'up') })}</span>;
}
