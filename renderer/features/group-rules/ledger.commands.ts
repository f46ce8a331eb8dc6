import { ruleEntrySchema } from '@shared/domain/group-life/group-rule.schema';
import { isOpenReward } from '@shared/domain/group-life/ledger.rules';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { joinId } from '@shared/lib/record-ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { refuseDissolved } from '@/features/group-rooms/index';

const { kind, what, points, amountFen } = ruleEntrySchema.shape;
const words = z.string().trim().min(1).max(1000);

/**
 * Writes into the ledger, the same for one person or several: a reward, a warning or a removal, which
 * puts them out of the group.
 */
export const addRuleEntries = defineCommand({
  name: 'groupRules.addEntries',
  input: z.object({
    groupId: idSchema,
    memberIds: z.array(idSchema).min(1).max(500),
    ruleId: idSchema.optional(),
    kind,
    what,
    points,
    amountFen,
    isGiven: z.boolean().default(false),
  }),
  entities: ['ruleEntries', 'groupRules', 'groups', 'members', 'memberships'],
  label: ({ what: text }) => ({ zh: `记一笔「${text}」`, en: `Enter “${text}” into the ledger` }),
  run: async (tx, { isGiven, ruleId, points: value, amountFen: cost, memberIds, ...entry }) => {
    if (!(await tx.get('groups', entry.groupId))) throw new ExpectedError('group-not-found');
    await refuseDissolved(tx, entry.groupId);
    if (ruleId !== undefined && !(await tx.get('groupRules', ruleId))) {
      throw new ExpectedError('rule-not-found');
    }
    const people = [...new Set(memberIds)];
    if ((await tx.getMany('members', people)).some((member) => member === undefined)) {
      throw new ExpectedError('member-not-found');
    }
    const entryIds: string[] = [];
    for (const memberId of people) {
      const id = tx.newId();
      entryIds.push(id);
      await tx.create('ruleEntries', {
        id,
        ...entry,
        memberId,
        at: tx.now,
        ...(ruleId !== undefined && { ruleId }),
        ...(value !== undefined && { points: value }),
        ...(cost !== undefined && entry.kind === 'reward' && { amountFen: cost }),
        ...(isGiven && entry.kind === 'reward' && { givenAt: tx.now }),
        ...(tx.actor && { by: tx.actor.slice(0, 60) }),
      });
      if (entry.kind === 'removal') await leave(tx, memberId, entry.groupId);
    }
    return { entryIds };
  },
});

async function leave(tx: Tx, memberId: string, groupId: string): Promise<void> {
  const place = await tx.get('memberships', joinId(memberId, groupId));
  if (place && place.leftAt === undefined) {
    await tx.update('memberships', place.id, { leftAt: tx.now });
  }
}

/** An entry that may be changed. */
async function entryOf(tx: Tx, entryId: string) {
  const entry = await tx.get('ruleEntries', entryId);
  if (!entry) throw new ExpectedError('rule-not-found');
  await refuseDissolved(tx, entry.groupId);
  return entry;
}

/** The promised reward was handed over. */
export const giveReward = defineCommand({
  name: 'groupRules.giveReward',
  input: z.object({ entryId: idSchema }),
  entities: ['ruleEntries', 'groups'],
  label: () => ({ zh: '发放奖励', en: 'Give a reward' }),
  run: async (tx, { entryId }) => {
    if (!isOpenReward(await entryOf(tx, entryId))) throw new ExpectedError('reward-not-open');
    await tx.update('ruleEntries', entryId, { givenAt: tx.now });
  },
});

/** The person objects; until it is decided no removal is proposed because of it. */
export const appealEntry = defineCommand({
  name: 'groupRules.appeal',
  input: z.object({ entryId: idSchema, text: words }),
  entities: ['ruleEntries', 'groups'],
  label: () => ({ zh: '记录申诉', en: 'Note an appeal' }),
  run: async (tx, { entryId, text }) => {
    const { appeal } = await entryOf(tx, entryId);
    if (appeal?.outcome) throw new ExpectedError('rule-entry-decided');
    await tx.update('ruleEntries', entryId, { appeal: { text, at: tx.now } });
  },
});

/** The entry stands, or is withdrawn and counts for nothing from now on. */
export const decideAppeal = defineCommand({
  name: 'groupRules.decideAppeal',
  input: z.object({
    entryId: idSchema,
    outcome: z.enum(['stands', 'withdrawn']),
    why: z.string().trim().max(500).optional(),
  }),
  entities: ['ruleEntries', 'groups'],
  label: ({ outcome }) =>
    outcome === 'stands'
      ? { zh: '申诉：维持', en: 'Appeal: the entry stands' }
      : { zh: '申诉：撤回处罚', en: 'Appeal: the entry is withdrawn' },
  run: async (tx, { entryId, outcome, why }) => {
    const { appeal } = await entryOf(tx, entryId);
    if (!appeal) throw new ExpectedError('rule-not-found');
    if (appeal.outcome) throw new ExpectedError('rule-entry-decided');
    const who = tx.actor && { decidedBy: tx.actor };
    const decided = { ...appeal, outcome, decidedAt: tx.now, ...(why && { why }), ...who };
    await tx.update('ruleEntries', entryId, { appeal: decided });
  },
});
