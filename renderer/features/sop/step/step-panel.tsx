import type { FunnelBar } from '@shared/domain/funnel/funnel.rules';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { execute } from '@/db/client';
import { StepScripts } from '@/features/flow-tools';
import type { RunWithSteps } from '../sop.queries';
import { stepMessages } from '../step.messages';
import { editScript } from '../step-edit.commands';
import type { StepReading } from '../step-reading';
import { StepTool } from '../tools/step-tool';
import { QuietNote } from './quiet-note';
import { StepChecklist } from './step-checklist';
import { StepEnd } from './step-end';
import { StepHeader } from './step-header';
import { StepMetric } from './step-metric';
import classes from './step-panel.module.css';
import { useStepActions } from './use-step-actions';

export type StepPanelProps = {
  run: SopRun;
  step: SopStep;
  reading: StepReading;
  /** How many steps the run has. */
  stepCount: number;
  /** What the console's own records count; undefined where it keeps none for this step. */
  recordCount: number | undefined;
  /** People of the step's tool who are neither taken nor refused yet. */
  openCount: number | undefined;
  bar: FunnelBar | undefined;
  previous: RunWithSteps | null;
  variables: Readonly<Record<string, string>>;
  onVariables: (values: Readonly<Record<string, string>>) => void;
  onDraft: (text: string | undefined) => void;
};

/** The open step fills the page: what to do, its tool, script, checklist, and the one number. */
export function StepPanel(props: StepPanelProps) {
  const { run, step, reading, stepCount, variables, onVariables, onDraft } = props;
  const t = useMessages(stepMessages);
  const say = useBilingual();
  const [problem, setProblem] = useState<string>();
  const actions = useStepActions({ run, step, reading, stepCount, onProblem: setProblem, onDraft });
  const { definition } = step;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was refused is no more once the step or its number is another
  useEffect(() => setProblem(undefined), [step, reading.text]);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // The step before closed and took the focus with it: the keyboard goes on from here.
    if (document.activeElement === document.body) panel.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section ref={panel} tabIndex={-1} className={classes.panel} aria-label={say(definition.title)}>
      <div className={classes.scroll}>
        <StepHeader run={run} step={step} />
        <p className={classes.action}>{say(definition.action)}</p>
        <StepTool run={run} step={step} />
        {definition.scripts.length > 0 && <QuietNote run={run} />}
        <StepScripts
          run={run}
          step={step}
          values={variables}
          onValues={onVariables}
          onEdit={(edit) =>
            execute(editScript, { runId: run.id, position: step.position, ...edit })
          }
        />
        {definition.visual && (
          <p className={classes.visual}>{t('visual', { text: say(definition.visual) })}</p>
        )}
        <StepChecklist run={run} step={step} />
      </div>
      <footer className={classes.foot}>
        <StepMetric
          {...props}
          isBusy={actions.isBusy}
          onEdit={(text) => {
            setProblem(undefined);
            onDraft(text);
          }}
          onSave={actions.save}
          onComplete={actions.complete}
        />
        <StepEnd run={run} step={step} actions={actions} problem={problem} />
      </footer>
    </section>
  );
}
