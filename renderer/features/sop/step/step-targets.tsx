import { Button, Popover, TextInput } from '@mantine/core';
import { countsPeople, metricText, parseMetric } from '@shared/domain/sop/metric.rules';
import type { MetricUnit, SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { stepMessages } from '../step.messages';
import { setTargets } from '../step-edit.commands';
import classes from './step-metric.module.css';
import { useMetricWords } from './use-metric-words';

/** What a field of the form says: a number, nothing, or no number at all. */
type Typed = { count: number | null } | 'wrong';

function typed(text: string, unit: MetricUnit): Typed {
  const input = parseMetric(text, unit);
  if (input.kind === 'refused') return 'wrong';
  return { count: input.kind === 'count' ? input.count : null };
}

const asShare = (hundredths: number) => hundredths / 10_000;
const fromShare = (share: number) => Math.round(share * 10_000);

type StepTargetsProps = {
  run: SopRun;
  step: SopStep;
  /** The number is compared with the step before: target and red line are shares of it. */
  isShare: boolean;
};

/** Target and red line of this run's step: starting values that the leader sets to their own. */
export function StepTargets({ run, step, isShare }: StepTargetsProps) {
  const t = useMessages(stepMessages);
  const format = useFormat();
  const amount = useMetricWords();
  const { metric } = step.definition;
  const isRate = countsPeople(metric) && (isShare || metric.targetRate !== undefined);
  const unit: MetricUnit = isRate ? 'percent' : metric.unit;
  const stored = isRate
    ? {
        target: metric.targetRate === undefined ? undefined : fromShare(metric.targetRate),
        red: metric.redLineRate === undefined ? undefined : fromShare(metric.redLineRate),
      }
    : { target: metric.targetValue, red: metric.redLineValue };
  const [texts, setTexts] = useState<{ target: string; red: string }>();
  const target = typed(texts?.target ?? '', unit);
  const red = typed(texts?.red ?? '', unit);
  const asText = (count: number | undefined) =>
    count === undefined ? '' : metricText(count, unit);
  const save = () => {
    if (target === 'wrong' || red === 'wrong') return;
    setTexts(undefined);
    const at = { runId: run.id, position: step.position };
    const share = (count: number | null) => (count === null ? null : asShare(count));
    const given = isRate
      ? { targetRate: share(target.count), redLineRate: share(red.count) }
      : { targetValue: target.count, redLineValue: red.count };
    execute(setTargets, { ...at, ...given }).catch(showProblem);
  };
  const shown =
    stored.target === undefined
      ? t('targetNone')
      : isRate
        ? format.percent(asShare(stored.target))
        : amount(stored.target, unit);
  const label = t(isRate ? 'targetRate' : metric.direction === 'lower' ? 'targetMost' : 'target');
  const field = (name: 'target' | 'red', value: Typed) => (
    <TextInput
      size="sm"
      label={name === 'target' ? label : t('redLine')}
      error={value === 'wrong' ? t(isRate ? 'targetInvalid' : 'numberInvalid') : undefined}
      rightSection={isRate ? '%' : t(`unit_${unit}`)}
      rightSectionWidth={48}
      data-autofocus={name === 'target' || undefined}
      value={texts?.[name] ?? ''}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTexts((now) => now && { ...now, [name]: text });
      }}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
  return (
    <Popover
      opened={texts !== undefined}
      onChange={(opened) => !opened && setTexts(undefined)}
      trapFocus
      withArrow
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.target}
          title={t('targetHint')}
          disabled={run.status === 'ended'}
          onClick={() => setTexts({ target: asText(stored.target), red: asText(stored.red) })}
        >
          {label} {shown}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.targetForm}>
          {field('target', target)}
          {field('red', red)}
          <p className={classes.formHint}>{t('targetHint')}</p>
          <Button size="xs" onClick={save}>
            {t('targetSave')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
