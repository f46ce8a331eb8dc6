import type { ImportBatch } from '@shared/domain/import/import-batch.schema';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { consoleDb } from '@/db/db';
import { readDb } from '@/db/read';
import type { KeptRecord } from '@/db/write/revert';
import { nextRedo } from '@/db/write/undo-log';

/** All imports, the newest first, those taken back among them. */
export async function readImports(): Promise<ImportBatch[]> {
  const batches = await readDb.rows('importBatches').all();
  return batches.sort((a, b) => b.at - a.at);
}

/** The runs that funnel figures can be of, the newest first. */
export async function readRuns(): Promise<SopRun[]> {
  const runs = await readDb.rows('sopRuns').all();
  return runs.sort((a, b) => b.startedAt - a.startedAt);
}

/** The import that redo would bring back, if the next redo is one. */
export async function readRedoableBatch(): Promise<string | undefined> {
  return (await nextRedo(consoleDb()))?.batchId;
}

export type KeptName = KeptRecord & {
  /** Absent where the record is gone by now. */
  name?: string;
  /** Where to look at it. */
  href?: string;
};

/** What an undo left as it was, by name. */
export async function readKeptNames(kept: readonly KeptRecord[]): Promise<KeptName[]> {
  const idsOf = (entity: string) => kept.filter((it) => it.entity === entity).map(({ id }) => id);
  const [members, orders, tags] = await Promise.all([
    readDb.pagedGetMany('members', idsOf('members')),
    readDb.pagedGetMany('orders', idsOf('orders')),
    readDb.rows('tags').all(),
  ]);
  const memberNames = new Map(members.flatMap((row) => (row ? [[row.id, row.name]] : [])));
  const orderNames = new Map(orders.flatMap((row) => (row ? [[row.id, row.externalNo]] : [])));
  const tagNames = new Map(tags.map((tag) => [tag.id, tag.name]));
  return kept.map((record): KeptName => {
    const { entity, id } = record;
    const name =
      entity === 'members'
        ? memberNames.get(id)
        : entity === 'orders'
          ? orderNames.get(id)
          : entity === 'tags'
            ? tagNames.get(id)
            : undefined;
    if (name === undefined) return record;
    const href = entity === 'tags' ? `/members/tag/${id}` : `/${entity}/${id}`;
    return { ...record, name, href };
  });
}
