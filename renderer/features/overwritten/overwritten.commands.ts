import { type EntityName, entityNames, registry } from '@shared/domain/registry';
import { schemas } from '@shared/domain/schemas';
import { ExpectedError } from '@shared/lib/errors';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

const overwrittenId = z.string().min(1).max(400);

/** Whatever travels between laptops can have lost a value. */
const TRAVELLING = entityNames.filter((entity) => registry[entity].scope === 'synced');

const isTravelling = (name: string): name is EntityName =>
  TRAVELLING.some((entity) => entity === name);

/**
 * Puts the value that lost into the record and keeps the one that stood there as what it replaces:
 * an edit like any other, so it goes to the other laptops and can be undone.
 */
export const takeOverwritten = defineCommand({
  name: 'sync.takeOverwritten',
  input: z.object({ id: overwrittenId, label: z.string().max(200) }),
  entities: ['overwritten', ...TRAVELLING],
  label: ({ label }) => ({
    zh: `换成另一个值「${label}」`,
    en: `Take the other value: “${label}”`,
  }),
  run: async (tx, { id }) => {
    const lost = await tx.get('overwritten', id);
    if (!lost || !isTravelling(lost.entity)) throw new ExpectedError('overwritten-gone');
    const row = await tx.get(lost.entity, lost.entityId);
    if (!row) throw new ExpectedError('overwritten-gone');
    const whole = schemas[lost.entity].safeParse({ ...row, [lost.field]: lost.value });
    if (!whole.success) throw new ExpectedError('overwritten-not-fitting');
    await tx.update(lost.entity, lost.entityId, { [lost.field]: lost.value });
    await tx.update('overwritten', id, { settledAt: tx.now });
  },
});

/** The record stays as it is; the lost value is out of the list of what waits for a look. */
export const letOverwrittenBe = defineCommand({
  name: 'sync.letOverwrittenBe',
  input: z.object({ ids: z.array(overwrittenId).min(1).max(5000) }),
  entities: ['overwritten'],
  label: ({ ids }) => ({
    zh: `保留现在的值（${ids.length} 处）`,
    en: ids.length === 1 ? 'Keep the value as it is' : `Keep ${ids.length} values as they are`,
  }),
  run: async (tx, { ids }) => {
    for (const row of await tx.getMany('overwritten', ids)) {
      if (row && row.settledAt === undefined) {
        await tx.update('overwritten', row.id, { settledAt: tx.now });
      }
    }
  },
});
