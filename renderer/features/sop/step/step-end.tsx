import { Button, TextInput } from '@mantine/core';
import { gateOf } from '@shared/domain/sop/gate.rules';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { stepMessages } from '../step.messages';
import { ClosedNote } from './closed-note';
import { GateNote } from './gate-note';
import { SkipForm } from './skip-form';
import classes from './step-metric.module.css';
import type { StepActions } from './use-step-actions';

type StepEndProps = {
  run: SopRun;
  step: SopStep;
  actions: StepActions;
  problem: string | undefined;
};

/** How the step ends: completed, skipped with a reason, or opened again. */
export function StepEnd({ run, step, actions, problem }: StepEndProps) {
  const t = useMessages(stepMessages);
  const [isSkipping, setSkipping] = useState(false);
  const { isBusy } = actions;
  if (run.status === 'ended') return <ClosedNote run={run} step={step} />;
  if (step.state === 'done' || step.state === 'skipped') {
    return (
      <div className={classes.end}>
        <Button variant="default" disabled={isBusy} onClick={actions.reopen}>
          {t('reopen')}
        </Button>
        {problem ? <Problem text={problem} /> : <ClosedNote run={run} step={step} />}
      </div>
    );
  }
  if (isSkipping) {
    return <SkipForm isBusy={isBusy} onSkip={actions.skip} onCancel={() => setSkipping(false)} />;
  }
  const gate = gateOf(step);
  const isOverride = step.definition.rigour === 'standard' && gate.missing.length > 0;
  return (
    <>
      <GateNote step={step} gate={gate} />
      {problem && <Problem text={problem} />}
      <div className={classes.end}>
        <Button
          data-testid="sop-complete-step"
          data-completes
          leftSection={<IconCheck size={16} />}
          disabled={isBusy}
          onClick={actions.complete}
        >
          {t('complete')}
        </Button>
        {isOverride && (
          <TextInput
            className={classes.reason}
            data-testid="sop-override-reason"
            aria-label={t('overrideReason')}
            placeholder={t('overrideReason')}
            maxLength={500}
            disabled={isBusy}
            value={actions.overrideReason}
            onChange={(event) => actions.setOverrideReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) actions.complete();
            }}
          />
        )}
        <Button variant="subtle" color="gray" disabled={isBusy} onClick={() => setSkipping(true)}>
          {t('skip')}
        </Button>
      </div>
    </>
  );
}

function Problem({ text }: { text: string }) {
  return (
    <span className={classes.problem} role="alert">
      {text}
    </span>
  );
}
