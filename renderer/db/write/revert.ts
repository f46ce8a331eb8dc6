import { spec } from '../schema';
import { type Inverse, isSame, patched, type TouchedRow } from './changes';
import type { WriteTx } from './write-tx';

/** A record that kept its present state, because it was changed or used since. */
export type KeptRecord = { entity: string; id: string; fields: string[] };

/**
 * Applies an inverse by the three-way rule: a field goes back only if it still holds what the
 * command wrote; an edit made since stays and is listed. People whom a batch brought in stay when
 * something else refers to them by now.
 */
export async function revert(tx: WriteTx, inverse: Inverse): Promise<KeptRecord[]> {
  const kept: KeptRecord[] = [];
  for (const packed of inverse.restore) await tx.restore(packed);
  for (const row of [...inverse.touched].reverse()) kept.push(...(await revertRow(tx, row)));
  // Orders first: whether a person may go depends on the orders that are left.
  const ranges = [...inverse.removeRanges].sort(
    (a, b) => Number(b.entity === 'orders') - Number(a.entity === 'orders'),
  );
  const leaving = new Set(
    ranges.filter((range) => range.entity !== 'members').map((r) => r.batchId),
  );
  for (const range of ranges) {
    const inUse = range.entity === 'members' ? await membersInUse(tx, leaving) : undefined;
    const stayed = await tx.removeRange(range, (row) => inUse?.has(row.id) ?? false);
    kept.push(...stayed.map((id) => ({ entity: range.entity, id, fields: [] })));
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

/** Members whom orders, groups, tags, events or audits from elsewhere still refer to. */
async function membersInUse(tx: WriteTx, leavingBatches: Set<string>): Promise<Set<string>> {
  const used = new Set<string>();
  for (const entity of ['orders', 'memberships', 'tagAssignments', 'interactions'] as const) {
    await tx.forEachRow(entity, (row) => {
      if (!leavingBatches.has(String(row.batchId))) used.add(String(row.memberId));
    });
  }
  for (const audit of await tx.all('audits')) used.add(audit.memberId);
  return used;
}
