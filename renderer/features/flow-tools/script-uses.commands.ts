import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

/** A script was copied to be sent. Nobody takes that back: what was sent was sent. */
export const countScriptUse = defineCommand({
  name: 'flow-tools.countScriptUse',
  input: z.object({
    runId: idSchema,
    position: z.number().int().positive(),
    scriptKey: z.string().max(60),
    variantKey: z.string().max(60).optional(),
  }),
  entities: ['scriptUses'],
  label: () => ({ zh: '复制话术', en: 'Copy a script' }),
  undoable: false,
  run: async (tx, use) => {
    await tx.create('scriptUses', {
      ...use,
      id: tx.newId(),
      at: tx.now,
      ...(tx.actor === undefined ? {} : { by: tx.actor }),
    });
  },
});
