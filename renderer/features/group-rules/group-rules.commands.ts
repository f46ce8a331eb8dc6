import { groupRuleSchema, ruleEntrySchema } from '@shared/domain/group-life/group-rule.schema';
import { isOpenReward } from '@shared/domain/group-life/ledger.rules';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { joinId } from '@shared/lib/record-ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const ruleFields = groupRuleSchema.omit({ id: true, rank: true, isArchived: true });
const { kind, what, points } = ruleEntrySchema.shape;
const words = z.string().trim().min(1).max(1000);

/** Adds a rule at the end, or changes one; a field that is not given is cleared. */
export const saveGroupRule = defineCommand({
  name: 'groupRules.save',
  input: ruleFields.extend({ ruleId: idSchema.optional() }),
  entities: ['groupRules'],
  label: ({ text }) => ({ zh: `保存群规「${text}」`, en: `Save the rule “${text}”` }),
  run: async (tx, { ruleId, ...fields }) => {
    const all = await tx.all('groupRules');
    const before = all.find(({ id }) => id === ruleId);
    if (ruleId !== undefined && !before) throw new ExpectedError('rule-not-found');
    if (before) {
      const blank = Object.fromEntries(Object.keys(ruleFields.shape).map((it) => [it, undefined]));
      await tx.update('groupRules', before.id, { ...blank, ...fields });
      return { ruleId: before.id };
    }
    const id = tx.newId();
    const rank = all.reduce((last, rule) => Math.max(last, rule.rank), 0) + 1;
    await tx.create('groupRules', { id, rank, ...fields });
    return { ruleId: id };
  },
});

/** Puts a rule away, or takes it back; entries by it stay as they are. */
export const archiveGroupRule = defineCommand({
  name: 'groupRules.archive',
  input: z.object({ ruleId: idSchema, isArchived: z.boolean() }),
  entities: ['groupRules'],
  label: ({ isArchived }) =>
    isArchived
      ? { zh: '停用群规', en: 'Put a rule away' }
      : { zh: '恢复群规', en: 'Take a rule back' },
  run: async (tx, { ruleId, isArchived }) => {
    if (!(await tx.get('groupRules', ruleId))) throw new ExpectedError('rule-not-found');
    await tx.update('groupRules', ruleId, { isArchived });
  },
});

/** Writes into the ledger: a reward, a warning or a removal, which puts the person out of the group. */
export const addRuleEntry = defineCommand({
  name: 'groupRules.addEntry',
  input: z.object({
    groupId: idSchema,
    memberId: idSchema,
    ruleId: idSchema.optional(),
    kind,
    what,
    points,
    isGiven: z.boolean().default(false),
  }),
  entities: ['ruleEntries', 'groupRules', 'groups', 'members', 'memberships'],
  label: ({ what: text }) => ({ zh: `记一笔「${text}」`, en: `Enter “${text}” into the ledger` }),
  run: async (tx, { isGiven, ruleId, points: value, ...entry }) => {
    const { groupId, memberId } = entry;
    if (!(await tx.get('groups', groupId))) throw new ExpectedError('group-not-found');
    if (!(await tx.get('members', memberId))) throw new ExpectedError('member-not-found');
    if (ruleId !== undefined && !(await tx.get('groupRules', ruleId))) {
      throw new ExpectedError('rule-not-found');
    }
    const id = tx.newId();
    await tx.create('ruleEntries', {
      id,
      ...entry,
      at: tx.now,
      ...(ruleId !== undefined && { ruleId }),
      ...(value !== undefined && { points: value }),
      ...(isGiven && entry.kind === 'reward' && { givenAt: tx.now }),
      ...(tx.actor && { by: tx.actor }),
    });
    const place = await tx.get('memberships', joinId(memberId, groupId));
    if (entry.kind === 'removal' && place && place.leftAt === undefined) {
      await tx.update('memberships', place.id, { leftAt: tx.now });
    }
    return { entryId: id };
  },
});

async function entryOf(tx: Tx, entryId: string) {
  const entry = await tx.get('ruleEntries', entryId);
  if (!entry) throw new ExpectedError('rule-not-found');
  return entry;
}

/** The promised reward was handed over. */
export const giveReward = defineCommand({
  name: 'groupRules.giveReward',
  input: z.object({ entryId: idSchema }),
  entities: ['ruleEntries'],
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
  entities: ['ruleEntries'],
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
  entities: ['ruleEntries'],
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
