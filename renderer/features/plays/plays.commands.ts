import { playSchema } from '@shared/domain/plays/play.schema';
import { drawHoldout, HOLDOUT_SHARES } from '@shared/domain/plays/play-lot.rules';
import { segmentSnapshotSchema } from '@shared/domain/segments/segment.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { packIds } from '@shared/lib/pack-ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const { name, costFen, margin, script, note, startDay } = playSchema.shape;
const windowDays = playSchema.shape.windowDays.unwrap();
const snapshotName = segmentSnapshotSchema.shape.name;

/** Keeps who is meant, draws by lot who is left alone, and opens the play: one change. */
export const startPlay = defineCommand({
  name: 'plays.start',
  input: z.object({
    name,
    quadrant: playSchema.shape.quadrant,
    recipe: playSchema.shape.recipe,
    memberIds: z.array(idSchema),
    /** Left out: nobody is left alone. */
    lot: z
      .object({
        share: z.number().min(HOLDOUT_SHARES.least).max(HOLDOUT_SHARES.most),
        seed: z.number().int(),
      })
      .optional(),
    snapshotName,
    holdoutName: snapshotName,
    startDay,
    windowDays,
    costFen,
    margin,
    script,
    note,
  }),
  entities: ['plays', 'segmentSnapshots'],
  label: (input) => ({
    zh: `开始打法「${input.name}」（${input.memberIds.length} 人）`,
    en: `Start the play “${input.name}” (${input.memberIds.length})`,
  }),
  run: async (tx, { memberIds, lot, snapshotName: people, holdoutName, ...fields }) => {
    const ids = [...new Set(memberIds)].sort();
    if (ids.length === 0) throw new ExpectedError('play-nobody');
    if (lot && ids.length < 2) throw new ExpectedError('play-too-few-to-part', { n: ids.length });
    const drawn = lot ? drawHoldout(ids, lot.share, lot.seed) : { played: ids, heldOut: [] };
    const playId = tx.newId();
    const snapshotId = await keep(tx, people, drawn.played);
    const holdoutSnapshotId = lot ? await keep(tx, holdoutName, drawn.heldOut) : undefined;
    await tx.create('plays', {
      id: playId,
      ...fields,
      snapshotId,
      ...(holdoutSnapshotId === undefined ? {} : { holdoutSnapshotId }),
      ...(lot ? { lot } : {}),
    });
    return { playId, played: drawn.played.length, heldOut: drawn.heldOut.length };
  },
});

async function keep(tx: Tx, title: string, ids: readonly string[]): Promise<string> {
  const id = tx.newId();
  await tx.create('segmentSnapshots', {
    id,
    name: title,
    at: tx.now,
    count: ids.length,
    members: packIds(ids),
  });
  return id;
}

/** Whom it was meant for never changes; what one learns while it runs does. */
export const editPlay = defineCommand({
  name: 'plays.edit',
  input: z.object({
    playId: idSchema,
    name,
    windowDays,
    /** Left out: unknown. */
    costFen,
    margin,
    note,
  }),
  entities: ['plays'],
  label: (input) => ({ zh: `修改打法「${input.name}」`, en: `Edit the play “${input.name}”` }),
  run: async (tx, { playId, ...fields }) => {
    if (!(await tx.get('plays', playId))) throw new ExpectedError('play-not-found');
    await tx.update('plays', playId, {
      name: fields.name,
      windowDays: fields.windowDays,
      costFen: fields.costFen,
      margin: fields.margin,
      note: fields.note || undefined,
    });
  },
});

/** A closed play leaves the top of the list; its figures go on being counted to its last day. */
export const closePlay = defineCommand({
  name: 'plays.close',
  input: z.object({ playId: idSchema, name: z.string(), isClosed: z.boolean() }),
  entities: ['plays'],
  label: (input) => ({
    zh: input.isClosed ? `收尾打法「${input.name}」` : `重新打开打法「${input.name}」`,
    en: input.isClosed ? `Close the play “${input.name}”` : `Reopen the play “${input.name}”`,
  }),
  run: async (tx, { playId, isClosed }) => {
    if (!(await tx.get('plays', playId))) throw new ExpectedError('play-not-found');
    await tx.update('plays', playId, { closedAt: isClosed ? tx.now : undefined });
  },
});

/** Its snapshots stay: other rules may name them, and they say who was asked. */
export const removePlay = defineCommand({
  name: 'plays.remove',
  input: z.object({ playId: idSchema, name: z.string() }),
  entities: ['plays'],
  label: (input) => ({ zh: `删除打法「${input.name}」`, en: `Delete the play “${input.name}”` }),
  run: async (tx, { playId }) => {
    if (!(await tx.get('plays', playId))) throw new ExpectedError('play-not-found');
    await tx.remove('plays', playId);
  },
});
