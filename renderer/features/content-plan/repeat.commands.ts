import { contentPlanSchema, daySchema } from '@shared/domain/calendar/content.schema';
import { fallsOn, occurrencesBetween } from '@shared/domain/calendar/repeat.rules';
import { REPEAT_SKIPS, repeatRuleSchema } from '@shared/domain/calendar/repeat.schema';
import { followingPatch, openOccurrences } from '@shared/domain/calendar/repeat-edit.rules';
import { SLOTS } from '@shared/domain/calendar/slots';
import { idSchema } from '@shared/lib/ids';
import { addDays } from '@shared/lib/time';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { loadItem, planOf } from '@/features/content-items';
import { loadRepeat, makeOccurrences, occurrencesOf } from './repeat-tx';

const STORES = ['contentItems', 'contentRepeats'] as const;
const timesShape = {
  rule: repeatRuleSchema,
  skip: z.enum(REPEAT_SKIPS).default('never'),
  fromDay: daySchema,
  untilDay: daySchema.optional(),
};

export const makeRepeat = defineCommand({
  name: 'content-plan.makeRepeat',
  /** From an item, which becomes its first occurrence if the rule falls on its day, or afresh. */
  input: z.object({
    ...timesShape,
    /** Occurrences are made up to this day now, later ones when somebody looks further. */
    madeUntil: daySchema,
    itemId: idSchema.optional(),
    fresh: z.object({ slot: z.enum(SLOTS), plan: contentPlanSchema }).optional(),
  }),
  entities: STORES,
  label: () => ({ zh: '设为重复', en: 'Make a repeat' }),
  run: async (tx, { itemId, fresh, madeUntil, ...times }) => {
    const source = itemId === undefined ? undefined : await loadItem(tx, itemId);
    const isFirst = source !== undefined && fallsOn(times.rule, times.fromDay, source.date);
    // Named after its first item, so that the item is found again among the occurrences.
    const isNameFree = source && !(await tx.get('contentRepeats', source.id));
    const id = source && isFirst && isNameFree ? source.id : tx.newId();
    const plan = source ? planOf(source) : contentPlanSchema.parse(fresh?.plan);
    const slot = source?.slot ?? fresh?.slot ?? 'morning';
    if (source && id === source.id) {
      await tx.update('contentItems', id, { repeatId: id, repeatDay: source.date });
    }
    await tx.create('contentRepeats', { ...times, id, slot, plan, madeUntil });
    const repeat = await loadRepeat(tx, id);
    return { id, count: await makeOccurrences(tx, repeat, times.fromDay, madeUntil) };
  },
});

/**
 * Plans repeats ahead between two days that somebody looks at, and takes away what a repeat made that
 * is no longer there (its making was undone). It changes no repeat and is no step to take back, so
 * that undoing the making of a repeat still finds it as it was made.
 */
export const makeAhead = defineCommand({
  name: 'content-plan.makeAhead',
  input: z.object({
    fromDay: daySchema,
    untilDay: daySchema,
    orphanIds: z.array(idSchema).max(5000).default([]),
  }),
  entities: STORES,
  label: () => ({ zh: '把重复内容排到后面几周', en: 'Plan repeats further ahead' }),
  undoable: false,
  run: async (tx, { fromDay, untilDay, orphanIds }) => {
    for (const id of orphanIds) {
      const item = await tx.get('contentItems', id);
      if (item?.repeatId === undefined || openOccurrences([item]).length === 0) continue;
      if (!(await tx.get('contentRepeats', item.repeatId))) await tx.remove('contentItems', id);
    }
    for (const repeat of await tx.all('contentRepeats')) {
      const first = repeat.madeUntil === undefined ? repeat.fromDay : addDays(repeat.madeUntil, 1);
      await makeOccurrences(tx, repeat, first > fromDay ? first : fromDay, untilDay);
    }
  },
});

