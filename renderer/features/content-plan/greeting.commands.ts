import { libraryEntrySchema } from '@shared/domain/library/library-entry.schema';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

export const addGreetings = defineCommand({
  name: 'content-plan.addGreetings',
  /** One text each. */
  input: z.object({ texts: z.array(z.string().trim().min(1).max(2000)).min(1).max(500) }),
  entities: ['libraryEntries'],
  label: ({ texts }) => ({
    zh: `添加 ${texts.length} 条问候`,
    en: `Add ${texts.length} greetings`,
  }),
  run: async (tx, { texts }) => {
    for (const text of texts) {
      const by = tx.actor === undefined ? {} : { addedBy: tx.actor };
      const entry = { id: tx.newId(), kind: 'greeting', text, addedAt: tx.now, ...by } as const;
      await tx.create('libraryEntries', libraryEntrySchema.parse(entry));
    }
    return { count: texts.length };
  },
});

export const removeGreeting = defineCommand({
  name: 'content-plan.removeGreeting',
  input: z.object({ id: idSchema }),
  entities: ['libraryEntries'],
  label: () => ({ zh: '删除一条问候', en: 'Delete a greeting' }),
  run: async (tx, { id }) => {
    if (await tx.get('libraryEntries', id)) await tx.remove('libraryEntries', id);
  },
});
