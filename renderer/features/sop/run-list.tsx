import { Button } from '@mantine/core';
import { IconPlus, IconRoute } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { Page } from '@/ui/page';
import classes from './run-list.module.css';
import { RunRow } from './run-row';
import { sopMessages } from './sop.messages';
import { useRuns } from './use-run';
import { useStartRun } from './use-start-run';

export function RunList() {
  const t = useMessages(sopMessages);
  const runs = useRuns();
  const { start, isStarting } = useStartRun();
  const running = runs?.filter(({ run }) => run.status === 'running').length ?? 0;
  const total = runs?.length ?? 0;
  return (
    <Page
      testId="page-sop"
      ready={runs !== undefined}
      title={t('title')}
      subtitle={total > 0 ? t('subtitle', { running, total }) : t('subtitleEmpty')}
      actions={
        <Button
          data-testid="sop-new-run"
          leftSection={<IconPlus size={16} />}
          loading={isStarting}
          onClick={start}
        >
          {t('newRun')}
        </Button>
      }
    >
      {runs && runs.length > 0 && (
        <ul className={classes.list}>
          {runs.map(({ run, steps }) => (
            <RunRow key={run.id} run={run} steps={steps} />
          ))}
        </ul>
      )}
      {runs?.length === 0 && (
        <div className={classes.empty}>
          <IconRoute size={40} stroke={1.4} aria-hidden />
          <h2 className={classes.emptyTitle}>{t('emptyTitle')}</h2>
          <p className={classes.emptyText}>{t('emptyText')}</p>
          <Button variant="light" loading={isStarting} onClick={start}>
            {t('emptyAction')}
          </Button>
        </div>
      )}
    </Page>
  );
}
