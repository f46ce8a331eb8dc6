import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { Select } from '@mantine/core';
import { DateInput, DatesProvider } from '@mantine/dates';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { problemText, showProblem } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { InlineEdit } from '@/ui/inline-edit';
import { assignRun, choosePositioning, setStartDay } from '../run.commands';
import { headMessages } from './head.messages';
import classes from './run-facts.module.css';

/** Which flow the run is of, who answers for it, from when it counts and what it serves. */
export function RunFacts({ run }: { run: SopRun }) {
  const t = useMessages(headMessages);
  const words = useMessages(wordsMessages);
  const isRunning = run.status === 'running';
  const assign = async (ownerName: string) => {
    try {
      await execute(assignRun, { runId: run.id, ownerName });
      return undefined;
    } catch (error) {
      return problemText(error);
    }
  };
  const { quietHours } = run;
  return (
    <div className={classes.facts} data-testid="sop-run-facts">
      <span>
        {t('flow', {
          kind: words(`flowKind.${run.kind ?? 'traffic'}`),
          version: run.templateVersion,
        })}
      </span>
      <span className={classes.fact}>
        {t('owner')}
        <InlineEdit
          label={t('owner')}
          testId="sop-run-owner"
          value={run.ownerName ?? ''}
          placeholder={t('ownerNone')}
          onSave={assign}
        />
      </span>
      <StartDay run={run} isLocked={!isRunning} />
      <PositioningCard run={run} />
      {quietHours && <span>{t('quietHours', quietHours)}</span>}
    </div>
  );
}

function StartDay({ run, isLocked }: { run: SopRun; isLocked: boolean }) {
  const t = useMessages(headMessages);
  const startDay = run.startDay ?? dayOf(run.startedAt, DEFAULT_TIME_ZONE);
  if (isLocked) {
    return (
      <span>
        {t('startDay')} {startDay}
      </span>
    );
  }
  return (
    <span className={classes.fact}>
      {t('startDay')}
      <DatesProvider
        settings={{ locale: currentLanguage() === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}
      >
        <DateInput
          size="xs"
          w={96}
          ml={6}
          variant="unstyled"
          aria-label={t('startDay')}
          valueFormat="YYYY-MM-DD"
          value={startDay}
          onChange={(day) => {
            if (day === null || day === startDay) return;
            execute(setStartDay, { runId: run.id, startDay: day }).catch(showProblem);
          }}
        />
      </DatesProvider>
    </span>
  );
}

function PositioningCard({ run }: { run: SopRun }) {
  const t = useMessages(headMessages);
  const cards = useLive(() => readDb.rows('positionings').all(), []);
  if (!cards || (cards.length === 0 && run.positioningId === undefined)) return null;
  return (
    <span className={classes.fact}>
      {t('positioning')}
      <Select
        size="xs"
        w={150}
        ml={6}
        variant="unstyled"
        clearable
        aria-label={t('positioning')}
        placeholder={t('positioningNone')}
        nothingFoundMessage={t('positioningNoCards')}
        data={cards.map((card) => ({ value: card.id, label: card.name }))}
        value={run.positioningId ?? null}
        onChange={(positioningId) =>
          execute(choosePositioning, {
            runId: run.id,
            ...(positioningId ? { positioningId } : {}),
          }).catch(showProblem)
        }
      />
    </span>
  );
}
