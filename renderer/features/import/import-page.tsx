import { missingFields } from '@shared/domain/import/columns/fields';
import { useEffect } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useLive } from '@/db/use-live';
import { ExportCard } from '@/features/export';
import { RelayButton } from '@/features/relay';
import { Page } from '@/ui/page';
import { ChooseStep } from './choose/choose-step';
import { PasswordForm } from './choose/password-form';
import { QueueCard } from './choose/queue-card';
import { DoneStep } from './done/done-step';
import { UndoReportCard } from './done/undo-report-card';
import { FileOutline } from './file-outline';
import { HistoryCard } from './history/history-card';
import { importMessages } from './import.messages';
import { readImports } from './import.queries';
import classes from './import-page.module.css';
import { PlanStep } from './plan/plan-step';
import { ProgressLine } from './progress-line';
import { RecognisedStep } from './recognise/recognised-step';
import { RefusedNote } from './refused-note';
import { useFileQueue } from './session/file-queue';
import {
  comparisonOf,
  expectFile,
  type ImportSession,
  useImportSession,
} from './session/import-session';

/** From a spreadsheet to members and orders: choose, recognise, compare, write. */
export function ImportPage() {
  const t = useMessages(importMessages);
  const session = useImportSession();
  const { isRunning } = useFileQueue();
  const batches = useLive(readImports, []);
  const { step } = session;
  useEffect(expectFile, []);
  const undone = new Set(
    batches?.filter((batch) => batch.undoneAt !== undefined).map(({ id }) => id),
  );
  // While a file is in hand the page is its own; before and after there is room for the rest.
  const isAtRest = step === 'choose' || step === 'done' || step === 'refused';
  return (
    <Page
      testId="page-import"
      title={t('title')}
      subtitle={t('subtitle')}
      ready={batches !== undefined}
    >
      <div className={classes.steps}>
        <ChooseStep
          session={session}
          isBusy={step === 'writing' || isRunning}
          otherWays={<RelayButton />}
        />
        <UndoReportCard />
        <QueueCard session={session} undone={undone} />
        {step === 'reading' && (
          <>
            <ProgressLine progress={session.progress} file={session.file.name} />
            <FileOutline />
          </>
        )}
        {step === 'refused' && <RefusedNote file={session.file.name} problem={session.problem} />}
        {step === 'locked' && <PasswordForm key={session.problem} session={session} />}
        <FileSteps session={session} />
        {step === 'done' && <DoneStep session={session} batches={batches} />}
        {isAtRest && <HistoryCard batches={batches} />}
        {isAtRest && <ExportCard />}
      </div>
    </Page>
  );
}

/** The file in hand, from its columns to its plan. */
function FileSteps({ session }: { session: ImportSession }) {
  if (!('opened' in session)) return null;
  const { step } = session;
  // Also while a change waits to be compared: what was there stays in sight until the new plan comes.
  const isPlannable = missingFields(session.kind, session.choices.mapping).length === 0;
  const comparison = isPlannable ? comparisonOf(session) : undefined;
  return (
    <>
      <RecognisedStep session={session} />
      {step === 'planning' && <ProgressLine progress={session.progress} file={session.file.name} />}
      {comparison && step !== 'done' && <PlanStep session={session} comparison={comparison} />}
    </>
  );
}
