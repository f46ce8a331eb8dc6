import { Button } from '@mantine/core';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { IconCheck, IconChevronRight, IconX } from '@tabler/icons-react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { execute } from '@/db/client';
import { decideAudit } from './audit.commands';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';
import type { AuditedMember } from './audit.queries';

const MOST_LISTED = 100;

type AuditDecidedProps = {
  run: SopRun;
  audited: readonly AuditedMember[];
  isOpen: boolean;
};

/** Who has been checked, newest first, with a way to check again. */
export function AuditDecided({ run, audited, isOpen }: AuditDecidedProps) {
  const t = useMessages(auditMessages);
  const words = useMessages(wordsMessages);
  const decided = audited
    .filter(({ audit }) => audit.status === 'approved' || audit.status === 'rejected')
    .sort((a, b) => b.audit.at - a.audit.at);
  const again = (memberId: string) => {
    execute(decideAudit, { runId: run.id, memberId, status: 'waiting' }).catch(showProblem);
  };
  return (
    <details className={classes.decided}>
      <summary>
        <IconChevronRight size={14} aria-hidden />
        {t('decided')} · {decided.length}
      </summary>
      <ul className={classes.people}>
        {decided.slice(0, MOST_LISTED).map(({ audit, member }) => (
          <li key={audit.id} className={classes.personRow}>
            {audit.status === 'approved' ? (
              <IconCheck size={14} className={classes.approved} aria-hidden />
            ) : (
              <IconX size={14} className={classes.rejected} aria-hidden />
            )}
            <span>{member.name}</span>
            <span className={classes.quiet}>
              {[words(`auditStatus.${audit.status}`), words(`identity.${member.identity}`)].join(
                ' · ',
              )}
              {audit.reason && ` · ${audit.reason}`}
            </span>
            {isOpen && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                onClick={() => again(member.id)}
              >
                {t('reaudit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
