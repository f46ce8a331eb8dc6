import { isSame } from '@shared/lib/is-same';
import { areHot } from '../paged/hot-rows';
import type { AnyRow } from '../paged/page';
import { spec } from '../schema';
import { removeRange, restore, type Shelf } from './bulk-remove';
import { type BatchRange, type Inverse, patched, type TouchedRow } from './changes';
import { idsInUse } from './in-use';
import type { WriteTx } from './write-tx';

/** A record that kept its present state, because it was changed or used since. */
export type KeptRecord = { entity: string; id: string; fields: string[] };

/**
 * Applies an inverse by the three-way rule: a field goes back only if it still holds what the
 * command wrote; an edit made since stays and is listed. What a batch brought in stays when it was
 * edited since, people and tags also when something else refers to them by now.
 */
export async function revert(tx: WriteTx, inverse: Inverse, shelf?: Shelf): Promise<KeptRecord[]> {
  const kept: KeptRecord[] = [];
  const isReferable = (part: { entity: string; before?: unknown }) =>
    (part.entity === 'members' || part.entity === 'tags') && !part.before;
  for (const packed of inverse.restore) await restore(tx, packed);
  kept.push(...(await revertUpdates(tx, inverse.touched.filter(isUpdate))));
  // These last: whether a person or a tag may go depends on what still refers to it then.
  const rows = inverse.touched.filter((row) => !isUpdate(row)).reverse();
  for (const row of rows) if (!isReferable(row)) kept.push(...(await revertRow(tx, row)));
  const removed = async (range: BatchRange, isInUse?: (id: string) => boolean) => {
    const ids = await removeRange(tx, range, isInUse, shelf);
    for (const id of ids) kept.push({ entity: range.entity, id, fields: [] });
  };
  for (const range of inverse.removeRanges) if (!isReferable(range)) await removed(range);
  const referable = rows.filter(isReferable);
  const ranges = inverse.removeRanges.filter(isReferable);
  if (referable.length + ranges.length === 0) return kept;
  const inUse = await idsInUse(tx, referable, ranges);
  for (const row of referable) {
    if (inUse.has(row.id)) kept.push({ entity: row.entity, id: row.id, fields: [] });
    else kept.push(...(await revertRow(tx, row)));
  }
  for (const range of ranges)
    await removed(range, inUse.size > 0 ? (id) => inUse.has(id) : undefined);
  return kept;
}

type Update = TouchedRow & { before: AnyRow; after: AnyRow };

const isUpdate = (row: TouchedRow): row is Update => Boolean(row.before && row.after);

/** The three-way rule for rows that were there before and after, entity by entity. */
async function revertUpdates(tx: WriteTx, updates: Update[]): Promise<KeptRecord[]> {
  const kept: KeptRecord[] = [];
  for (const entity of new Set(updates.map((row) => row.entity))) {
    const rows = updates.filter((row) => row.entity === entity);
    rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    const isFound = new Uint8Array(rows.length);
    await tx.revise(
      entity,
      rows.map(({ id }) => id),
      (current, index) => {
        const row = rows[index];
        if (!row) return undefined;
        isFound[index] = 1;
        const fields = fieldsThatDiffer(row.before, row.after);
        const edited = fields.filter((field) => !isSame(current[field], row.after[field]));
        if (edited.length > 0) kept.push({ entity, id: row.id, fields: edited });
        const back = fields.filter((field) => !edited.includes(field));
        if (back.length === 0) return undefined;
        return patched(current, Object.fromEntries(back.map((f) => [f, row.before[f]])));
      },
      rows.every((row) => areHot(entity, fieldsThatDiffer(row.before, row.after))),
    );
    rows.forEach((row, i) => {
      if (!isFound[i]) kept.push({ entity, id: row.id, fields: [] });
    });
  }
  return kept;
}

async function revertRow(tx: WriteTx, row: TouchedRow): Promise<KeptRecord[]> {
  const { entity, id, before, after } = row;
  const current = await tx.read(entity, id);
  if (!before) {
    if (!current) return [];
    const changed = fieldsThatDiffer(current, after ?? {});
    const { undoMark } = spec(entity);
    if (undoMark) {
      await tx.write(entity, { ...current, [undoMark]: tx.now }, current);
      return [];
    }
    if (changed.length > 0) return [{ entity, id, fields: changed }];
    await tx.remove(entity, id);
    return [];
  }
  if (!after) {
    if (current) return [{ entity, id, fields: [] }];
    await tx.write(entity, before);
    return [];
  }
  return [];
}

function fieldsThatDiffer(a: Record<string, unknown>, b: Record<string, unknown>): string[] {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].filter((field) => !isSame(a[field], b[field]));
}
