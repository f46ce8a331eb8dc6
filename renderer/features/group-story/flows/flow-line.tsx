import type { SopStep } from '@shared/domain/sop/sop.schema';
import { nextOpenStep, type Timeliness } from '@shared/domain/sop/sop-run.rules';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { StepDots } from '@/ui/step-dots';
import { groupStoryMessages } from '../group-story.messages';
import type { GroupRun } from '../group-story.queries';
import { useTimeliness } from '../use-group-story';
import classes from './flows.module.css';

const isClosed = ({ state }: SopStep) => state === 'done' || state === 'skipped';

/** One flow of the group: how far it is, what is next and whether it is late; or how it ended. */
export function FlowLine({ run, steps }: GroupRun) {
  const t = useMessages(groupStoryMessages);
  const format = useFormat();
  const say = useBilingual();
  const timeliness = useTimeliness();
  const isRunning = run.status === 'running';
  const next = isRunning ? nextOpenStep(steps) : undefined;
  const late = steps.filter((step) => ['late', 'overdue'].includes(timeliness(step))).length;
  const done = steps.filter(({ state }) => state === 'done').length;
  const closed = steps.filter(isClosed).length;
  const total = steps.length;
  return (
    <li>
      <Link
        href={next ? `/sop/${run.id}/${next.position}` : `/sop/${run.id}`}
        className={classes.line}
        data-testid="group-flow"
        data-run-id={run.id}
        data-template={run.templateKey}
        data-status={run.status}
      >
        <span className={classes.title}>{run.title}</span>
        <StepDots label={t('flowProgress', { closed, total })} steps={steps} />
        <span className={classes.facts}>
          {isRunning ? (
            <>
              <span>{t('flowProgress', { closed, total })}</span>
              {next && <span>{t('flowNext', { title: say(next.definition.title) })}</span>}
              {next && <StepDue step={next} timeliness={timeliness(next)} />}
              {late > 0 && <span data-tone="late">{t('flowLate', { count: late })}</span>}
            </>
          ) : (
            <span>
              {t(run.status === 'finished' ? 'flowFinished' : 'flowEnded', {
                day: format.date(run.endedAt ?? run.startedAt),
                done,
                total,
                late,
              })}
              {run.endReason && ` · ${run.endReason}`}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

function StepDue({ step, timeliness }: { step: SopStep; timeliness: Timeliness }) {
  const t = useMessages(groupStoryMessages);
  const format = useFormat();
  if (timeliness === 'overdue') {
    return (
      <span data-tone="overdue">
        <IconAlertTriangle size={14} aria-hidden />
        {t('dueOverdue')}
      </span>
    );
  }
  if (timeliness === 'dueToday') return <span data-tone="late">{t('dueToday')}</span>;
  if (timeliness === 'waiting') return <span>{t('dueWaits')}</span>;
  return <span>{t('dueBy', { day: format.date(step.dueAt) })}</span>;
}
