import { Button } from '@mantine/core';
import { progressOf } from '@shared/domain/sop/rescue.rules';
import { Link } from 'wouter';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { closeRescue } from './rescue.commands';
import { rescueMessages } from './rescue.messages';
import { findTask } from './rescue.queries';
import { RescueWork } from './rescue-work';

/** A task, worked off person by person. */
export function RescuePage({ taskId }: { taskId: string }) {
  const t = useMessages(rescueMessages);
  const open = useLive(() => findTask(taskId), [taskId]);
  if (!open) {
    const isMissing = open === null;
    return (
      <Page testId="page-sop" title={t(isMissing ? 'missing' : 'tasks')} ready={isMissing}>
        {isMissing && <EmptyState title={t('missing')} text={t('missingText')} />}
      </Page>
    );
  }
  const { task, run } = open;
  const { count, total } = progressOf(task);
  const close = (isClosed: boolean) =>
    execute(closeRescue, { taskId, isClosed }).then(() => {
      if (isClosed) showDone(t('stoppedToast'), { undo: true });
    }, showProblem);
  return (
    <Page
      testId="page-sop"
      ready
      fill
      title={task.title}
      subtitle={t('subtitle', {
        run: run?.title ?? '',
        position: task.position,
        done: count,
        total,
      })}
      actions={
        <>
          {task.state === 'open' && (
            <Button variant="default" onClick={() => void close(true)}>
              {t('stop')}
            </Button>
          )}
          {task.state === 'dropped' && (
            <Button variant="default" onClick={() => void close(false)}>
              {t('resume')}
            </Button>
          )}
          <Button component={Link} href={`/sop/${task.runId}/funnel`} variant="light">
            {t('back')}
          </Button>
        </>
      }
    >
      <RescueWork task={task} {...(run ? { run } : {})} />
    </Page>
  );
}
