import { Select } from '@mantine/core';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { readRuns } from '../import.queries';
import { changeChoices } from '../session/plan-file';
import classes from './file-choices.module.css';
import { recogniseMessages } from './recognise.messages';

/** Whose figures a funnel sheet holds. */
export function RunChoice({ runId }: { runId: string | undefined }) {
  const t = useMessages(recogniseMessages);
  const format = useFormat();
  const runs = useLive(readRuns, []);
  if (!runs) return null;
  if (runs.length === 0) {
    return (
      <p className={classes.noRun} data-testid="import-no-run">
        {t('noRun')} <Link href="/sop">{t('noRunLink')}</Link>
      </p>
    );
  }
  return (
    <Select
      label={t('run')}
      description={t('runHint')}
      data-testid="import-run"
      className={classes.run}
      allowDeselect={false}
      value={runId ?? null}
      data={runs.map((run) => ({
        value: run.id,
        label: t('runOption', { title: run.title, day: format.date(run.startedAt) }),
      }))}
      onChange={(value) => {
        if (value !== null) changeChoices({ runId: value });
      }}
    />
  );
}
