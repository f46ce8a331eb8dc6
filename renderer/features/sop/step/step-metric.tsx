import { TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { stepMessages } from '../step.messages';
import { MetricSource } from './metric-source';
import { MetricVerdict } from './metric-verdict';
import classes from './step-metric.module.css';
import type { StepPanelProps } from './step-panel';
import { TargetRate } from './target-rate';

type StepMetricProps = StepPanelProps & {
  isBusy: boolean;
  onEdit: (text: string) => void;
  onSave: () => void;
  onComplete: () => void;
};

/** The one number of the step, what it says, its target and what it was last time. */
export function StepMetric(props: StepMetricProps) {
  const { run, step, reading, bar, previous, isBusy, onEdit, onSave, onComplete } = props;
  const t = useMessages(stepMessages);
  const say = useBilingual();
  const format = useFormat();
  const before = previous?.steps.find((other) => other.position === step.position);
  const atFocus = useRef('');
  const isOpen = step.state === 'todo' || step.state === 'doing';
  const isClosed = step.state === 'skipped' || run.status === 'ended';
  return (
    <div className={classes.metric}>
      <div className={classes.field}>
        <TextInput
          data-testid="sop-metric-input"
          classNames={{ input: classes.input }}
          label={say(step.definition.metric.name)}
          placeholder={t('placeholder')}
          inputMode="numeric"
          autoComplete="off"
          rightSection={<span className={classes.unit}>{t('people')}</span>}
          rightSectionWidth={56}
          disabled={isBusy || isClosed}
          value={reading.text}
          onChange={(event) => onEdit(event.currentTarget.value)}
          onFocus={(event) => {
            atFocus.current = event.currentTarget.value;
          }}
          onBlur={(event) => {
            const goesTo = event.relatedTarget;
            const isCompleting = goesTo instanceof HTMLElement && goesTo.dataset.completes;
            if (!isCompleting && event.currentTarget.value !== atFocus.current) onSave();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            if (isOpen) onComplete();
            else event.currentTarget.blur();
          }}
        />
        <MetricSource {...props} onUse={(count) => onEdit(String(count))} />
      </div>
      <div className={classes.words}>
        <MetricVerdict step={step} reading={reading} bar={bar} previous={previous} />
        <p className={classes.quiet}>
          {step.position > 1 && <TargetRate run={run} step={step} />}
          {previous && (
            <span>
              {before?.metricCount !== undefined && before.state === 'done'
                ? t('previous', { count: format.count(before.metricCount) })
                : t('previousNone')}
            </span>
          )}
        </p>
      </div>
    </div>
  );
}
