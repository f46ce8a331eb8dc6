import type { AnyRow } from '../paged/page';
import { spec } from '../schema';
import { type BatchRange, type Inverse, isSame, patched, type TouchedRow } from './changes';
import { rowDigest } from './row-digest';
import type { WriteTx } from './write-tx';

/** A record that kept its present state, because it was changed or used since. */
export type KeptRecord = { entity: string; id: string; fields: string[] };

/**
 * Applies an inverse by the three-way rule: a field goes back only if it still holds what the
 * command wrote; an edit made since stays and is listed. People and tags that a batch brought in
 * stay when something else refers to them by now, and people also when they were edited since.
 */
export async function revert(tx: WriteTx, inverse: Inverse): Promise<KeptRecord[]> {
  const kept: KeptRecord[] = [];
  const isReferable = (part: { entity: string; before?: unknown }) =>
    (part.entity === 'members' || part.entity === 'tags') && !part.before;
  for (const packed of inverse.restore) await tx.restore(packed);
  // These last: whether a person or a tag may go depends on what still refers to it then.
  const rows = [...inverse.touched].reverse();
  for (const row of rows) if (!isReferable(row)) kept.push(...(await revertRow(tx, row)));
  for (const range of inverse.removeRanges) {
    if (!isReferable(range)) await tx.removeRange(range, () => false);
  }
  const referable = rows.filter(isReferable);
  const ranges = inverse.removeRanges.filter(isReferable);
  if (referable.length + ranges.length === 0) return kept;
  const inUse = await idsInUse(tx);
  for (const row of referable) {
    if (inUse.has(row.id)) kept.push({ entity: row.entity, id: row.id, fields: [] });
    else kept.push(...(await revertRow(tx, row)));
  }
  for (const range of ranges) {
    const isEdited = editedSince(range);
    const stayed = await tx.removeRange(range, (row) => inUse.has(row.id) || isEdited(row));
    kept.push(...stayed.map((id) => ({ entity: range.entity, id, fields: [] })));
  }
  return kept;
}

function editedSince({ asWritten }: BatchRange): (row: AnyRow) => boolean {
  if (!asWritten) return () => false;
  const known = new Set(asWritten);
  return (row) => !known.has(rowDigest(row));
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
  if (!current) return [{ entity, id, fields: [] }];
  const fields = fieldsThatDiffer(before, after);
  const edited = fields.filter((field) => !isSame(current[field], after[field]));
  const back = fields.filter((field) => !edited.includes(field));
  if (back.length > 0) {
    await tx.write(
      entity,
      patched(current, Object.fromEntries(back.map((f) => [f, before[f]]))),
      current,
    );
  }
  return edited.length > 0 ? [{ entity, id, fields: edited }] : [];
}

function fieldsThatDiffer(a: Record<string, unknown>, b: Record<string, unknown>): string[] {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].filter((field) => !isSame(a[field], b[field]));
}

/** Members to whom orders, groups, tags, events or audits refer, and tags that somebody bears. */
async function idsInUse(tx: WriteTx): Promise<Set<string>> {
  const used = new Set<string>();
  for (const entity of ['orders', 'memberships', 'interactions'] as const) {
    await tx.scan(entity, ['memberId'], (row) => used.add(String(row.memberId)));
  }
  await tx.scan('tagAssignments', ['memberId', 'tagId'], (row) => {
    used.add(String(row.memberId)).add(String(row.tagId));
  });
  for (const audit of await tx.all('audits')) used.add(audit.memberId);
  return used;
}
