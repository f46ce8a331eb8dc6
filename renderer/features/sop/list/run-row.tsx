import { Badge } from '@mantine/core';
import { countsPeople } from '@shared/domain/sop/metric.rules';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { nextOpenStep } from '@shared/domain/sop/sop-run.rules';
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { StepDots } from '@/ui/step-dots';
import { DueNote } from '../due-note';
import { sopMessages } from '../sop.messages';
import { useTimeliness } from '../use-run';
import classes from './run-list.module.css';

const isClosed = (step: SopStep) => step.state === 'done' || step.state === 'skipped';

/** One run in the list: where it stands and what is next. */
export function RunRow({ run, steps }: { run: SopRun; steps: readonly SopStep[] }) {
  const t = useMessages(sopMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const say = useBilingual();
  const next = run.status === 'running' ? nextOpenStep(steps) : undefined;
  const last = steps[steps.length - 1];
  const closed = steps.filter(isClosed).length;
  const timeliness = useTimeliness();
  const late = steps.filter((step) => timeliness(step) === 'late').length;
  return (
    <li>
      <Link
        href={`/sop/${run.id}`}
        className={classes.row}
        data-testid="sop-run-row"
        data-template={run.templateKey}
      >
        <span className={classes.kind}>{words(`flowKind.${run.kind ?? 'traffic'}`)}</span>
        <span className={classes.main}>
          <span className={classes.title}>{run.title}</span>
          <span className={classes.quiet}>
            {t('started', {
              day: run.startDay ? format.day(run.startDay) : format.date(run.startedAt),
            })}
            {run.ownerName && ` · ${run.ownerName}`}
          </span>
        </span>
        <span className={classes.dots}>
          <StepDots label={t('progress', { closed, total: steps.length })} steps={steps} />
        </span>
        <span className={classes.next}>
          {next && (
            <>
              <span>
                {t('next', { position: next.position, title: say(next.definition.title) })}
              </span>
              <DueNote step={next} />
            </>
          )}
          {!next &&
            last?.state === 'done' &&
            last.definition.tool === 'placement' &&
            countsPeople(last.definition.metric) &&
            last.metricCount !== undefined && (
              <span>{t('inGroup', { count: format.count(last.metricCount) })}</span>
            )}
          {late > 0 && <span className={classes.quiet}>{t('lateSteps', { count: late })}</span>}
        </span>
        <Badge variant="light" color={run.status === 'running' ? 'teal' : 'gray'} fz={12} tt="none">
          {words(`runStatus.${run.status}`)}
        </Badge>
        <IconChevronRight size={16} aria-hidden />
      </Link>
    </li>
  );
}
