import { Progress } from '@mantine/core';
import {
  auditCompleteness,
  auditProgress,
  auditQueue,
  missingIds,
} from '@shared/domain/sop/audit.rules';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { SMALL_SAMPLE_SIZE } from '@shared/domain/statistics/proportion.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';
import { auditedMembers } from './audit.queries';
import { AuditAdd } from './audit-add';
import { AuditCard } from './audit-card';
import { AuditDecided } from './audit-decided';

export type AuditToolProps = { run: SopRun; step: SopStep };

/** Step 6: one card at a time, and how far the queue is. */
export function AuditTool({ run, step }: AuditToolProps) {
  const t = useMessages(auditMessages);
  const format = useFormat();
  const audited = useLive(() => auditedMembers(run.id), [run.id]);
  if (!audited) return null;
  const audits = audited.map((row) => row.audit);
  const members = audited.map((row) => row.member);
  const progress = auditProgress(audits);
  const first = auditQueue(audits)[0];
  const current = audited.find((row) => row.audit.id === first?.id);
  const isOpen = (step.state === 'todo' || step.state === 'doing') && run.status === 'running';
  const decided = progress.approved + progress.rejected;
  const completeness = auditCompleteness(members);
  const full = members.filter((member) => missingIds(member).length === 0).length;
  return (
    <section className={classes.tool}>
      <h3 className={classes.heading}>{t('auditTitle')}</h3>
      {isOpen && <AuditAdd run={run} queuedIds={new Set(audits.map((row) => row.memberId))} />}
      {progress.total > 0 && (
        <>
          <Progress
            value={(decided / progress.total) * 100}
            size="sm"
            aria-label={t('auditTitle')}
          />
          <p className={classes.quiet} data-testid="audit-progress">
            {t('auditProgress', {
              approved: progress.approved,
              rejected: progress.rejected,
              askAgain: progress.askAgain,
              waiting: progress.waiting,
            })}
            {' · '}
            {t('auditComplete', { full, total: progress.total })}
            {completeness !== undefined &&
              progress.total >= SMALL_SAMPLE_SIZE &&
              ` (${format.percent(completeness)})`}
          </p>
        </>
      )}
      {progress.total === 0 && <p className={classes.quiet}>{t('queueEmpty')}</p>}
      {isOpen && current && <AuditCard key={current.audit.id} run={run} {...current} />}
      {progress.total > 0 && !current && <p className={classes.text}>{t('queueDone')}</p>}
      {decided > 0 && <AuditDecided run={run} audited={audited} isOpen={isOpen} />}
    </section>
  );
}
