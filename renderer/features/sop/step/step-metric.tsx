import { useMessages } from '@/app/i18n/messages';
import { stepMessages } from '../step.messages';
import { MetricField } from './metric-field';
import { MetricSource } from './metric-source';
import { MetricVerdict } from './metric-verdict';
import classes from './step-metric.module.css';
import type { StepPanelProps } from './step-panel';
import { StepTargets } from './step-targets';
import { useMetricWords } from './use-metric-words';

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
  const amount = useMetricWords();
  const before = previous?.steps.find((other) => other.position === step.position);
  const isClosed = step.state === 'skipped' || run.status === 'ended';
  return (
    <div className={classes.metric}>
      <div className={classes.field}>
        <MetricField
          step={step}
          text={reading.text}
          isDisabled={isBusy || isClosed}
          onEdit={onEdit}
          onSave={onSave}
          onComplete={onComplete}
        />
        <MetricSource {...props} onUse={(count) => onEdit(String(count))} />
      </div>
      <div className={classes.words}>
        <MetricVerdict step={step} reading={reading} bar={bar} previous={previous} />
        <p className={classes.quiet}>
          <StepTargets run={run} step={step} isShare={bar?.previousPosition !== undefined} />
          {previous && (
            <span>
              {before?.metricCount !== undefined && before.state === 'done'
                ? t('previous', {
                    amount: amount(before.metricCount, before.definition.metric.unit),
                  })
                : t('previousNone')}
            </span>
          )}
        </p>
      </div>
    </div>
  );
}
