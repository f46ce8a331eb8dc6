import type { FunnelBar } from '@shared/domain/funnel/funnel.rules';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { judgeChange } from '@shared/domain/statistics/proportion.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { RunWithSteps } from '../sop.queries';
import { stepMessages } from '../step.messages';
import { funnelOf, type StepReading } from '../step-reading';
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
  const format = useFormat();
  if (reading.input.kind === 'refused') {
    return <p className={classes.problem}>{t(`refused_${reading.input.reason}`)}</p>;
  }
  if (bar?.status !== 'counted' || bar.count === undefined) {
    const words = step.position === 1 ? 'conversionFirst' : 'conversionWaiting';
    return <p className={classes.verdict}>{t(words)}</p>;
  }
  const { base, count, rate } = bar;
  if (base === undefined) return <p className={classes.verdict}>{t('conversionFirst')}</p>;
  if (bar.problem === 'moreThanBefore') {
    const extra = format.count(count - base);
    return <p className={classes.problem}>{t('conversionMore', { extra })}</p>;
  }
  if (rate === undefined) return <p className={classes.problem}>{t('conversionNobody')}</p>;
  if (bar.isSmall || bar.interval?.kind !== 'interval') {
    return <p className={classes.verdict}>{t('conversionSmall', { n: format.count(base) })}</p>;
  }
  const { low, high } = bar.interval;
  return (
    <>
      <p className={classes.verdict}>
        {t('conversion', {
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

function AgainstTarget({ step, bar }: { step: SopStep; bar: FunnelBar }) {
  const t = useMessages(stepMessages);
  const format = useFormat();
  const { targetRate, redLineRate } = step.definition.metric;
  const { rate, base, count } = bar;
  if (targetRate === undefined || rate === undefined || base === undefined) return null;
  const target = format.percent(targetRate);
  if (rate >= targetRate) {
    return (
      <span className={classes.light} data-light="green">
        {t('againstTarget_above', { target })}
      </span>
    );
  }
  if (redLineRate !== undefined && rate < redLineRate) {
    return (
      <span className={classes.light} data-light="red">
        {t('againstTarget_red', { red: format.percent(redLineRate) })}
      </span>
    );
  }
  const gap = format.count(Math.ceil(base * targetRate - 1e-9) - (count ?? 0));
  return (
    <span className={classes.light} data-light="yellow">
      {t('againstTarget_below', { target, gap })}
    </span>
  );
}

type AgainstPreviousProps = { step: SopStep; bar: FunnelBar; previous: RunWithSteps | null };

function AgainstPrevious({ step, bar, previous }: AgainstPreviousProps) {
  const t = useMessages(stepMessages);
  const before = previous && funnelOf(previous.steps)[step.position - 1];
  if (before?.base === undefined || before.count === undefined || before.rate === undefined) {
    return null;
  }
  const { base = 0, count = 0, rate = 0 } = bar;
  const change = judgeChange({ count: before.count, total: before.base }, { count, total: base });
  const diff = (rate - before.rate) * 100;
  const points = Math.abs(diff).toFixed(1);
  return <span>{t(`change_${change}`, { points, direction: t(diff < 0 ? 'down' : 'up') })}</span>;
}
