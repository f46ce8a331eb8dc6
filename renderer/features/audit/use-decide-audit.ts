import type { Audit } from '@shared/domain/sop/audit.schema';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { useRef, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute, undoLast } from '@/db/client';
import type { AuditView } from '@/workers/audit/audit-types';
import { decideAudit, type Learnt } from './audit.commands';
import { auditMessages } from './audit.messages';
import { isDecisionNext } from './audit.queries';
import type { AuditQueue, QueueCard } from './use-audit-queue';

export type Decision = Exclude<Audit['status'], 'waiting'>;

const DONE = {
  approved: 'approvedToast',
  rejected: 'rejectedToast',
  askAgain: 'askedToast',
} as const;

/** The card that has just left, for as long as it is seen to go. */
export type Gone = { name: string; decision: Decision; key: number };
type Decided = { memberId: string; name: string; view: AuditView };

/**
 * Writes decisions down while the queue has already moved on: each is durable before it is said, and
 * a card whose decision failed comes back.
 */
export function useDecideAudit(run: SopRun, queue: AuditQueue) {
  const t = useMessages(auditMessages);
  const [gone, setGone] = useState<Gone>();
  const decided = useRef<Decided[]>([]);
  const pending = useRef<Promise<unknown>>(Promise.resolve());

  const decide = (
    { audit, member }: QueueCard,
    status: Decision,
    learnt: Learnt,
    {
      reason,
      said = DONE[status],
    }: { reason?: string; said?: (typeof DONE)[Decision] | 'askedNoCopy' } = {},
  ): void => {
    const { back } = queue.leave(audit);
    const { name } = member;
    setGone({ name, decision: status, key: performance.now() });
    const input = { runId: run.id, memberId: member.id, status, learnt };
    const mine: Decided = { memberId: member.id, name, view: queue.place.view };
    pending.current = execute(decideAudit, reason ? { ...input, reason } : input).then(
      () => {
        decided.current.push(mine);
        showDone(t(said, { name }), { undo: true });
      },
      (error: unknown) => {
        back();
        showProblem(error);
      },
    );
  };

  /** Takes the newest decision back, or opens it again when something else was done since. */
  const undo = async (): Promise<void> => {
    await pending.current;
    const last = decided.current.pop() ?? lastOfQueue(queue);
    if (!last) {
      showDone(t('nothingToUndo'));
      return;
    }
    try {
      if (await isDecisionNext()) await undoLast();
      else {
        await execute(decideAudit, { runId: run.id, memberId: last.memberId, status: 'waiting' });
      }
      queue.comeBack();
      queue.go({ view: last.view, text: '', from: last.memberId, offset: 0 });
      showDone(t('undoneToast', { name: last.name }));
    } catch (error) {
      showProblem(error);
    }
  };

  return { decide, undo, gone };
}

function lastOfQueue({ page }: AuditQueue): Decided | undefined {
  const memberId = page?.answer.lastDecidedId;
  if (!memberId) return undefined;
  return { memberId, name: page?.answer.lastDecidedName ?? '', view: 'waiting' };
}
