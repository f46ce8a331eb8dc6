import { type EntityName, entityNames, registry } from '@shared/domain/registry';
import { schemas } from '@shared/domain/schemas';
import { ExpectedError } from '@shared/lib/errors';
import { rowChangeSchema } from '@shared/sync/op';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const TRAVELLING = entityNames.filter((entity) => registry[entity].scope === 'synced');

/**
 * Does once more what a step did that the hub refused and that was taken back here: records that it
 * made are made, fields that it set are set, where that is still possible.
 */
export const doAgain = defineCommand({
  name: 'sync.doAgain',
  input: z.object({ changes: z.array(rowChangeSchema).min(1).max(10_000) }),
  entities: TRAVELLING,
  label: () => ({ zh: '再做一次被拒绝的改动', en: 'Do the refused step again' }),
  run: async (tx, { changes }) => {
    for (const change of changes) {
      const entity = TRAVELLING.find((it) => it === change.entity);
      if (entity) await redo(tx, entity, change);
    }
  },
});

async function redo(
  tx: Tx,
  entity: EntityName,
  { id, set = {}, unset = [], gone }: z.infer<typeof rowChangeSchema>,
): Promise<void> {
  if (gone) return tx.remove(entity, id);
  const cleared = Object.fromEntries(unset.map((field) => [field, undefined]));
  const before = await tx.get(entity, id);
  const whole = schemas[entity].safeParse({ ...before, ...set, ...cleared, id });
  if (!whole.success) throw new ExpectedError('overwritten-not-fitting');
  if (before) return tx.update(entity, id, { ...set, ...cleared });
  return tx.create(entity, whole.data as never);
}
