import type { ImportWrites } from '@shared/domain/import/plan/import-writes';
import type { Member } from '@shared/domain/members/member.schema';
import type { Order } from '@shared/domain/orders/order.schema';
import type { TagAssignment } from '@shared/domain/tags/tag.schema';
import { joinId } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const CHUNK = 20_000;

function isWrites(value: unknown): value is ImportWrites {
  return typeof value === 'object' && value !== null && 'newMembers' in value;
}

type Steps = { done: number; total: number; writes: ImportWrites };

function advance(steps: Steps, by: number): void {
  steps.done += by;
  steps.writes.onProgress(steps.done, steps.total);
}

/** In chunks, so that a big file tells how far it is and can be stopped between them. */
async function inChunks<T>(
  steps: Steps,
  items: readonly T[],
  write: (chunk: T[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += CHUNK) {
    const chunk = items.slice(start, start + CHUNK);
    await write(chunk);
    advance(steps, chunk.length);
  }
}

async function createMembers(tx: Tx, steps: Steps, batchId: string): Promise<string[]> {
  const source = steps.writes.kind === 'members' ? 'import' : 'order';
  const rows = steps.writes.newMembers.map(
    ({ values }): Member => ({
      identity: 'unknown',
      ...values,
      source,
      batchId,
      id: tx.newId(),
    }),
  );
  await inChunks(steps, rows, (chunk) => tx.bulkCreate('members', chunk));
  return rows.map((row) => row.id);
}

/** Tags by name; those that the file brings and nobody has used yet are made. */
async function tagIds(tx: Tx, names: ReadonlySet<string>): Promise<Map<string, string>> {
  const ids = new Map((await tx.all('tags')).map((tag) => [tag.name, tag.id]));
  for (const name of names) {
    if (ids.has(name)) continue;
    const id = tx.newId();
    await tx.create('tags', { id, name });
    ids.set(name, id);
  }
  return ids;
}

async function assignTags(
  tx: Tx,
  steps: Steps,
  tagged: { memberId: string; tags: readonly string[] }[],
  batchId: string,
): Promise<void> {
  if (tagged.every(({ tags }) => tags.length === 0)) return;
  const ids = await tagIds(tx, new Set(tagged.flatMap(({ tags }) => tags)));
  const rows = tagged.flatMap(({ memberId, tags }) =>
    tags.map((name): TagAssignment => {
      const tagId = ids.get(name) ?? '';
      const id = joinId(memberId, tagId);
      return { id, memberId, tagId, source: 'import', at: tx.now, batchId };
    }),
  );
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  await inChunks(steps, rows, (chunk) => tx.bulkCreate('tagAssignments', chunk));
}

/** Ids in the order of time, so that a page of orders is a stretch of time. */
async function createOrders(
  tx: Tx,
  steps: Steps,
  newIds: readonly string[],
  batchId: string,
): Promise<void> {
  const sorted = [...steps.writes.newOrders].sort((a, b) => a.order.orderedAt - b.order.orderedAt);
  await inChunks(steps, sorted, (chunk) =>
    tx.bulkCreate(
      'orders',
      chunk.map(({ buyer, order }): Order => {
        const memberId = typeof buyer === 'number' ? (newIds[buyer] ?? '') : buyer;
        return { ...order, id: tx.newId(), memberId, batchId };
      }),
    ),
  );
}

async function updateMembers(tx: Tx, steps: Steps): Promise<void> {
  const changed = steps.writes.memberUpdates.filter(({ patch }) => Object.keys(patch).length > 0);
  await inChunks(steps, changed, (chunk) =>
    tx.bulkUpdate(
      'members',
      chunk.map(({ id, patch }) => ({ id, patch })),
    ),
  );
}

/** Writes exactly what a plan says, as one batch that can be taken back as one. */
export const commitImport = defineCommand({
  name: 'import.commit',
  input: z.custom<ImportWrites>(isWrites),
  entities: ['members', 'orders', 'memberStats', 'tags', 'tagAssignments', 'importBatches'],
  label: ({ fileName }) => ({ zh: `导入「${fileName}」`, en: `Import “${fileName}”` }),
  run: async (tx, writes) => {
    const { newMembers, memberUpdates, newOrders, orderUpdates } = writes;
    const total = newMembers.length + memberUpdates.length + newOrders.length + orderUpdates.length;
    const steps: Steps = { done: 0, total, writes };
    const batchId = tx.newId();
    const newIds = await createMembers(tx, steps, batchId);
    await updateMembers(tx, steps);
    const tagged = [
      ...newMembers.map(({ tags }, index) => ({ memberId: newIds[index] ?? '', tags })),
      ...memberUpdates.map(({ id, newTags }) => ({ memberId: id, tags: newTags })),
    ];
    await assignTags(tx, steps, tagged, batchId);
    await createOrders(tx, steps, newIds, batchId);
    await inChunks(steps, orderUpdates, (chunk) => tx.bulkUpdate('orders', chunk));
    const { kind, fileName, fileHash, counts } = writes;
    await tx.create('importBatches', { id: batchId, kind, fileName, fileHash, counts, at: tx.now });
    return { batchId };
  },
});
