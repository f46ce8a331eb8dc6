import { Button } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { Page } from '@/ui/page';
import { sopMessages } from '../sop.messages';
import { NewRunButton } from '../start/new-run-button';
import { useStartRun } from '../start/use-start-run';
import { useRuns, useTimeliness } from '../use-run';
import { ALL_RUNS, FILTERED_FROM, fits, type RunFilter, RunFilters } from './run-filters';
import classes from './run-list.module.css';
import { RunRow } from './run-row';

export function RunList() {
  const t = useMessages(sopMessages);
  const runs = useRuns();
  const timeliness = useTimeliness();
  const [filter, setFilter] = useState<RunFilter>(ALL_RUNS);
  const { start, isStarting } = useStartRun();
  const running = runs?.filter(({ run }) => run.status === 'running').length ?? 0;
  const total = runs?.length ?? 0;
  const isFiltered = total > FILTERED_FROM;
  const shown = isFiltered ? runs?.filter((it) => fits(it, filter, timeliness)) : runs;
  return (
    <Page
      testId="page-sop"
      ready={runs !== undefined}
      title={t('title')}
      subtitle={total > 0 ? t('subtitle', { running, total }) : t('subtitleEmpty')}
      actions={<NewRunButton />}
      filters={
        runs && isFiltered && <RunFilters runs={runs} filter={filter} onChange={setFilter} />
      }
    >
      {shown && shown.length > 0 && (
        <ul className={classes.list}>
          {shown.map(({ run, steps }) => (
            <RunRow key={run.id} run={run} steps={steps} />
          ))}
        </ul>
      )}
      {shown?.length === 0 && total > 0 && <p className={classes.none}>{t('noneFits')}</p>}
      {runs?.length === 0 && (
        <div className={classes.empty}>
          <IconRoute size={40} stroke={1.4} aria-hidden />
          <h2 className={classes.emptyTitle}>{t('emptyTitle')}</h2>
          <p className={classes.emptyText}>{t('emptyText')}</p>
          <Button variant="light" loading={isStarting} onClick={() => start()}>
            {t('emptyAction')}
          </Button>
        </div>
      )}
    </Page>
  );
}
