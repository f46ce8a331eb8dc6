import { Button, TextInput } from '@mantine/core';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { explainOverride } from '../sop.commands';
import { stepMessages } from '../step.messages';
import classes from './step-metric.module.css';

/** What is kept of a closed step: who closed it when, what was left open, and why. */
export function ClosedNote({ run, step }: { run: SopRun; step: SopStep }) {
  const t = useMessages(stepMessages);
  const say = useBilingual();
  const format = useFormat();
  if (step.state === 'todo' || step.state === 'doing') return null;
  const when = step.doneAt === undefined ? '' : format.dateTime(step.doneAt);
  const who = step.doneBy ? t('byWhom', { name: step.doneBy, when }) : when;
  if (step.skipReason) {
    return (
      <span className={classes.quiet}>
        {t('skipReason', { reason: step.skipReason })} {who}
      </span>
    );
  }
  const left = new Set(step.overriddenKeys);
  const items = step.definition.checklist
    .filter((item) => left.has(item.key))
    .map((item) => say(item.label))
    .join('; ');
  if (!items) return <span className={classes.quiet}>{who}</span>;
  return (
    <span className={classes.quiet}>
      <span className={classes.left} title={items}>
        {t('overridden', { items })}
      </span>
      {step.overrideReason ? (
        <span>{t('overrideBecause', { reason: step.overrideReason })}</span>
      ) : (
        run.status !== 'ended' && <ExplainForm run={run} step={step} />
      )}
      <span>{who}</span>
    </span>
  );
}

function ExplainForm({ run, step }: { run: SopRun; step: SopStep }) {
  const t = useMessages(stepMessages);
  const [reason, setReason] = useState<string>();
  if (reason === undefined) {
    return (
      <Button variant="transparent" size="compact-xs" onClick={() => setReason('')}>
        {t('overrideExplain')}
      </Button>
    );
  }
  const save = () => {
    setReason(undefined);
    if (reason.trim() === '') return;
    const input = { runId: run.id, position: step.position, reason };
    execute(explainOverride, input).catch(showProblem);
  };
  return (
    <TextInput
      autoFocus
      size="xs"
      aria-label={t('overrideReason')}
      placeholder={t('overrideReason')}
      maxLength={500}
      value={reason}
      onChange={(event) => setReason(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
        if (event.key === 'Escape') setReason(undefined);
      }}
    />
  );
}
