import { Button, Collapse, NumberInput } from '@mantine/core';
import { EXPERIMENT_METRICS } from '@shared/domain/experiments/experiment.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { type Draft, shownWeights } from '../experiment-draft';
import { experimentsMessages } from '../experiments.messages';
import classes from '../experiments.module.css';
import { decimal } from '../words';
import { draftMessages } from './draft.messages';

const PER_CENT = 100;

type JudgeFieldsProps = {
  draft: Draft;
  change: (patch: Partial<Draft>) => void;
  /** How alike groups were in earlier experiments; absent before the first. */
  known: { value: number; n: number } | undefined;
};

type ShareFieldProps = {
  label: string;
  hint?: string;
  testId?: string;
  min?: number;
  max: number;
  step?: number;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
};

/** A share that people write as a percentage; what is not a number leaves it empty. */
function PercentField({
  label,
  hint,
  testId,
  min = 0,
  max,
  step,
  value,
  onChange,
}: ShareFieldProps) {
  return (
    <NumberInput
      label={label}
      {...(hint !== undefined && { description: hint })}
      inputWrapperOrder={['label', 'input', 'description']}
      data-testid={testId}
      hideControls
      suffix="%"
      min={min}
      max={max}
      {...(step !== undefined && { step })}
      decimalScale={2}
      value={value === undefined ? '' : Number((value * PER_CENT).toFixed(4))}
      onChange={(next) => onChange(next === '' ? undefined : Number(next) / PER_CENT)}
    />
  );
}

/** The end, who must have seen it, what weighs how much, and what the plan assumes. */
export function JudgeFields({ draft, change, known }: JudgeFieldsProps) {
  const t = useMessages(draftMessages);
  const words = useMessages(experimentsMessages);
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const shown = shownWeights(draft.weights);
  const weightWords = Object.fromEntries(
    EXPERIMENT_METRICS.map((metric) => [metric, format.percent(shown[metric])]),
  );
  return (
    <>
      <div className={classes.pair}>
        <NumberInput
          label={t('hours')}
          description={t('hoursHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          data-testid="experiment-hours"
          hideControls
          allowDecimal={false}
          min={1}
          max={1440}
          value={draft.hours}
          onChange={(value) => value !== '' && change({ hours: Math.max(1, Number(value)) })}
        />
        <NumberInput
          label={t('minPeople')}
          description={t('minPeopleHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          data-testid="experiment-min-people"
          hideControls
          allowDecimal={false}
          min={1}
          max={10_000_000}
          value={draft.minPeople}
          onChange={(value) => value !== '' && change({ minPeople: Math.max(1, Number(value)) })}
        />
      </div>
      <div>
        <div className={classes.trio}>
          {EXPERIMENT_METRICS.map((metric) => (
            <PercentField
              key={metric}
              label={words(`metric.${metric}`)}
              max={100}
              value={draft.weights[metric]}
              onChange={(value) =>
                change({ weights: { ...draft.weights, [metric]: Math.min(1, value ?? 0) } })
              }
            />
          ))}
        </div>
        <p className={classes.quiet}>{t('weightsHint', weightWords)}</p>
      </div>
      <div>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('more')}
        </Button>
        <Collapse expanded={isOpen}>
          <div className={classes.pair}>
            <PercentField
              label={t('baseline')}
              testId="experiment-baseline"
              max={100}
              value={draft.baseline}
              onChange={(value) => change({ baseline: value })}
            />
            <PercentField
              label={t('smallestEffect')}
              testId="experiment-effect"
              max={100}
              value={draft.smallestEffect}
              onChange={(value) => change({ smallestEffect: value })}
            />
            <div>
              <NumberInput
                label={t('correlation')}
                description={t('correlationHint')}
                inputWrapperOrder={['label', 'input', 'description']}
                hideControls
                min={0}
                max={1}
                decimalScale={4}
                value={draft.clusterCorrelation ?? ''}
                onChange={(value) =>
                  change({ clusterCorrelation: value === '' ? undefined : Number(value) })
                }
              />
              {known && (
                <p className={classes.quiet}>
                  {t('correlationKnown', { n: known.n, value: decimal(known.value, 3) })}
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    onClick={() => change({ clusterCorrelation: known.value })}
                  >
                    {t('useIt')}
                  </Button>
                </p>
              )}
            </div>
            <PercentField
              label={t('reach')}
              hint={t('reachHint')}
              max={100}
              value={draft.expectedReach ?? 1}
              onChange={(value) => change({ expectedReach: value })}
            />
            <PercentField
              label={t('alpha')}
              min={0.1}
              max={50}
              value={draft.alpha}
              onChange={(value) => change({ alpha: Math.min(0.5, Math.max(0.001, value ?? 0.05)) })}
            />
            <PercentField
              label={t('power')}
              min={50}
              max={99.9}
              value={draft.power}
              onChange={(value) => change({ power: Math.min(0.999, Math.max(0.5, value ?? 0.8)) })}
            />
          </div>
        </Collapse>
      </div>
    </>
  );
}
