import { useMessages } from '@/app/i18n/messages';
import { useLive } from '@/db/use-live';
import { Page } from '@/ui/page';
import { ChooseStep } from './choose-step';
import { DoneStep } from './done-step';
import { HistoryCard } from './history-card';
import { importMessages } from './import.messages';
import { readImports } from './import.queries';
import classes from './import-page.module.css';
import { PlanStep } from './plan-step';
import { ProgressLine } from './progress-line';
import { RecognisedStep } from './recognised-step';
import { RecognisedSummary } from './recognised-summary';
import { RefusedNote } from './refused-note';
import { useImportSession } from './session';

/** From a spreadsheet to members and orders: choose, recognise, compare, write. */
export function ImportPage() {
  const t = useMessages(importMessages);
  const session = useImportSession();
  const batches = useLive(readImports, []);
  const { step } = session;
  const isUnderstood = step !== 'choose' && step !== 'reading' && step !== 'refused';
  return (
    <Page
      testId="page-import"
      title={t('title')}
      subtitle={t('subtitle')}
      ready={batches !== undefined}
    >
      <div className={classes.columns}>
        <div className={classes.steps}>
          <ChooseStep session={session} />
          {step === 'reading' && (
            <ProgressLine progress={session.progress} file={session.file.name} />
          )}
          {step === 'refused' && <RefusedNote file={session.file.name} problem={session.problem} />}
          {step === 'recognised' && <RecognisedStep session={session} />}
          {isUnderstood && step !== 'recognised' && <RecognisedSummary session={session} />}
          {step === 'planning' && (
            <ProgressLine progress={session.progress} file={session.file.name} />
          )}
          {(step === 'planned' || step === 'writing') && <PlanStep session={session} />}
          {step === 'done' && <DoneStep session={session} batches={batches} />}
        </div>
        <HistoryCard batches={batches} />
      </div>
    </Page>
  );
}
