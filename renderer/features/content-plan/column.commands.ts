import { contentColumnSchema } from '@shared/domain/calendar/content.schema';
import { SLOT_SETTINGS_ID } from '@shared/domain/calendar/slot-defaults';
import { slotSettingsSchema } from '@shared/domain/calendar/slot-settings.schema';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

export const saveColumn = defineCommand({
  name: 'content-plan.saveColumn',
  /** The whole column: what it leaves out is cleared. Without an id a new one. */
  input: z.object({ id: z.string().optional(), column: contentColumnSchema.omit({ id: true }) }),
  entities: ['contentColumns'],
  label: ({ column }) => ({
    zh: `保存栏目「${column.name}」`,
    en: `Save the column “${column.name}”`,
  }),
  run: async (tx, { id = tx.newId(), column }) => {
    const cleared = Object.fromEntries(
      Object.keys(contentColumnSchema.omit({ id: true }).shape).map((key) => [key, undefined]),
    );
    if (await tx.get('contentColumns', id)) {
      await tx.update('contentColumns', id, { ...cleared, ...column });
    } else await tx.create('contentColumns', { ...column, id });
    return { id };
  },
});

/** Back to the column as it comes with the console; one of one's own goes. */
export const dropColumn = defineCommand({
  name: 'content-plan.dropColumn',
  input: z.object({ id: z.string(), name: z.string() }),
  entities: ['contentColumns'],
  label: ({ name }) => ({ zh: `去掉对「${name}」的修改`, en: `Drop the changes to “${name}”` }),
  run: async (tx, { id }) => {
    if (await tx.get('contentColumns', id)) await tx.remove('contentColumns', id);
  },
});

export const saveSlotSettings = defineCommand({
  name: 'content-plan.saveSlotSettings',
  input: slotSettingsSchema,
  entities: ['modelSettings'],
  label: () => ({ zh: '修改时段设置', en: 'Change the slots' }),
  run: async (tx, settings) => {
    const patch = { settings, changedAt: tx.now };
    if (await tx.get('modelSettings', SLOT_SETTINGS_ID)) {
      await tx.update('modelSettings', SLOT_SETTINGS_ID, patch);
    } else await tx.create('modelSettings', { id: SLOT_SETTINGS_ID, ...patch });
  },
});
