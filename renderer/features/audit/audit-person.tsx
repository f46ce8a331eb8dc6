import type { ReactNode } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';
import type { QueueCard } from './use-audit-queue';

/** Whom the card is about, and what was asked of them before. */
export function AuditPerson({ card, corner }: { card: QueueCard; corner: ReactNode }) {
  const t = useMessages(auditMessages);
  const { audit, member } = card;
  const asked = audit.askedCount ?? 0;
  return (
    <header className={classes.auditHead}>
      <strong className={classes.person}>{member.name}</strong>
      <span className={classes.quiet}>
        {[member.region, member.channel].filter(Boolean).join(' · ')}
      </span>
      {audit.status === 'askAgain' && audit.reason && (
        <span className={classes.asked}>{t('askedFor', { reason: audit.reason })}</span>
      )}
      {asked > 0 && <span className={classes.quiet}>{t('askedCount', { count: asked })}</span>}
      {corner}
    </header>
  );
}
