import { IDENTITIES } from '@shared/domain/members/member.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema, joinId } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

const MOST_AT_ONCE = 2000;
const shortText = z.string().trim().max(100);

export const queueForAudit = defineCommand({
  name: 'sop.queueForAudit',
  input: z.object({ runId: idSchema, memberIds: z.array(idSchema).min(1).max(MOST_AT_ONCE) }),
  entities: ['audits', 'sopRuns'],
  label: ({ memberIds }) => ({
    zh: `把 ${memberIds.length} 人放进审核队列`,
    en: `Queue ${memberIds.length} people for the audit`,
  }),
  run: async (tx, { runId, memberIds }) => {
    if (!(await tx.get('sopRuns', runId))) throw new ExpectedError('sop-not-found');
    let added = 0;
    for (const memberId of new Set(memberIds)) {
      const id = joinId(memberId, runId);
      if (await tx.get('audits', id)) continue;
      await tx.create('audits', { id, memberId, runId, status: 'waiting', at: tx.now });
      added += 1;
    }
    return { added };
  },
});

/** One card decided: the decision, and what the auditor learnt about the person, in one change. */
export const decideAudit = defineCommand({
  name: 'sop.decideAudit',
  input: z.object({
    runId: idSchema,
    memberId: idSchema,
    status: z.enum(['approved', 'rejected', 'askAgain', 'waiting']),
    reason: z.string().trim().max(500).optional(),
    learnt: z
      .object({
        identity: z.enum(IDENTITIES),
        wechatId: shortText,
        groupNickname: shortText,
        backOfficeId: shortText,
      })
      .partial()
      .optional(),
  }),
  entities: ['audits', 'members'],
  label: ({ status }) => {
    if (status === 'approved') return { zh: '审核通过', en: 'Approve a person' };
    if (status === 'rejected') return { zh: '审核不通过', en: 'Reject a person' };
    if (status === 'askAgain') return { zh: '请对方补资料', en: 'Ask a person again' };
    return { zh: '重新审核', en: 'Audit a person again' };
  },
  run: async (tx, { runId, memberId, status, reason, learnt }) => {
    const id = joinId(memberId, runId);
    const member = await tx.get('members', memberId);
    if (!member || !(await tx.get('audits', id))) throw new ExpectedError('sop-not-found');
    if (status === 'rejected' && !reason) {
      throw new ExpectedError('sop-reject-needs-reason', { name: member.name });
    }
    await tx.update('audits', id, { status, reason: reason || undefined, at: tx.now });
    const changed = Object.entries(learnt ?? {}).filter(
      ([field, value]) => (value || undefined) !== member[field as keyof typeof member],
    );
    if (changed.length === 0) return;
    const patch = Object.fromEntries(changed.map(([field, value]) => [field, value || undefined]));
    await tx.update('members', memberId, patch);
  },
});
