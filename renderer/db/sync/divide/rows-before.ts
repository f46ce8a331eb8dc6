import type { EntityName } from '@shared/domain/registry';
import type { Op } from '@shared/sync/op';
import type { ConsoleDb } from '../../db';
import { type AnyRow, decodePage } from '../../paged/page';
import type { Inverse } from '../../write/changes';
import type { UndoEntry } from '../../write/undo-log';

export type KnownRow = { entity: EntityName; row: AnyRow };

/**
 * Records as they were before an own operation, by `<entity>/<id>`, as far as its undo still knows; of
 * one that is still there (`now`) what differed is put over what it holds by now.
 */
export async function rowsBefore(
  db: ConsoleDb,
  op: Op,
  now: ReadonlyMap<string, KnownRow>,
): Promise<Map<string, KnownRow>> {
  const rows = new Map<string, KnownRow>();
  const inverse = await inverseOf(db, op);
  if (!inverse) return rows;
  for (const { entity, id, before, after } of inverse.touched) {
    if (!before) continue;
    const key = `${entity}/${id}`;
    const held = now.get(key)?.row;
    if (!after) rows.set(key, { entity, row: before });
    else if (held) rows.set(key, { entity, row: asBefore(held, before, after) });
  }
  for (const packed of inverse.restore) {
    if (!('pages' in packed)) continue;
    for (const { hot, cold } of packed.pages) {
      for (const row of decodePage(hot, cold)) {
        rows.set(`${packed.entity}/${row.id}`, { entity: packed.entity, row });
      }
    }
  }
  return rows;
}

/** `before` and `after` hold what differed. */
function asBefore(held: AnyRow, before: AnyRow, after: AnyRow): AnyRow {
  const row: AnyRow = { ...held, ...before };
  for (const field in after) if (!(field in before)) delete row[field];
  return row;
}

async function inverseOf(db: ConsoleDb, { seq, revertOf }: Op): Promise<Inverse | undefined> {
  const entries = (await db.table('undo').toArray()) as UndoEntry[];
  const entry = entries.find((known) => (revertOf ? known.opId === revertOf : known.seq === seq));
  if (!entry) return undefined;
  const stored = (await db.table('undoPayloads').get(entry.seq)) as
    | { inverse: Inverse }
    | undefined;
  return stored?.inverse;
}
