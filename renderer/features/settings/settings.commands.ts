import { workspaceSchema } from '@shared/domain/workspace/workspace.schema';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

export const renameWorkspace = defineCommand({
  name: 'settings.renameWorkspace',
  input: z.object({ name: workspaceSchema.shape.name.unwrap().trim() }),
  entities: ['workspace'],
  label: ({ name }) => ({ zh: `改工作区名「${name}」`, en: `Rename the workspace “${name}”` }),
  run: async (tx, { name }) => {
    const known = await tx.get('workspace', 'workspace');
    if (known) await tx.update('workspace', 'workspace', { name });
    else await tx.create('workspace', { id: 'workspace', name });
  },
});
