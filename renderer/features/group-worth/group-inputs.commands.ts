import { daySchema } from '@shared/domain/calendar/content.schema';
import {
  GROUP_INPUT_KINDS,
  type GroupInput,
  groupInputSchema,
} from '@shared/domain/group-life/group-day.schema';
import { weeklyDays } from '@shared/domain/group-life/worth.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { addDays, dayOf } from '@shared/lib/time';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { refuseDissolved } from '@/features/group-rooms/index';

const MOST_WEEKS = 104;

const told = z.object({
  kind: z.enum(GROUP_INPUT_KINDS),
  day: daySchema,
  /** For hours; they may have an amount of their own as well. */
  hours: groupInputSchema.shape.hours,
  amountFen: z.number().int().nonnegative().max(1_000_000_000).optional(),
  note: z.string().trim().max(300).optional(),
});
type Told = z.output<typeof told>;

/** Hours need their number, anything else its amount; nothing is put in on a day to come. */
async function check(tx: Tx, { kind, day, hours, amountFen }: Told): Promise<string> {
  if (kind === 'hours' && hours === undefined) throw new ExpectedError('input-without-hours');
  if (kind !== 'hours' && amountFen === undefined) throw new ExpectedError('input-without-amount');
  const workspace = await tx.get('workspace', 'workspace');
  const today = dayOf(tx.now, workspace?.timeZone ?? DEFAULT_TIME_ZONE);
  if (day > today) throw new ExpectedError('group-day-future', { day });
  return today;
}

const fieldsOf = ({ kind, hours, amountFen, note }: Told) => ({
  kind,
  hours: kind === 'hours' ? hours : undefined,
  amountFen,
  note: note || undefined,
});

/** Something put into a group; with `weeks` the same on that weekday of each week since, up to today. */
export const addGroupInput = defineCommand({
  name: 'groupWorth.addInput',
  input: told.extend({
    groupId: idSchema,
    weeks: z.number().int().min(1).max(MOST_WEEKS).default(1),
  }),
  entities: ['groupInputs', 'groups', 'workspace'],
  label: () => ({ zh: '记一笔投入', en: 'Note something put into a group' }),
  run: async (tx, { groupId, weeks, ...input }) => {
    if (!(await tx.get('groups', groupId))) throw new ExpectedError('group-not-found');
    await refuseDissolved(tx, groupId);
    const days = weeklyDays(input.day, await check(tx, input), weeks);
    const by = tx.actor && { by: tx.actor };
    for (const day of days) {
      await tx.create('groupInputs', { id: tx.newId(), groupId, day, ...fieldsOf(input), ...by });
    }
    return { count: days.length };
  },
});

async function refuseSettled(tx: Tx, id: string): Promise<void> {
  const known = await tx.get('groupInputs', id);
  if (!known) throw new ExpectedError('input-not-found');
  await refuseDissolved(tx, known.groupId);
}

export const editGroupInput = defineCommand({
  name: 'groupWorth.editInput',
  input: told.extend({ id: idSchema }),
  entities: ['groupInputs', 'groups', 'workspace'],
  label: () => ({ zh: '修改一笔投入', en: 'Edit something put into a group' }),
  run: async (tx, { id, ...input }) => {
    await refuseSettled(tx, id);
    await check(tx, input);
    await tx.update('groupInputs', id, { day: input.day, ...fieldsOf(input) });
  },
});

export const removeGroupInput = defineCommand({
  name: 'groupWorth.removeInput',
  input: z.object({ id: idSchema }),
  entities: ['groupInputs', 'groups'],
  label: () => ({ zh: '删除一笔投入', en: 'Remove something put into a group' }),
  run: async (tx, { id }) => {
    await refuseSettled(tx, id);
    await tx.remove('groupInputs', id);
  },
});

/**
 * The inputs of the week before `monday` once more, on the same weekdays up to today; what is there
 * already is left alone, so that asking again on Friday adds Friday's only.
 */
export const repeatLastWeek = defineCommand({
  name: 'groupWorth.repeatWeek',
  input: z.object({ groupId: idSchema, monday: daySchema }),
  entities: ['groupInputs', 'groups', 'workspace'],
  label: () => ({ zh: '照上周记投入', en: 'Note the inputs of last week again' }),
  run: async (tx, { groupId, monday }) => {
    await refuseDissolved(tx, groupId);
    const workspace = await tx.get('workspace', 'workspace');
    const today = dayOf(tx.now, workspace?.timeZone ?? DEFAULT_TIME_ZONE);
    const rows = await tx.findBy('groupInputs', 'groupId', groupId);
    const from = addDays(monday, -7);
    const known = new Set(rows.map(keyOf));
    const again = rows
      .filter(({ day }) => day >= from && day < monday)
      .map(({ id: _, by: __, ...row }) => ({ ...row, day: addDays(row.day, 7) }))
      .filter((row) => row.day <= today && !known.has(keyOf(row)));
    if (again.length === 0) throw new ExpectedError('input-none-last-week');
    const by = tx.actor && { by: tx.actor };
    for (const row of again) await tx.create('groupInputs', { id: tx.newId(), ...row, ...by });
    return { count: again.length };
  },
});

const keyOf = ({ day, kind, hours, amountFen, note }: Omit<GroupInput, 'id' | 'groupId' | 'by'>) =>
  JSON.stringify([day, kind, hours, amountFen, note]);
