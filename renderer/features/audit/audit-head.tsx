import { Progress, SegmentedControl, TextInput } from '@mantine/core';
import { SMALL_SAMPLE_SIZE } from '@shared/domain/statistics/proportion.rules';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Why } from '@/ui/why';
import { AUDIT_VIEWS, type AuditAnswer, type AuditView } from '@/workers/audit/audit-types';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';
import type { AuditQueue } from './use-audit-queue';

type AuditHeadProps = { queue: AuditQueue; answer: AuditAnswer; action: ReactNode };

/** How far the queue is, how fast it goes, and which part of it one looks at. */
export function AuditHead({ queue, answer, action }: AuditHeadProps) {
  const t = useMessages(auditMessages);
  const format = useFormat();
  const { progress, complete, pace } = answer;
  const { total } = progress;
  const decided = progress.approved + progress.rejected;
  const counts = { waiting: progress.waiting, askAgain: progress.askAgain, decided };
  return (
    <>
      <div className={classes.headingRow}>
        <h3 className={classes.heading}>{t('title')}</h3>
        {action}
      </div>
      {total > 0 && (
        <>
          <Progress value={(decided / total) * 100} size="sm" aria-label={t('title')} />
          <p className={classes.quiet} data-testid="audit-progress">
            {t('progress', {
              approved: format.count(progress.approved),
              rejected: format.count(progress.rejected),
              askAgain: format.count(progress.askAgain),
              waiting: format.count(progress.waiting),
            })}
            {' · '}
            {t('complete', { full: format.count(complete), total: format.count(total) })}
            {total >= SMALL_SAMPLE_SIZE && ` (${format.percent(complete / total)})`}{' '}
            <Why word={t('why')}>{t('whyComplete', { least: SMALL_SAMPLE_SIZE })}</Why>
            {pace && (
              <>
                {' · '}
                <span data-testid="audit-pace">
                  {t('pace', {
                    perHour: format.count(Math.round(pace.perHour)),
                    n: pace.decisions,
                  })}
                </span>{' '}
                <Why word={t('why')}>{t('whyPace')}</Why>
              </>
            )}
          </p>
          <div className={classes.line}>
            <SegmentedControl
              size="xs"
              data-testid="audit-view"
              data={AUDIT_VIEWS.map((value) => ({
                value,
                label: t(`view.${value}`, { count: format.count(counts[value]) }),
              }))}
              value={queue.place.view}
              onChange={(view) => queue.go({ view: view as AuditView, offset: 0 })}
            />
            <TextInput
              size="xs"
              className={classes.grow}
              data-testid="audit-find"
              leftSection={<IconSearch size={14} />}
              placeholder={t('find')}
              aria-label={t('find')}
              value={queue.place.text}
              onChange={(event) => queue.go({ text: event.currentTarget.value, offset: 0 })}
              onKeyDown={(event) => {
                if (event.key === 'Escape') queue.go({ text: '', offset: 0 });
                if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
              }}
            />
          </div>
        </>
      )}
    </>
  );
}
