import type { MergedRow } from './merge.schema';

type IdLists = Readonly<Record<string, unknown>>;

/** Fields of records about many people that are lists of members' ids. */
const FIELDS = {
  rosterLists: ['joinedIds', 'leftIds', 'violatorIds', 'toldIds'],
  friendActions: ['memberIds'],
} as const;
export type ListEntity = keyof typeof FIELDS;
export const LIST_ENTITIES = ['rosterLists', 'friendActions'] as const satisfies ListEntity[];

export const isListEntity = (entity: string): entity is ListEntity => Object.hasOwn(FIELDS, entity);

/** The lists with each id put through `change`; undefined when nothing changed. */
function changed(
  entity: ListEntity,
  row: IdLists,
  change: (ids: string[]) => string[],
): Record<string, string[]> | undefined {
  const patch: Record<string, string[]> = {};
  for (const field of FIELDS[entity]) {
    const before = row[field];
    if (!Array.isArray(before)) continue;
    const after = change(before as string[]);
    if (after.length !== before.length || after.some((id, at) => id !== before[at])) {
      patch[field] = after;
    }
  }
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/** What changes when these people are no longer in it; `names` go from the unknown names as well. */
export function groupListWithout(
  entity: ListEntity,
  row: IdLists,
  ids: ReadonlySet<string>,
  names: ReadonlySet<string> = new Set(),
): Record<string, string[]> | undefined {
  const lists = changed(entity, row, (before) => before.filter((id) => !ids.has(id)));
  const { unknown } = row;
  if (entity !== 'rosterLists' || !Array.isArray(unknown)) return lists;
  const kept = (unknown as string[]).filter((name) => !names.has(name));
  return kept.length === unknown.length ? lists : { ...lists, unknown: kept };
}

/** The one who stays in the place of the one who goes, each once. */
export function groupListMerged(
  entity: ListEntity,
  row: IdLists,
  keptId: string,
  goneId: string,
): Record<string, string[]> | undefined {
  return changed(entity, row, (ids) => [
    ...new Set(ids.map((id) => (id === goneId ? keptId : id))),
  ]);
}

/** Copies of lists that a merge of others kept, without these people; undefined when none names them. */
export function mergedRowsWithout(
  rows: readonly MergedRow[],
  ids: ReadonlySet<string>,
  names: ReadonlySet<string>,
): MergedRow[] | undefined {
  let isChanged = false;
  const without = (entity: ListEntity, state: MergedRow['after']) => {
    const patch = state && groupListWithout(entity, state, ids, names);
    if (!patch) return state;
    isChanged = true;
    return { ...state, ...patch };
  };
  const kept = rows.map((row) => {
    const { entity, before, after } = row;
    if (!isListEntity(entity)) return row;
    const [past, later] = [without(entity, before), without(entity, after)];
    return { ...row, ...(past && { before: past }), ...(later && { after: later }) };
  });
  return isChanged ? kept : undefined;
}
