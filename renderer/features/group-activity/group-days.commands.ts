import { daySchema } from '@shared/domain/calendar/content.schema';
import { DAY_FIGURES, isTooManySpeakers } from '@shared/domain/group-life/day-table.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { joinId } from '@shared/lib/record-ids';
import { dayOf } from '@shared/lib/time';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { refuseDissolved } from '@/features/group-rooms/index';

/** Null clears a figure; one that is not named stays. */
const figure = z.number().int().nonnegative().max(10_000_000).nullable().optional();
const told = z.object({
  day: daySchema,
  messages: figure,
  speakers: figure,
  members: figure,
  joined: figure,
  left: figure,
});

/** The business day on which a command runs; touches `workspace`. */
async function todayOf(tx: Tx): Promise<string> {
  const workspace = await tx.get('workspace', 'workspace');
  return dayOf(tx.now, workspace?.timeZone ?? DEFAULT_TIME_ZONE);
}

/** Writes what days of one group held, several at once; a day without any figure left goes. */
export const saveGroupDays = defineCommand({
  name: 'groupActivity.saveDays',
  input: z.object({
    groupId: idSchema,
    days: z.array(told).min(1).max(4000),
    source: z.enum(['typed', 'import']).default('typed'),
  }),
  entities: ['groupDays', 'groups', 'workspace'],
  label: ({ days: { length: n } }) => ({
    zh: `填写 ${n} 天的群数据`,
    en: n === 1 ? 'Fill in one day of a group' : `Fill in ${n} days of a group`,
  }),
  run: async (tx, { groupId, days, source }) => {
    if (!(await tx.get('groups', groupId))) throw new ExpectedError('group-not-found');
    await refuseDissolved(tx, groupId);
    const today = await todayOf(tx);
    for (const { day, ...figures } of days) {
      if (day > today) throw new ExpectedError('group-day-future', { day });
      const id = joinId(groupId, day);
      const before = await tx.get('groupDays', id);
      const patch: { [F in (typeof DAY_FIGURES)[number]]?: number | undefined } = {};
      for (const key of DAY_FIGURES) {
        const value = figures[key];
        if (value !== undefined) patch[key] = value ?? undefined;
      }
      const after = { ...before, ...patch };
      if (isTooManySpeakers(after)) throw new ExpectedError('group-day-speakers', { day });
      const isEmpty = DAY_FIGURES.every((key) => after[key] === undefined);
      if (before && isEmpty) await tx.remove('groupDays', id);
      else if (before) await tx.update('groupDays', id, { ...patch, source });
      else if (!isEmpty) await tx.create('groupDays', { id, groupId, day, ...patch, source });
    }
  },
});
