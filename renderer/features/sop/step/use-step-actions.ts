import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { useEffect, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { completeStep, readMetric, reopenStep, skipStep } from '../sop.commands';
import { stepMessages } from '../step.messages';
import type { StepReading } from '../step-reading';
import { useMetricWords } from './use-metric-words';

type StepActionsInput = {
  run: SopRun;
  step: SopStep;
  reading: StepReading;
  stepCount: number;
  onProblem: (text: string | undefined) => void;
  onDraft: (text: string | undefined) => void;
};

export type StepActions = {
  /** True from the click until the step has changed: nothing typed meanwhile can get lost. */
  isBusy: boolean;
  complete: () => void;
  /** Why a standard step is completed with open items; may stay empty. */
  overrideReason: string;
  setOverrideReason: (reason: string) => void;
  save: () => void;
  skip: (reason: string) => void;
  reopen: () => void;
};

/** What can be done with the step on screen; refusals come back as a sentence beside the button. */
export function useStepActions(input: StepActionsInput): StepActions {
  const { run, step, reading, stepCount, onProblem, onDraft } = input;
  const t = useMessages(stepMessages);
  const amount = useMetricWords();
  const [busyIn, setBusyIn] = useState<SopStep['state']>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed state is what was waited for
  useEffect(() => setBusyIn(undefined), [step.state]);
  const [overrideReason, setOverrideReason] = useState('');
  const { position } = step;
  const isOpen = step.state === 'todo' || step.state === 'doing';
  const at = { runId: run.id, position };

  const act = async (work: () => Promise<void>) => {
    setBusyIn(step.state);
    onProblem(undefined);
    try {
      await work();
    } catch (error) {
      onProblem(problemText(error));
      setBusyIn(undefined);
    }
  };

  /** The number in the field, or `undefined` after having said why it cannot be taken. */
  const readField = () => {
    const { input: typed, source } = reading;
    if (typed.kind === 'refused') onProblem(t(`refused_${typed.reason}`));
    if (typed.kind !== 'count') return undefined;
    return { count: typed.count, source };
  };

  const complete = () => {
    const read = readField();
    if (!read && reading.input.kind === 'refused') return;
    void act(async () => {
      const done = await execute(completeStep, {
        ...at,
        ...(read ? { reading: read } : {}),
        ...(overrideReason.trim() ? { overrideReason } : {}),
      });
      onDraft(undefined);
      const open = done.overriddenCount;
      const text =
        open > 0 ? t('doneWithOpen', { position, count: open }) : t('done', { position });
      showDone(done.isRunFinished && open === 0 ? t('runDone', { count: stepCount }) : text, {
        undo: true,
      });
    });
  };

  const save = () => {
    if (busyIn !== undefined) return;
    const isSame =
      reading.input.kind === 'count' &&
      reading.input.count === step.metricCount &&
      reading.source === step.metricSource;
    if (isSame || step.state === 'skipped' || run.status === 'ended') return;
    const isCleared = reading.input.kind === 'empty' && step.metricCount !== undefined && isOpen;
    const read = readField();
    if (!read && !isCleared) return;
    const work = async () => {
      await execute(readMetric, { ...at, ...(read ? { reading: read } : {}) });
      onDraft(undefined);
      if (read && !isOpen) {
        showDone(
          t('saved', { position, amount: amount(read.count, step.definition.metric.unit) }),
          { undo: true },
        );
      }
    };
    work().catch((error) => onProblem(problemText(error)));
  };

  const skip = (reason: string) =>
    void act(async () => {
      await execute(skipStep, { ...at, reason });
      onDraft(undefined);
      showDone(t('skipped', { position }), { undo: true });
    });

  const reopen = () =>
    void act(async () => {
      await execute(reopenStep, at);
      showDone(t('reopened', { position }), { undo: true });
    });

  return {
    isBusy: busyIn === step.state,
    complete,
    overrideReason,
    setOverrideReason,
    save,
    skip,
    reopen,
  };
}
