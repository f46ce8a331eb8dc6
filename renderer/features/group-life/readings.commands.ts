import { groupReadingSchema } from '@shared/domain/group-life/group-day.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { refuseDissolved } from '@/features/group-rooms/index';

const fields = groupReadingSchema.omit({ id: true, by: true });
const KIND_WORDS = {
  known: { zh: '知道率', en: 'who knew' },
  newFriends: { zh: '新朋友', en: 'new friends' },
} as const;

/** Nobody can be asked and answer more often than there were people. */
function refuseAskew({ n, k }: { n: number; k: number }): void {
  if (n === 0 || k > n) throw new ExpectedError('group-reading-askew', { n, k });
}

async function refuseSettled(tx: Tx, readingId: string): Promise<void> {
  const known = await tx.get('groupReadings', readingId);
  if (!known) throw new ExpectedError('group-reading-gone');
  await refuseDissolved(tx, known.groupId);
}

/** Notes a reading: asked `n` people of the group, `k` knew (or had found new friends). */
export const addReading = defineCommand({
  name: 'groupReadings.add',
  input: fields,
  entities: ['groupReadings', 'groups'],
  label: ({ kind }) => ({
    zh: `记录${KIND_WORDS[kind].zh}`,
    en: `Note a reading: ${KIND_WORDS[kind].en}`,
  }),
  run: async (tx, reading) => {
    refuseAskew(reading);
    if (!(await tx.get('groups', reading.groupId))) throw new ExpectedError('group-not-found');
    await refuseDissolved(tx, reading.groupId);
    const id = tx.newId();
    const by = tx.actor?.slice(0, 60);
    await tx.create('groupReadings', { id, ...reading, ...(by !== undefined && { by }) });
    return { readingId: id };
  },
});

/** Corrects a reading; a note that is not given is cleared. */
export const editReading = defineCommand({
  name: 'groupReadings.edit',
  input: fields.omit({ groupId: true }).extend({ readingId: idSchema }),
  entities: ['groupReadings', 'groups'],
  label: ({ kind }) => ({
    zh: `修改${KIND_WORDS[kind].zh}`,
    en: `Correct a reading: ${KIND_WORDS[kind].en}`,
  }),
  run: async (tx, { readingId, note, ...reading }) => {
    refuseAskew(reading);
    await refuseSettled(tx, readingId);
    await tx.update('groupReadings', readingId, { ...reading, note });
  },
});

export const removeReading = defineCommand({
  name: 'groupReadings.remove',
  input: z.object({ readingId: idSchema }),
  entities: ['groupReadings', 'groups'],
  label: () => ({ zh: '删除一次读数', en: 'Remove a reading' }),
  run: async (tx, { readingId }) => {
    await refuseSettled(tx, readingId);
    await tx.remove('groupReadings', readingId);
  },
});
