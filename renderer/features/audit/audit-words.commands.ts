import { auditWordsSchema } from '@shared/domain/workspace/workspace.schema';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

/** The reasons and the text that the audit offers ready-made. */
export const editAuditWords = defineCommand({
  name: 'audit.editWords',
  input: z.object({ words: auditWordsSchema }),
  entities: ['workspace'],
  label: () => ({ zh: '修改审核的常用理由', en: 'Edit the reasons of the audit' }),
  run: async (tx, { words }) => {
    const known = await tx.get('workspace', 'workspace');
    if (known) await tx.update('workspace', 'workspace', { auditWords: words });
    else await tx.create('workspace', { id: 'workspace', auditWords: words });
  },
});
