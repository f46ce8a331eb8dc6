import type { EntityName } from '@shared/domain/registry';
import { isSame } from '@shared/lib/is-same';
import type { AnyRow } from '../paged/page';
import { patched, type TouchedRow } from './changes';

/** The rows that a command touched one by one, each once: as it was before, and as it is now. */
export class TouchedRows {
  private readonly rows = new Map<string, TouchedRow>();

  note(
    entity: EntityName,
    id: string,
    before: AnyRow | undefined,
    after: AnyRow | undefined,
  ): void {
    const key = `${entity}/${id}`;
    const known = this.rows.get(key);
    if (!known) this.rows.set(key, { entity, id, ...difference(before, after) });
    else Object.assign(known, joined(known, before, after));
  }

  list(): TouchedRow[] {
    return [...this.rows.values()];
  }
}

type States = Pick<TouchedRow, 'before' | 'after'>;

/** Of a row that is there before and after only what differs: a batch may touch every member. */
function difference(before: AnyRow | undefined, after: AnyRow | undefined): States {
  if (!before || !after) return { before, after };
  const was: AnyRow = { id: before.id };
  const is: AnyRow = { id: after.id };
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isSame(before[field], after[field])) continue;
    if (before[field] !== undefined) was[field] = before[field];
    if (after[field] !== undefined) is[field] = after[field];
  }
  return { before: was, after: is };
}

/** What was noted of a row, and one more step. */
function joined(known: States, before: AnyRow | undefined, after: AnyRow | undefined): States {
  // Made or removed by this command: one side is absent, so the other is whole.
  if (!known.before || !before) return difference(known.before, after);
  const first = known.before;
  const changed = new Set([...Object.keys(first), ...Object.keys(known.after ?? {})]);
  const was = Object.fromEntries([...changed].map((field) => [field, first[field]]));
  return difference(patched(before, was), after);
}
