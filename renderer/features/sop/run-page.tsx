import type { FunnelBar } from '@shared/domain/funnel/funnel.rules';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { ExportButton } from '@/features/export';
import { FunnelPanel } from '@/features/funnel';
import { Page } from '@/ui/page';
import { RunFacts } from './head/run-facts';
import { RunNotes } from './head/run-notes';
import { RunActions } from './run-actions';
import { RunMissing } from './run-missing';
import classes from './run-page.module.css';
import { RunStepper } from './run-stepper';
import { RunSubtitle } from './run-subtitle';
import { RunSummary } from './run-summary';
import { RunTitle } from './run-title';
import { sopMessages } from './sop.messages';
import { StepPanel } from './step/step-panel';
import { funnelOf, funnelSteps, readingOf } from './step-reading';
import { RunStory } from './story/run-story';
import { type OpenRun, useRun } from './use-run';
import { useRunEvents } from './use-run-events';
import { type RunRecords, useRunRecords } from './use-run-records';
import { useSelectedStep } from './use-selected-step';
import { useVariables } from './use-variables';

/** `position`: the step that the address names, opened first. */
export function RunPage({ runId, position }: { runId: string; position?: number | undefined }) {
  const t = useMessages(sopMessages);
  const open = useRun(runId);
  const records = useRunRecords(runId);
  if (open === null) return <RunMissing />;
  if (!open || !records) {
    return (
      <Page testId="page-sop" title={t('title')} ready={false}>
        {null}
      </Page>
    );
  }
  return <OpenRunPage open={open} records={records} position={position} />;
}

/** The counts that the funnel shows, by step. */
const countsOf = (bars: readonly FunnelBar[]): Record<string, number> =>
  Object.fromEntries(
    bars.flatMap(({ position, count }) => (count === undefined ? [] : [[position, count]])),
  );

type OpenRunPageProps = { open: OpenRun; records: RunRecords; position: number | undefined };

/** Stepper, the open step and the funnel; what is typed moves the funnel before it is stored. */
function OpenRunPage({ open, records, position }: OpenRunPageProps) {
  const { run, steps, previous } = open;
  const [drafts, setDrafts] = useState<Readonly<Record<number, string | undefined>>>({});
  const { values, setValues } = useVariables(run);
  const [isStoryOpen, setStoryOpen] = useState(false);
  const events = useRunEvents(run.id);
  const { selected, select } = useSelectedStep(run, steps, position);
  const readings = new Map(
    steps.map((step) => {
      const recordCount = records[step.definition.tool];
      return [step.position, readingOf(step, drafts[step.position], recordCount)];
    }),
  );
  const inFunnel = funnelSteps(steps);
  const bars = funnelOf(steps, readings);
  const reading = selected && readings.get(selected.position);
  return (
    <Page
      testId="page-sop"
      ready
      fill
      title={<RunTitle run={run} />}
      subtitle={<RunSubtitle run={run} steps={steps} />}
      actions={
        <>
          {inFunnel.length > 0 && (
            <ExportButton
              list="funnel"
              scope={() => ({ run: { id: run.id, counts: countsOf(bars) } })}
            />
          )}
          <RunActions run={run} onStory={() => setStoryOpen(!isStoryOpen)} />
        </>
      }
    >
      <RunFacts run={run} />
      {events && <RunNotes flow={open} events={events} />}
      <div className={classes.columns} data-funnel={inFunnel.length > 0}>
        <RunStepper steps={steps} selected={selected?.position} onSelect={select} />
        {selected && reading ? (
          <StepPanel
            key={selected.id}
            run={run}
            step={selected}
            reading={reading}
            recordCount={records[selected.definition.tool]}
            openCount={selected.definition.tool === 'audit' ? records.toAudit : undefined}
            stepCount={steps.length}
            bar={bars.find(({ position }) => position === selected.position)}
            previous={previous}
            variables={values}
            onVariables={setValues}
            onDraft={(text) => setDrafts((all) => ({ ...all, [selected.position]: text }))}
          />
        ) : (
          <RunSummary run={run} steps={steps} bars={bars} />
        )}
        {inFunnel.length > 0 && <FunnelPanel steps={inFunnel} bars={bars} />}
      </div>
      {isStoryOpen && events && (
        <RunStory steps={steps} events={events} onClose={() => setStoryOpen(false)} />
      )}
    </Page>
  );
}
