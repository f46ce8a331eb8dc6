import type { SopStep } from '@shared/domain/sop/sop.schema';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { wordsMessages } from '@/app/i18n/words.messages';
import { DueNote } from './due-note';
import classes from './run-stepper.module.css';
import { sopMessages } from './sop.messages';
import { useMetricWords } from './step/use-metric-words';

type RunStepperProps = {
  steps: readonly SopStep[];
  selected: number | undefined;
  onSelect: (position: number) => void;
};

/** The flow from top to bottom: what is done, what is open, what comes. */
export function RunStepper({ steps, selected, onSelect }: RunStepperProps) {
  const t = useMessages(sopMessages);
  return (
    <nav className={classes.stepper} aria-label={t('steps')}>
      <ol className={classes.list}>
        {steps.map((step) => (
          <StepperItem
            key={step.id}
            step={step}
            isSelected={step.position === selected}
            onSelect={() => onSelect(step.position)}
          />
        ))}
      </ol>
    </nav>
  );
}

type ItemProps = { step: SopStep; isSelected: boolean; onSelect: () => void };

function StepperItem({ step, isSelected, onSelect }: ItemProps) {
  const words = useMessages(wordsMessages);
  const amount = useMetricWords();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  const say = useBilingual();
  return (
    <li ref={item} className={classes.item} data-state={step.state}>
      <button
        type="button"
        className={classes.button}
        data-testid={`sop-step-${step.position}`}
        data-state={step.state}
        aria-current={isSelected ? 'step' : undefined}
        onClick={onSelect}
      >
        <span className={classes.mark} aria-hidden>
          <StepMark step={step} />
        </span>
        <span className={classes.text}>
          <span className={classes.title}>{say(step.definition.title)}</span>
          <span className={classes.state}>
            {step.state === 'done' && step.metricCount !== undefined && (
              <strong className={classes.count}>
                {amount(step.metricCount, step.definition.metric.unit)}
              </strong>
            )}
            {step.state === 'todo' ? words('stepState.todo') : <DueNote step={step} />}
          </span>
        </span>
      </button>
    </li>
  );
}

function StepMark({ step }: { step: SopStep }) {
  if (step.state === 'done') return <IconCheck size={15} stroke={2.5} />;
  if (step.state === 'skipped') return <IconMinus size={15} stroke={2.5} />;
  return <>{step.position}</>;
}
