import type { ImportWrites } from '@shared/domain/import/plan/import-writes';
import type { OrderWrites } from '@shared/domain/import/plan/plan-writes';
import type { EntityName } from '@shared/domain/registry';
import type { TagAssignment } from '@shared/domain/tags/tag.schema';
import { tagIdsByName } from '@shared/domain/tags/tag-names.rules';
import { joinId } from '@shared/lib/record-ids';
import type { FrameColumn, RowFrame } from '@shared/lib/row-frame';
import { validate as isUuid, parse as parseUuid, stringify as stringifyUuid } from 'uuid';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

/** Whole pages of every entity that comes in bulk, and little enough to be stopped in between. */
const CHUNK = 20_480;
const UUID_BYTES = 16;

function isWrites(value: unknown): value is ImportWrites {
  return typeof value === 'object' && value !== null && 'newMembers' in value;
}

type Steps = { done: number; total: number; writes: ImportWrites };

/** Tells how far it is; lets the worker hear a cancel, for which it must have something to wait for. */
async function advance(tx: Tx, steps: Steps, by: number): Promise<void> {
  steps.done += by;
  await tx.get('importBatches', '');
  steps.writes.onProgress(steps.done, steps.total);
}

/** In chunks, so that a big file tells how far it is and can be stopped between them. */
async function inChunks<T>(
  tx: Tx,
  steps: Steps,
  items: readonly T[],
  write: (chunk: T[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += CHUNK) {
    const chunk = items.slice(start, start + CHUNK);
    await write(chunk);
    await advance(tx, steps, chunk.length);
  }
}

/** The rows at `places` of the columns, in that order, a chunk at a time. */
async function createInChunks(
  tx: Tx,
  steps: Steps,
  entity: EntityName,
  columns: RowFrame['columns'],
  places: Uint32Array,
): Promise<void> {
  for (let start = 0; start < places.length; start += CHUNK) {
    const order = places.subarray(start, start + CHUNK);
    await tx.bulkCreateFrame(entity, { n: order.length, columns, order });
    await advance(tx, steps, order.length);
  }
}

/** The new members' ids, 16 bytes each, by place. */
async function createMembers(tx: Tx, steps: Steps, batchId: string): Promise<Uint8Array> {
  const { newMembers, kind } = steps.writes;
  const { n, columns } = newMembers.frame();
  const bytes = tx.newIds(n);
  const whole: RowFrame['columns'] = {
    ...columns,
    id: { kind: 'uuid', bytes },
    source: { kind: 'same', value: kind === 'members' ? 'import' : 'order' },
    batchId: { kind: 'same', value: batchId },
  };
  const places = Uint32Array.from({ length: n }, (_, place) => place);
  await createInChunks(tx, steps, 'members', whole, places);
  return bytes;
}

/** Tags by name; those that the file brings and nobody has used yet are made. */
async function tagIds(tx: Tx, names: ReadonlySet<string>): Promise<Map<string, string>> {
  const ids = tagIdsByName(await tx.all('tags'));
  for (const name of names) {
    if (ids.has(name)) continue;
    const id = tx.newId();
    await tx.create('tags', { id, name });
    ids.set(name, id);
  }
  return ids;
}

type Tagged = { memberId: string; tags: readonly string[] };

function taggedPeople({ newMembers, memberUpdates }: ImportWrites, newIds: Uint8Array): Tagged[] {
  const tagged: Tagged[] = [];
  for (let place = 0; place < newMembers.length; place++) {
    const tags = newMembers.tagsAt(place);
    if (tags.length > 0) {
      tagged.push({ memberId: stringifyUuid(newIds, place * UUID_BYTES), tags });
    }
  }
  for (const { id, newTags } of memberUpdates) {
    if (newTags.length > 0) tagged.push({ memberId: id, tags: newTags });
  }
  return tagged;
}

async function assignTags(
  tx: Tx,
  steps: Steps,
  tagged: readonly Tagged[],
  batchId: string,
): Promise<void> {
  if (tagged.length === 0) return;
  const ids = await tagIds(tx, new Set(tagged.flatMap(({ tags }) => tags)));
  const rows = tagged.flatMap(({ memberId, tags }) =>
    // A ready-made tag has two names, of which a cell may hold both.
    [...new Set(tags.map((name) => ids.get(name) ?? ''))].map((tagId): TagAssignment => {
      const id = joinId(memberId, tagId);
      return { id, memberId, tagId, source: 'import', at: tx.now, batchId };
    }),
  );
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  await inChunks(tx, steps, rows, (chunk) => tx.bulkCreate('tagAssignments', chunk));
}

/** By place of the orders: their buyer's id. Ids of other forms than a UUID are told as text. */
function buyerColumn(
  { buyers, memberId, newOrders }: OrderWrites,
  newIds: Uint8Array,
): FrameColumn {
  const n = newOrders.length;
  const bytes = new Uint8Array(n * UUID_BYTES);
  const known = new Map<number, Uint8Array>();
  const idOf = (buyer: number) =>
    buyer < 0 ? stringifyUuid(newIds, ~buyer * UUID_BYTES) : memberId(buyer);
  for (let place = 0; place < n; place++) {
    const buyer = buyers[place] ?? 0;
    if (buyer < 0) {
      const from = ~buyer * UUID_BYTES;
      bytes.set(newIds.subarray(from, from + UUID_BYTES), place * UUID_BYTES);
      continue;
    }
    let id = known.get(buyer);
    if (!id) {
      const text = memberId(buyer);
      if (!isUuid(text)) {
        return { kind: 'text', values: Array.from(buyers.subarray(0, n), idOf) };
      }
      id = parseUuid(text);
      known.set(buyer, id);
    }
    bytes.set(id, place * UUID_BYTES);
  }
  return { kind: 'uuid', bytes };
}

/** Ids in the order of time, so that a page of orders is a stretch of time. */
async function createOrders(
  tx: Tx,
  steps: Steps,
  orders: OrderWrites,
  newIds: Uint8Array,
  batchId: string,
): Promise<void> {
  const { newOrders, chosen } = orders;
  const byTime = chosen.slice().sort((a, b) => newOrders.timeAt(a) - newOrders.timeAt(b) || a - b);
  const fresh = tx.newIds(byTime.length);
  const ids = new Uint8Array(newOrders.length * UUID_BYTES);
  byTime.forEach((place, index) => {
    const from = index * UUID_BYTES;
    ids.set(fresh.subarray(from, from + UUID_BYTES), place * UUID_BYTES);
  });
  const columns: RowFrame['columns'] = {
    ...newOrders.frame().columns,
    id: { kind: 'uuid', bytes: ids },
    memberId: buyerColumn(orders, newIds),
    batchId: { kind: 'same', value: batchId },
  };
  await createInChunks(tx, steps, 'orders', columns, byTime);
}

async function updateMembers(tx: Tx, steps: Steps): Promise<void> {
  const changed = steps.writes.memberUpdates.filter(({ patch }) => Object.keys(patch).length > 0);
  await inChunks(tx, steps, changed, (chunk) =>
    tx.bulkUpdate(
      'members',
      chunk.map(({ id, patch }) => ({ id, patch })),
    ),
  );
}

const sumOf = <T>(items: readonly T[], of: (item: T) => number) =>
  items.reduce((sum, item) => sum + of(item), 0);

/** Writes exactly what a plan says, as one batch that can be taken back as one. */
export const commitImport = defineCommand({
  name: 'import.commit',
  input: z.custom<ImportWrites>(isWrites),
  entities: ['members', 'orders', 'memberStats', 'tags', 'tagAssignments', 'importBatches'],
  label: ({ fileName }) => ({ zh: `导入「${fileName}」`, en: `Import “${fileName}”` }),
  run: async (tx, writes) => {
    const { newMembers, memberUpdates, orders } = writes;
    const orderUpdates = orders?.updates ?? [];
    const people = newMembers.length + memberUpdates.length;
    const tags = newMembers.tagCount + sumOf(memberUpdates, ({ newTags }) => newTags.length);
    const total = people + tags + (orders?.chosen.length ?? 0) + orderUpdates.length;
    const steps: Steps = { done: 0, total, writes };
    const batchId = tx.newId();
    const newIds = await createMembers(tx, steps, batchId);
    await updateMembers(tx, steps);
    await assignTags(tx, steps, taggedPeople(writes, newIds), batchId);
    if (orders) await createOrders(tx, steps, orders, newIds, batchId);
    await inChunks(tx, steps, orderUpdates, (chunk) => tx.bulkUpdate('orders', chunk));
    const { kind, fileName, fileHash, counts } = writes;
    await tx.create('importBatches', { id: batchId, kind, fileName, fileHash, counts, at: tx.now });
    return { batchId };
  },
});
