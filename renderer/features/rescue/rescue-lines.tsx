import { Button, Progress } from '@mantine/core';
import { progressOf } from '@shared/domain/sop/rescue.rules';
import type { RescueTask } from '@shared/domain/sop/run-record.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { rescueMessages } from './rescue.messages';
import classes from './rescue.module.css';
import { tasksDueBy, tasksOfRun } from './rescue.queries';

/** A run's tasks; `isQuiet` leaves nothing where there are none. */
export function RescueTasks({ runId, isQuiet = false }: { runId: string; isQuiet?: boolean }) {
  const t = useMessages(rescueMessages);
  const tasks = useLive(() => tasksOfRun(runId), [runId]);
  if (!tasks || (isQuiet && tasks.length === 0)) return null;
  return (
    <Card title={t('tasks')}>
      {tasks.length === 0 ? (
        <p className={classes.quiet}>{t('noTasks')}</p>
      ) : (
        <ul className={classes.lines} data-testid="rescue-tasks">
          {tasks.map((task) => (
            <RescueLine key={task.id} task={task} />
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Today's and overdue tasks of every run; nothing on a day without any. */
export function RescueToday({ day }: { day: string }) {
  const t = useMessages(rescueMessages);
  const due = useLive(() => tasksDueBy(day), [day]);
  if (!due || due.length === 0) return null;
  return (
    <Card title={t('todayTitle')}>
      <ul className={classes.lines} data-testid="today-rescues">
        {due.map(({ task, run }) => (
          <RescueLine key={task.id} task={task} run={run} />
        ))}
      </ul>
    </Card>
  );
}

function RescueLine({ task, run }: { task: RescueTask; run?: string }) {
  const t = useMessages(rescueMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { count, total } = progressOf(task);
  const day = format.day(task.day);
  const isOverdue = task.state === 'open' && task.day < dayOf(Date.now(), DEFAULT_TIME_ZONE);
  const when = isOverdue
    ? t('overdue', { day })
    : t('due', { day, slot: words(`slot.${task.slot}`) });
  return (
    <li className={classes.line} data-state={task.state}>
      <span className={classes.main}>
        <b>{task.title}</b>
        <small data-overdue={isOverdue}>
          {[run, task.state === 'open' ? when : t(`state.${task.state}`), task.ownerName]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
      <span className={classes.progress}>
        <Progress value={(count / Math.max(1, total)) * 100} size="sm" aria-hidden />
        <small>{t('progress', { done: format.count(count), total: format.count(total) })}</small>
      </span>
      <Button
        component={Link}
        href={`/sop/${task.runId}/rescue/${task.id}`}
        size="xs"
        variant={task.state === 'open' ? 'light' : 'default'}
        flex="none"
      >
        {t(task.state === 'open' ? 'open' : 'look')}
      </Button>
    </li>
  );
}
