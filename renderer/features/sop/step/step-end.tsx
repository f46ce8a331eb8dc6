import { Button } from '@mantine/core';
import { gateOf } from '@shared/domain/sop/gate.rules';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { stepMessages } from '../step.messages';
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
  if (run.status === 'ended') return <ClosedNote step={step} />;
  if (step.state === 'done' || step.state === 'skipped') {
    return (
      <div className={classes.end}>
        <Button variant="default" disabled={isBusy} onClick={actions.reopen}>
          {t('reopen')}
        </Button>
        {problem ? <Problem text={problem} /> : <ClosedNote step={step} />}
      </div>
    );
  }
  if (isSkipping) {
    return <SkipForm isBusy={isBusy} onSkip={actions.skip} onCancel={() => setSkipping(false)} />;
  }
  const open = gateOf(step).missing.length;
  return (
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
      <Button variant="subtle" color="gray" disabled={isBusy} onClick={() => setSkipping(true)}>
        {t('skip')}
      </Button>
      {problem && <Problem text={problem} />}
      {!problem && open > 0 && (
        <span className={classes.quiet}>
          {t(step.definition.rigour === 'critical' ? 'openCritical' : 'openHint', { count: open })}
        </span>
      )}
    </div>
  );
}

function Problem({ text }: { text: string }) {
  return (
    <span className={classes.problem} role="alert">
      {text}
    </span>
  );
}

function ClosedNote({ step }: { step: SopStep }) {
  const t = useMessages(stepMessages);
  const say = useBilingual();
  if (step.skipReason) {
    return <span className={classes.quiet}>{t('skipReason', { reason: step.skipReason })}</span>;
  }
  const left = new Set(step.overriddenKeys);
  const items = step.definition.checklist
    .filter((item) => left.has(item.key))
    .map((item) => say(item.label))
    .join('; ');
  return items ? <span className={classes.quiet}>{t('overridden', { items })}</span> : null;
}
