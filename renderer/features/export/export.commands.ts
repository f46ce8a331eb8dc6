import { columnSetSchema } from '@shared/domain/export/column-set.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const { list, name, columns } = columnSetSchema.shape;
const isForSharing = z.boolean();

/** Keeps the columns of an export under a name, for the next time. */
export const saveColumnSet = defineCommand({
  name: 'export.saveColumnSet',
  input: z.object({ list, name, columns, isForSharing }),
  entities: ['columnSets'],
  label: (input) => ({
    zh: `保存列方案「${input.name}」`,
    en: `Save the columns “${input.name}”`,
  }),
  run: async (tx, input) => {
    await refuseKnownName(tx, input.list, input.name);
    const id = tx.newId();
    await tx.create('columnSets', { id, ...input });
    return { id };
  },
});

/** Other columns, another order, or another audience under the same name. */
export const changeColumnSet = defineCommand({
  name: 'export.changeColumnSet',
  input: z.object({ id: idSchema, columns, isForSharing }),
  entities: ['columnSets'],
  label: () => ({ zh: '更新列方案', en: 'Update the saved columns' }),
  run: async (tx, { id, ...change }) => {
    await known(tx, id);
    await tx.update('columnSets', id, change);
  },
});

export const renameColumnSet = defineCommand({
  name: 'export.renameColumnSet',
  input: z.object({ id: idSchema, name }),
  entities: ['columnSets'],
  label: (input) => ({
    zh: `列方案改名为「${input.name}」`,
    en: `Rename the columns to “${input.name}”`,
  }),
  run: async (tx, input) => {
    const set = await known(tx, input.id);
    await refuseKnownName(tx, set.list, input.name, set.id);
    await tx.update('columnSets', input.id, { name: input.name });
  },
});

export const removeColumnSet = defineCommand({
  name: 'export.removeColumnSet',
  input: z.object({ id: idSchema, name }),
  entities: ['columnSets'],
  label: (input) => ({
    zh: `删除列方案「${input.name}」`,
    en: `Delete the columns “${input.name}”`,
  }),
  run: async (tx, { id }) => {
    await known(tx, id);
    await tx.remove('columnSets', id);
  },
});

async function known(tx: Tx, id: string) {
  const set = await tx.get('columnSets', id);
  if (!set) throw new ExpectedError('column-set-gone');
  return set;
}

async function refuseKnownName(tx: Tx, ofList: string, wanted: string, exceptId?: string) {
  const sets = await tx.findBy('columnSets', 'list', ofList);
  if (sets.some((set) => set.name === wanted && set.id !== exceptId)) {
    throw new ExpectedError('column-set-name-taken', { name: wanted });
  }
}
