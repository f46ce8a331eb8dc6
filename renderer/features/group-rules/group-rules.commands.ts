import { groupRuleSchema } from '@shared/domain/group-life/group-rule.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { refuseDissolved } from '@/features/group-rooms/index';

const ruleFields = groupRuleSchema.omit({ id: true, rank: true, isArchived: true });

/** Adds a rule at the end, or changes one; a field that is not given is cleared. */
export const saveGroupRule = defineCommand({
  name: 'groupRules.save',
  input: ruleFields.extend({ ruleId: idSchema.optional() }),
  entities: ['groupRules', 'groups'],
  label: ({ text }) => ({ zh: `保存群规「${text}」`, en: `Save the rule “${text}”` }),
  run: async (tx, { ruleId, ...fields }) => {
    const all = await tx.all('groupRules');
    const before = all.find(({ id }) => id === ruleId);
    if (ruleId !== undefined && !before) throw new ExpectedError('rule-not-found');
    await refuseDissolved(tx, fields.groupId);
    if (before) {
      await refuseDissolved(tx, before.groupId);
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
  entities: ['groupRules', 'groups'],
  label: ({ isArchived }) =>
    isArchived
      ? { zh: '停用群规', en: 'Put a rule away' }
      : { zh: '恢复群规', en: 'Take a rule back' },
  run: async (tx, { ruleId, isArchived }) => {
    const rule = await tx.get('groupRules', ruleId);
    if (!rule) throw new ExpectedError('rule-not-found');
    await refuseDissolved(tx, rule.groupId);
    await tx.update('groupRules', ruleId, { isArchived });
  },
});

/**
 * Puts rules into this order among themselves; those not named keep their places. Rules that are gone
 * meanwhile are passed over.
 */
export const orderGroupRules = defineCommand({
  name: 'groupRules.order',
  input: z.object({ ruleIds: z.array(idSchema).min(1).max(1000) }),
  entities: ['groupRules'],
  label: () => ({ zh: '调整群规顺序', en: 'Order the rules' }),
  run: async (tx, { ruleIds }) => {
    const all = (await tx.all('groupRules')).sort(
      (a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1),
    );
    const byId = new Map(all.map((rule) => [rule.id, rule]));
    const wanted = [...new Set(ruleIds)].flatMap((id) => byId.get(id) ?? []);
    const named = new Set(wanted.map(({ id }) => id));
    let next = 0;
    for (const [at, rule] of all.entries()) {
      const put = named.has(rule.id) ? wanted[next++] : rule;
      if (put && put.rank !== at + 1) await tx.update('groupRules', put.id, { rank: at + 1 });
    }
  },
});
