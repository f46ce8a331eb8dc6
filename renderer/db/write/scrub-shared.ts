import { isSame } from '@shared/lib/is-same';
import type { RowChange } from '@shared/sync/op';
import type { AnyRow } from '../paged/page';
import { PageSet } from '../paged/page-set';
import { meta, rowTable, type TableSource } from '../tables';
import type { RecordState } from './changes';
import { clocksOf } from './clock-book';
import { readHead } from './identity';

/** What is left of a state of a record without the erased; undefined when it goes with them. */
export type Judge = (entity: string, row: AnyRow) => AnyRow | undefined;

/**
 * Takes erased people out of what agreeing with others keeps beside the data: values that wait for a
 * record to come (back), values that lost, work that was set aside, and what was fetched and not taken in.
 */
export async function scrubShared(db: TableSource, judge: Judge): Promise<void> {
  const { place } = await readHead(db);
  await scrubClocks(db, judge);
  await scrubOverwritten(db, judge);
  await scrubAside(db, judge);
  if (!place) return;
  // Nobody can tell whom these speak of before they are whole: they are fetched again, and taken in.
  await db.table('inbox').clear();
  await meta(db).put({ key: 'place', value: { ...place, piecesHere: 0 } });
}

async function scrubClocks(db: TableSource, judge: Judge): Promise<void> {
  const pages = new PageSet(db, 'clocks');
  const changed: AnyRow[] = [];
  await pages.scan(['id', 'since', 'isGone', 'at', 'hidden'], (row) => {
    const left = clocksWithout(row, recordOf(row.id), judge);
    if (left !== row) changed.push(left);
  });
  if (changed.length === 0) return;
  await pages.upsertSorted(changed);
  await pages.flush();
}

/** The same when nothing that waits in them is of the erased. */
function clocksWithout(
  row: AnyRow,
  { entity, id }: { entity: string; id: string },
  judge: Judge,
): AnyRow {
  const hidden = row.hidden as Record<string, unknown> | undefined;
  if (!hidden) return row;
  const left = judge(entity, { ...hidden, id });
  if (left && isSame(left, { ...hidden, id })) return row;
  const { id: _, ...fields } = left ?? { id };
  return withHidden(row, fields);
}

/** Whole records that wait to be told to others. */
export function statesWithout(states: readonly RecordState[], judge: Judge): RecordState[] {
  return states.flatMap((state): RecordState[] => {
    const { entity, id, row, clocks } = state;
    const left = row && judge(entity, row as AnyRow);
    if (row && !left) return [];
    const stamps = clocks && clocksOf(clocksWithout({ id, ...clocks }, state, judge));
    return [{ entity, id, ...(left && { row: left }), ...(stamps && { clocks: stamps }) }];
  });
}

function recordOf(clockId: string): { entity: string; id: string } {
  const at = clockId.indexOf(':');
  return { entity: clockId.slice(0, at), id: clockId.slice(at + 1) };
}

/** The same clocks with only these values waiting; when a value goes, so does when it was written. */
function withHidden(row: AnyRow, hidden: Record<string, unknown>): AnyRow {
  const was = Object.keys((row.hidden as object | undefined) ?? {});
  const at = { ...(row.at as Record<string, string> | undefined) };
  for (const field of was) if (hidden[field] === undefined) delete at[field];
  const { at: _at, hidden: _hidden, ...rest } = row;
  return {
    ...rest,
    ...(Object.keys(at).length > 0 && { at }),
    ...(Object.keys(hidden).length > 0 && { hidden }),
  };
}

async function scrubOverwritten(db: TableSource, judge: Judge): Promise<void> {
  const table = rowTable(db, 'overwritten');
  const gone: string[] = [];
  await table.each(({ id, entity, entityId, field, value }) => {
    const state = { id: String(entityId), [String(field)]: value };
    const left = judge(String(entity), state);
    if (!left || !isSame(left, state)) gone.push(String(id));
  });
  await table.bulkDelete(gone);
  const counted = (await db.table('counters').get('overwritten')) as { n: number } | undefined;
  if (counted && gone.length > 0) {
    await db.table('counters').put({ name: 'overwritten', n: counted.n - gone.length });
  }
}

type StoredAside = { seq: IDBValidKey; op?: { changes: RowChange[] }; change?: RowChange };

/** What was set aside and speaks of them goes as a whole: half a piece of work is none. */
async function scrubAside(db: TableSource, judge: Judge): Promise<void> {
  const gone: IDBValidKey[] = [];
  await db.table('aside').each((aside: StoredAside & { parts?: { changes?: RowChange[] }[] }) => {
    const parts = aside.parts?.flatMap(({ changes }) => changes ?? []) ?? [];
    const changes = [
      ...(aside.op?.changes ?? []),
      ...parts,
      ...(aside.change ? [aside.change] : []),
    ];
    const isTheirs = changes.some(({ entity, id, set }) => {
      const state = { ...set, id };
      const left = judge(entity, state);
      return !left || !isSame(left, state);
    });
    if (isTheirs) gone.push(aside.seq);
  });
  await db.table('aside').bulkDelete(gone as never[]);
}
