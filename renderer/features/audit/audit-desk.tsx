import { ActionIcon } from '@mantine/core';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import {
  IconCheck,
  IconChevronLeft,
  IconChevronRight,
  IconMessage,
  IconX,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';
import { AuditCard } from './audit-card';
import { KeysHelp } from './keys-help';
import { useAuditKeys } from './use-audit-keys';
import type { AuditQueue } from './use-audit-queue';
import { type Gone, useDecideAudit } from './use-decide-audit';

type AuditDeskProps = {
  run: SopRun;
  queue: AuditQueue;
  areKeysShown: boolean;
  onKeys: () => void;
  onRoom: () => void;
};

/** The card under the eye, and the way through the others. */
export function AuditDesk({ run, queue, areKeysShown, onKeys, onRoom }: AuditDeskProps) {
  const t = useMessages(auditMessages);
  const { page, card } = queue;
  const { decide, undo, gone } = useDecideAudit(run, queue);
  const total = page?.answer.total ?? 0;
  const offset = page?.answer.offset ?? 0;
  const move = (by: number) =>
    queue.go({ offset: Math.min(Math.max(0, offset + by), Math.max(0, total - 1)) });
  // The first card does not push what stands above it out of sight; the next ones stay in place.
  const hasMoved = useRef(false);
  useEffect(() => {
    if (card) hasMoved.current = true;
  }, [card]);
  useAuditKeys(true, {
    j: () => move(1),
    ArrowDown: () => move(1),
    k: () => move(-1),
    ArrowUp: () => move(-1),
    u: () => void undo(),
    z: onRoom,
    '?': onKeys,
    // The same key of a Chinese input method.
    '\uff1f': onKeys,
  });
  return (
    <>
      {areKeysShown && <KeysHelp />}
      <div className={classes.stage}>
        {gone && <GoneCard key={gone.key} gone={gone} />}
        {card && (
          <AuditCard
            key={`${card.audit.id}.${card.audit.at}`}
            run={run}
            card={card}
            isFollowing={hasMoved.current}
            onDecide={(status, learnt, more) => decide(card, status, learnt, more)}
            corner={
              <span className={classes.pager}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={t('previous')}
                  disabled={offset === 0}
                  onClick={() => move(-1)}
                >
                  <IconChevronLeft size={16} />
                </ActionIcon>
                <span data-testid="audit-position">{t('position', { at: offset + 1, total })}</span>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={t('next')}
                  disabled={offset + 1 >= total}
                  onClick={() => move(1)}
                >
                  <IconChevronRight size={16} />
                </ActionIcon>
              </span>
            }
          />
        )}
        {!card && (page?.answer.progress.total ?? 0) > 0 && total === 0 && (
          <p className={classes.quiet}>{t('viewEmpty')}</p>
        )}
      </div>
    </>
  );
}

/** Shows for a moment where the decided card went. */
function GoneCard({ gone }: { gone: Gone }) {
  const { name, decision } = gone;
  return (
    <div className={classes.gone} data-decision={decision} aria-hidden>
      {decision === 'approved' && <IconCheck size={18} />}
      {decision === 'rejected' && <IconX size={18} />}
      {decision === 'askAgain' && <IconMessage size={18} />}
      {name}
    </div>
  );
}
