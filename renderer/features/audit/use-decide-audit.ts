import type { Member } from '@shared/domain/members/member.schema';
import type { Audit } from '@shared/domain/sop/audit.schema';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { decideAudit } from './audit.commands';
import { auditMessages } from './audit.messages';

/** What the auditor learnt about a person; an empty text clears the field. */
export type Learnt = Pick<Member, 'identity'> &
  Record<'wechatId' | 'groupNickname' | 'backOfficeId', string>;

const DONE = {
  approved: 'approvedToast',
  rejected: 'rejectedToast',
  askAgain: 'askedToast',
} as const;

/** Writes a decision down with what was learnt; the queue then moves on by itself. */
export function useDecideAudit(run: SopRun, member: Member) {
  const t = useMessages(auditMessages);
  const [isBusy, setBusy] = useState(false);
  const decide = (status: Exclude<Audit['status'], 'waiting'>, learnt: Learnt, reason?: string) => {
    setBusy(true);
    const input = { runId: run.id, memberId: member.id, status, learnt };
    execute(decideAudit, reason ? { ...input, reason } : input)
      .then(() => showDone(t(DONE[status], { name: member.name }), { undo: true }))
      .catch(showProblem)
      .finally(() => setBusy(false));
  };
  return { decide, isBusy };
}
