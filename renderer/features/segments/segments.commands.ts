import { type Rule, ruleSchema } from '@shared/domain/rules/rule.schema';
import { segmentSchema, segmentSnapshotSchema } from '@shared/domain/segments/segment.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { packIds } from '@shared/lib/pack-ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { leadsTo, referencesOf } from './rule-references';

const { name, note } = segmentSchema.shape;

/** Without `segmentId` a new one. A rule that leads back to its own segment is refused. */
export const saveSegment = defineCommand({
  name: 'segments.save',
  input: z.object({
    segmentId: idSchema.optional(),
    name,
    rule: ruleSchema,
    note: note.unwrap().trim().optional(),
  }),
  entities: ['segments'],
  label: (input) => ({
    zh: input.segmentId ? `修改人群「${input.name}」` : `新建人群「${input.name}」`,
    en: input.segmentId ? `Edit the segment “${input.name}”` : `Create the segment “${input.name}”`,
  }),
  run: async (tx, input) => {
    const { segmentId } = input;
    const others = (await tx.all('segments')).filter((it) => it.id !== segmentId);
    if (others.some((it) => it.name === input.name)) {
      throw new ExpectedError('segment-name-taken', { name: input.name });
    }
    const fields = { name: input.name, rule: input.rule, note: input.note || undefined };
    if (segmentId === undefined) {
      const id = tx.newId();
      await tx.create('segments', { ...fields, id, createdAt: tx.now });
      return { segmentId: id };
    }
    if (!(await tx.get('segments', segmentId))) throw new ExpectedError('segment-not-found');
    const ruleOf = new Map(others.map((it) => [it.id, it.rule]));
    if (leadsTo(input.rule, segmentId, (id) => ruleOf.get(id))) {
      throw new ExpectedError('segment-circular', { name: input.name });
    }
    await tx.update('segments', segmentId, fields);
    return { segmentId };
  },
});

/** Archived segments leave the lists; rules that refer to them go on working. */
export const archiveSegment = defineCommand({
  name: 'segments.archive',
  input: z.object({ segmentId: idSchema, name: z.string(), isArchived: z.boolean() }),
  entities: ['segments'],
  label: (input) => ({
    zh: input.isArchived ? `归档人群「${input.name}」` : `取回人群「${input.name}」`,
    en: input.isArchived
      ? `Archive the segment “${input.name}”`
      : `Bring back the segment “${input.name}”`,
  }),
  run: async (tx, { segmentId, isArchived }) => {
    if (!(await tx.get('segments', segmentId))) throw new ExpectedError('segment-not-found');
    await tx.update('segments', segmentId, { isArchived: isArchived || undefined });
  },
});

/** Refused while another rule names it; its snapshots stay. */
export const removeSegment = defineCommand({
  name: 'segments.remove',
  input: z.object({ segmentId: idSchema, name: z.string() }),
  entities: ['segments', 'tags', 'plays', 'modelSettings'],
  label: (input) => ({
    zh: `删除人群「${input.name}」`,
    en: `Delete the segment “${input.name}”`,
  }),
  run: async (tx, { segmentId, name: who }) => {
    if (!(await tx.get('segments', segmentId))) throw new ExpectedError('segment-not-found');
    await refuseInUse(tx, who, segmentId, (rule) => referencesOf(rule).segmentIds.has(segmentId));
    await tx.remove('segments', segmentId);
  },
});

/** Keeps who they are now, whatever becomes of them later. */
export const takeSnapshot = defineCommand({
  name: 'segments.takeSnapshot',
  input: z.object({
    name: segmentSnapshotSchema.shape.name,
    memberIds: z.array(idSchema),
    segmentId: idSchema.optional(),
    note: note.unwrap().trim().optional(),
  }),
  entities: ['segmentSnapshots'],
  label: (input) => ({
    zh: `存快照「${input.name}」（${input.memberIds.length} 人）`,
    en: `Save the snapshot “${input.name}” (${input.memberIds.length})`,
  }),
  run: async (tx, input) => {
    const id = tx.newId();
    const ids = [...new Set(input.memberIds)].sort();
    await tx.create('segmentSnapshots', {
      id,
      name: input.name,
      at: tx.now,
      count: ids.length,
      members: packIds(ids),
      ...(input.segmentId === undefined ? {} : { segmentId: input.segmentId }),
      ...(input.note ? { note: input.note } : {}),
    });
    return { snapshotId: id, count: ids.length };
  },
});

export const removeSnapshot = defineCommand({
  name: 'segments.removeSnapshot',
  input: z.object({ snapshotId: idSchema, name: z.string() }),
  entities: ['segmentSnapshots', 'segments', 'tags', 'plays', 'modelSettings'],
  label: (input) => ({
    zh: `删除快照「${input.name}」`,
    en: `Delete the snapshot “${input.name}”`,
  }),
  run: async (tx, { snapshotId, name: who }) => {
    if (!(await tx.get('segmentSnapshots', snapshotId))) {
      throw new ExpectedError('snapshot-not-found');
    }
    await refuseInUse(tx, who, snapshotId, (rule) =>
      referencesOf(rule).snapshotIds.has(snapshotId),
    );
    await tx.remove('segmentSnapshots', snapshotId);
  },
});

/** Whoever deletes what something names would leave it without meaning: says what names it. */
async function refuseInUse(
  tx: Tx,
  who: string,
  id: string,
  refers: (rule: Rule) => boolean,
): Promise<void> {
  const segments = (await tx.all('segments')).filter((it) => it.id !== id);
  const tags = await tx.all('tags');
  const plays = (await tx.all('plays')).filter(
    (play) => play.snapshotId === id || play.holdoutSnapshotId === id,
  );
  // A model's settings are its own affair; an id inside them can only be a reference.
  const models = (await tx.all('modelSettings')).filter((row) =>
    JSON.stringify(row.settings ?? null).includes(`"${id}"`),
  );
  const users = [
    ...[...segments, ...tags].filter((it) => it.rule !== undefined && refers(it.rule)),
    ...plays,
    ...models.map((row) => ({ name: row.id })),
  ].map((it) => it.name);
  if (users.length === 0) return;
  throw new ExpectedError('segment-in-use', {
    name: who,
    count: users.length,
    users: users.slice(0, 5).join(' · '),
  });
}
