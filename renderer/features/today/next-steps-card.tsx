import { Button } from '@mantine/core';
import { timelinessOf } from '@shared/domain/sop/sop-run.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { Link } from 'wouter';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import classes from './next-steps-card.module.css';
import { todayMessages } from './today.messages';
import type { NextStep } from './today.queries';

type NextStepsCardProps = { nextSteps: readonly NextStep[]; nowMs: number };

/** More than these do not fit a day; the list of runs has them all. */
const SHOWN = 12;

/** What is due in the runs under way, late ones first, by when, and the way there. */
export function NextStepsCard({ nextSteps, nowMs }: NextStepsCardProps) {
  const t = useMessages(todayMessages);
  return (
    <Card title={t('stepsTitle')}>
      {nextSteps.length === 0 ? (
        <div className={classes.none}>
          <p>{t('noRuns')}</p>
          <Button component={Link} href="/sop" variant="default" size="xs">
            {t('startRun')}
          </Button>
        </div>
      ) : (
        <ul className={classes.runs}>
          {nextSteps.slice(0, SHOWN).map((step) => (
            <RunLine key={step.next?.id ?? step.run.id} step={step} nowMs={nowMs} />
          ))}
        </ul>
      )}
      {nextSteps.length > SHOWN && (
        <Link href="/sop" className={classes.more}>
          {t('moreSteps', { count: nextSteps.length - SHOWN })}
        </Link>
      )}
    </Card>
  );
}

function RunLine({ step, nowMs }: { step: NextStep; nowMs: number }) {
  const t = useMessages(todayMessages);
  const { run, next, stepCount } = step;
  const language = currentLanguage() === 'en' ? 'en' : 'zh';
  return (
    <li className={classes.run} data-testid="today-next-step">
      <div className={classes.words}>
        <b>{next ? next.definition.title[language] || next.definition.title.zh : t('allDone')}</b>
        <span>
          {run.title}
          {next && ` · ${t('stepOf', { position: next.position, total: stepCount })}`}
          {(next?.ownerName ?? run.ownerName) && ` · ${next?.ownerName ?? run.ownerName}`}
        </span>
      </div>
      {next && <Due dueAt={next.dueAt} step={next} nowMs={nowMs} />}
      <Button
        component={Link}
        href={next ? `/sop/${run.id}/${next.position}` : `/sop/${run.id}`}
        size="xs"
        variant="light"
        flex="none"
      >
        {t(next ? 'openStep' : 'finishRun')}
      </Button>
    </li>
  );
}

type DueProps = { dueAt: number; step: NonNullable<NextStep['next']>; nowMs: number };

function Due({ dueAt, step, nowMs }: DueProps) {
  const t = useMessages(todayMessages);
  const format = useFormat();
  const state = timelinessOf(step, nowMs, DEFAULT_TIME_ZONE);
  const when = format.relativeDay(dueAt, nowMs);
  const window = step.dueFromAt !== undefined;
  return (
    <span className={classes.due} data-state={state}>
      {state === 'overdue' && t('overdue', { when })}
      {state === 'dueToday' && t(window ? 'dueTodayBy' : 'dueToday', { time: format.time(dueAt) })}
      {state === 'ahead' && t('due', { when })}
      {state === 'waiting' && t('dueWaits', { position: step.dueWaitsFor ?? 0 })}
    </span>
  );
}
