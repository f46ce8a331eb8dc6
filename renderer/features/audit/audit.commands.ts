import { IDENTITIES, memberSchema } from '@shared/domain/members/member.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { joinId } from '@shared/lib/record-ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const MOST_AT_ONCE = 5000;
const shortText = z.string().trim().max(100);
const { name, phone, wechatId, groupNickname } = memberSchema.shape;

async function queueOne(tx: Tx, runId: string, memberId: string): Promise<boolean> {
  const id = joinId(memberId, runId);
  if (await tx.get('audits', id)) return false;
  const at = tx.now;
  await tx.create('audits', { id, memberId, runId, status: 'waiting', at, queuedAt: at });
  return true;
}

/** Puts people of the roster into the queue, and makes members of those who are new. */
export const queueForAudit = defineCommand({
  name: 'sop.queueForAudit',
  input: z.object({
    runId: idSchema,
    memberIds: z.array(idSchema).max(MOST_AT_ONCE),
    newcomers: z
      .array(
        z.object({
          name,
          phone,
          wechatId: wechatId.unwrap().trim().optional(),
          groupNickname: groupNickname.unwrap().trim().optional(),
        }),
      )
      .max(MOST_AT_ONCE)
      .default([]),
  }),
  entities: ['audits', 'sopRuns', 'members'],
  label: ({ memberIds, newcomers }) => ({
    zh: `把 ${memberIds.length + newcomers.length} 人放进审核队列`,
    en: `Queue ${memberIds.length + newcomers.length} people for the audit`,
  }),
  run: async (tx, { runId, memberIds, newcomers }) => {
    if (!(await tx.get('sopRuns', runId))) throw new ExpectedError('sop-not-found');
    let added = 0;
    for (const memberId of new Set(memberIds)) {
      if (await queueOne(tx, runId, memberId)) added += 1;
    }
    for (const person of newcomers) {
      const id = tx.newId();
      await tx.create('members', { ...person, id, source: 'manual', joinedAt: tx.now });
      if (await queueOne(tx, runId, id)) added += 1;
    }
    return { added };
  },
});

/** What the auditor learnt; an empty text clears the field. */
const learntSchema = z
  .object({
    identity: z.enum(IDENTITIES),
    phone: z.union([z.literal(''), phone.unwrap()]),
    wechatId: shortText,
    groupNickname: z.string().trim().max(200),
    backOfficeId: shortText,
    region: shortText,
  })
  .partial();
export type Learnt = z.infer<typeof learntSchema>;

/** One card decided: the decision, and what the auditor learnt about the person, in one change. */
export const decideAudit = defineCommand({
  name: 'sop.decideAudit',
  input: z.object({
    runId: idSchema,
    memberId: idSchema,
    status: z.enum(['approved', 'rejected', 'askAgain', 'waiting']),
    reason: z.string().trim().max(500).optional(),
    learnt: learntSchema.optional(),
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
    const audit = await tx.get('audits', id);
    if (!member || !audit) throw new ExpectedError('sop-not-found');
    if (status === 'rejected' && !reason) {
      throw new ExpectedError('sop-reject-needs-reason', { name: member.name });
    }
    await tx.update('audits', id, {
      status,
      reason: reason || undefined,
      at: tx.now,
      decidedBy: status === 'waiting' ? undefined : tx.actor,
      ...(status === 'askAgain' && { askedCount: (audit.askedCount ?? 0) + 1 }),
    });
    const changed = Object.entries(learnt ?? {}).filter(
      ([field, value]) => (value || undefined) !== member[field as keyof typeof member],
    );
    if (changed.length === 0) return;
    const patch = Object.fromEntries(changed.map(([field, value]) => [field, value || undefined]));
    // A number that is known now makes the masked one of an export useless.
    const more = patch.phone === undefined ? {} : { phoneMasked: undefined };
    await tx.update('members', memberId, { ...patch, ...more });
  },
});
