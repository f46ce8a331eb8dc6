import {
  readSendVariables,
  SEND_VARIABLES_ID,
  variableNameSchema,
  variableValueSchema,
} from '@shared/domain/calendar/send-variables.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

/** Gives a variable of texts its value, for all groups or for one; an empty one takes it away. */
export const setSendVariable = defineCommand({
  name: 'sending.setVariable',
  input: z.object({
    name: variableNameSchema,
    value: variableValueSchema,
    groupId: idSchema.optional(),
  }),
  entities: ['groups', 'modelSettings'],
  label: ({ name }) => ({ zh: `填写变量 {${name}}`, en: `Fill the variable {${name}}` }),
  run: async (tx, { name, value, groupId }) => {
    const changed = (values: Record<string, string> | undefined) => {
      const { [name]: _old, ...others } = values ?? {};
      return value.trim() === '' ? others : { ...others, [name]: value.trim() };
    };
    if (groupId !== undefined) {
      const group = await tx.get('groups', groupId);
      if (!group) throw new ExpectedError('group-not-found');
      await tx.update('groups', groupId, { variables: changed(group.variables) });
      return;
    }
    const stored = await tx.get('modelSettings', SEND_VARIABLES_ID);
    const settings = { values: changed(readSendVariables(stored?.settings)) };
    const patch = { settings, changedAt: tx.now };
    if (stored) await tx.update('modelSettings', SEND_VARIABLES_ID, patch);
    else await tx.create('modelSettings', { id: SEND_VARIABLES_ID, ...patch });
  },
});