export const applyToRepeat = defineCommand({
  name: 'content-plan.applyToRepeat',
  /** The item's plan becomes the repeat's; occurrences before the item stay with `following`. */
  input: z.object({ itemId: idSchema, scope: z.enum(['following', 'all']) }),
  entities: STORES,
  label: ({ scope }) =>
    scope === 'all'
      ? { zh: '修改全部重复', en: 'Change all occurrences' }
      : { zh: '修改这次及以后的重复', en: 'Change this and later occurrences' },
  run: async (tx, { itemId, scope }) => {
    const item = await loadItem(tx, itemId);
    const repeat = await loadRepeat(tx, item.repeatId ?? '');
    const from = scope === 'following' ? (item.repeatDay ?? item.date) : undefined;
    let count = 0;
    for (const other of openOccurrences(await occurrencesOf(tx, repeat.id), from)) {
      if (other.id === itemId) continue;
      const patch = followingPatch(other, repeat, item);
      if (!patch) continue;
      await tx.update('contentItems', other.id, patch);
      count += 1;
    }
    await tx.update('contentRepeats', repeat.id, { plan: planOf(item), slot: item.slot });
    return { count };
  },
});

export const changeRepeat = defineCommand({
  name: 'content-plan.changeRepeat',
  /** The days from `onDay` on follow the new rule; what was sent and what lies before stays. */
  input: z.object({
    id: idSchema,
    onDay: daySchema,
    rule: repeatRuleSchema,
    skip: z.enum(REPEAT_SKIPS),
    untilDay: daySchema.nullable(),
  }),
  entities: STORES,
  label: () => ({ zh: '修改重复的日子', en: 'Change when it repeats' }),
  run: async (tx, { id, onDay, untilDay, ...times }) => {
    const before = await loadRepeat(tx, id);
    const after = { ...before, ...times, untilDay: untilDay ?? undefined };
    const items = await occurrencesOf(tx, id);
    const madeUntil = items.reduce(
      (last, { repeatDay = last }) => (repeatDay > last ? repeatDay : last),
      before.madeUntil ?? onDay,
    );
    const wanted = new Set(occurrencesBetween(after, onDay, madeUntil).days);
    let removed = 0;
    for (const item of openOccurrences(items, onDay)) {
      if (wanted.has(item.repeatDay ?? '')) continue;
      await tx.remove('contentItems', item.id);
      removed += 1;
    }
    await tx.update('contentRepeats', id, { ...times, untilDay: untilDay ?? undefined });
    const made = await makeOccurrences(tx, after, onDay, madeUntil);
    return { made, removed };
  },
});

export const stopRepeat = defineCommand({
  name: 'content-plan.stopRepeat',
  /** The last one is before `fromDay`; later ones that were not sent go. */
  input: z.object({ id: idSchema, fromDay: daySchema }),
  entities: STORES,
  label: () => ({ zh: '停止重复', en: 'Stop repeating' }),
  run: async (tx, { id, fromDay }) => {
    await loadRepeat(tx, id);
    const later = openOccurrences(await occurrencesOf(tx, id), fromDay);
    for (const item of later) await tx.remove('contentItems', item.id);
    await tx.update('contentRepeats', id, { untilDay: addDays(fromDay, -1) });
    return { count: later.length };
  },
});

export const removeRepeat = defineCommand({
  name: 'content-plan.removeRepeat',
  /** Sent occurrences stay as ordinary items. */
  input: z.object({ id: idSchema }),
  entities: STORES,
  label: () => ({ zh: '删除全部重复', en: 'Delete all occurrences' }),
  run: async (tx, { id }) => {
    await loadRepeat(tx, id);
    const items = await occurrencesOf(tx, id);
    const open = openOccurrences(items);
    for (const item of open) await tx.remove('contentItems', item.id);
    const isGone = new Set(open.map((item) => item.id));
    for (const item of items) {
      if (isGone.has(item.id)) continue;
      await tx.update('contentItems', item.id, { repeatId: undefined, repeatDay: undefined });
    }
    await tx.remove('contentRepeats', id);
    return { count: open.length };
  },
});
