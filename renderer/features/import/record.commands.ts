import { FeelingReader } from '@shared/domain/feelings/feeling-reader';
import { commentOfInteraction, readCorrections } from '@shared/domain/feelings/taking-in.rules';
import { EventCollector, funnelOfEvents } from '@shared/domain/funnel/event-funnel.rules';
import type { Draft, RecordEntity } from '@shared/domain/import/records/record';
import type { RecordWrites } from '@shared/domain/import/records/record-writes';
import type { Interaction } from '@shared/domain/interactions/interaction.schema';
import type { EntityName, Row } from '@shared/domain/registry';
import { sumDaily } from '@shared/domain/step-tools/daily-counts.rules';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { contentFields, createItems } from './content-rows';

const isWrites = (value: unknown): value is RecordWrites =>
  typeof value === 'object' && value !== null && 'strangers' in value;

const PAGED: ReadonlySet<RecordEntity> = new Set([
  'funnelEvents',
  'interactions',
  'supplierReadings',
]);
const CHUNK = 5000;

async function createRows(
  tx: Tx,
  drafts: readonly Draft[],
  batchId: string,
  reader: FeelingReader | undefined,
): Promise<void> {
  const byEntity = new Map<RecordEntity, Draft[]>();
  for (const draft of drafts) {
    const own = byEntity.get(draft.entity);
    if (own) own.push(draft);
    else byEntity.set(draft.entity, [draft]);
  }
  for (const [entity, own] of byEntity) {
    const rows = own.map(({ values }) => {
      const id = entity === 'weatherDays' ? `${values.day}.${values.place}` : tx.newId();
      return present({ ...values, id, batchId });
    });
    if (entity === 'interactions' && reader) await createComments(tx, rows, reader);
    if (PAGED.has(entity)) await tx.bulkCreate(entity, rows as unknown as Row<EntityName>[]);
    else if (entity === 'contentItems') await createItems(tx, rows);
    else for (const row of rows) await tx.create(entity, row as never);
  }
}

/** What people said in the imported interactions, read and kept beside them. */
async function createComments(
  tx: Tx,
  rows: readonly Record<string, unknown>[],
  reader: FeelingReader,
): Promise<void> {
  const comments = rows.flatMap((row) => {
    const comment = commentOfInteraction(row as unknown as Interaction, reader);
    return comment ? [{ ...comment, id: tx.newId() }] : [];
  });
  await tx.bulkCreate('comments', comments);
}

/** Only for imports that bring texts: whatever is known of them by hand is looked up for it. */
async function readerFor(tx: Tx, drafts: readonly Draft[]): Promise<FeelingReader | undefined> {
  const hasTexts = drafts.some(({ entity, values }) => entity === 'interactions' && values.text);
  if (!hasTexts) return undefined;
  return new FeelingReader(
    await readCorrections((fields, visit) => tx.scan('comments', fields, visit)),
  );
}

const present = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));

/** The sums of a run's steps as its imported figures have them now. */
async function refreshRun(tx: Tx, runId: string): Promise<void> {
  const steps = await tx.findBy('sopSteps', 'runId', runId);
  const sums = new Map<number, number>();
  const counts = await tx.findBy('funnelCounts', 'runId', runId);
  for (const step of new Set(counts.map((row) => row.step))) {
    sums.set(step, sumDaily(counts.filter((row) => row.step === step)).total);
  }
  const events = new EventCollector();
  await tx.scan('funnelEvents', ['runId', 'subject', 'step', 'at'], (row) => {
    if (row.runId === runId) events.add(String(row.subject), Number(row.step) - 1, Number(row.at));
  });
  const flow = steps
    .sort((a, b) => a.position - b.position)
    .map(({ position, definition }) => ({
      isTracked: events.hasPlace(position - 1),
      isOptional: definition.optional,
      windowMs: definition.windowMs,
    }));
  funnelOfEvents(events.columns(), flow).counts.forEach((count, index) => {
    if (count !== undefined && !sums.has(index + 1)) sums.set(index + 1, count);
  });
  for (const step of steps) {
    const metricCount = sums.get(step.position);
    if (metricCount === undefined || step.metricCount === metricCount) continue;
    await tx.update('sopSteps', step.id, { metricCount, metricSource: 'imported' });
  }
}

function runsOf(writes: RecordWrites): Set<string> {
  const values = writes.creates.map((draft) => draft.values.runId);
  return new Set(values.filter((runId) => typeof runId === 'string'));
}

/** Writes exactly what the plan of a smaller import says, as one batch that can be taken back. */
export const commitRecords = defineCommand({
  name: 'import.commitRecords',
  input: z.custom<RecordWrites>(isWrites),
  entities: [
    'funnelEvents',
    'funnelCounts',
    'interactions',
    'comments',
    'contentResults',
    'contentItems',
    'supplierReadings',
    'weatherDays',
    'members',
    'sopSteps',
    'importBatches',
  ],
  label: ({ fileName }) => ({ zh: `导入「${fileName}」`, en: `Import “${fileName}”` }),
  run: async (tx, writes) => {
    const { kind, fileName, fileHash, counts, creates, strangers, updates, onProgress } = writes;
    const batchId = tx.newId();
    const total = creates.length + strangers.length + updates.length;
    const drafts = [...creates];
    for (const { person, drafts: own } of strangers) {
      const id = tx.newId();
      await tx.create('members', { ...person, id, source: 'import', batchId });
      drafts.push(...own.map((draft) => ({ ...draft, values: { ...draft.values, memberId: id } })));
    }
    const reader = await readerFor(tx, drafts);
    for (let start = 0; start < drafts.length; start += CHUNK) {
      onProgress(start, total);
      await createRows(tx, drafts.slice(start, start + CHUNK), batchId, reader);
    }
    const runs = runsOf(writes);
    for (const { entity, id, patch } of updates) {
      const whole = entity === 'contentItems' ? contentFields(patch) : patch;
      await tx.update(entity, id, whole as never);
      const run = entity === 'funnelCounts' ? (await tx.get(entity, id))?.runId : undefined;
      if (run) runs.add(run);
    }
    for (const runId of runs) await refreshRun(tx, runId);
    onProgress(total, total);
    await tx.create('importBatches', { id: batchId, kind, fileName, fileHash, counts, at: tx.now });
    return { batchId };
  },
});
