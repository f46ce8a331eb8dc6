import type { ColumnChoice } from '@shared/domain/calendar/column.schema';
import type { ContentColumn, ContentItem, Voice } from '@shared/domain/calendar/content.schema';

/** What of the plan is shown; an empty list lets everything through. */
export type ItemFilter = {
  /** Items for one of these groups, and those for all groups. */
  groups: string[];
  categories: string[];
  forms: string[];
  statuses: string[];
  /** Names; `''` stands for nobody. */
  owners: string[];
  voices: string[];
};

export const NO_FILTER: ItemFilter = {
  groups: [],
  categories: [],
  forms: [],
  statuses: [],
  owners: [],
  voices: [],
};

export const isFiltered = (filter: ItemFilter) =>
  Object.values(filter).some((values) => values.length > 0);

type Columns = {
  choices: readonly Pick<ColumnChoice, 'id' | 'category'>[];
  rows: ReadonlyMap<string, Pick<ContentColumn, 'voice'>>;
};

/** Whose voice an item has: its own, its column's, or the official one. */
export function voiceOf(
  item: Pick<ContentItem, 'voice' | 'columnId'>,
  rows: Columns['rows'],
): Voice {
  const ofColumn = item.columnId === undefined ? undefined : rows.get(item.columnId)?.voice;
  return item.voice ?? ofColumn ?? 'official';
}

/** The items that pass every part of the filter. */
export function filterItems(
  items: readonly ContentItem[],
  filter: ItemFilter,
  columns: Columns,
): readonly ContentItem[] {
  if (!isFiltered(filter)) return items;
  const categories = new Map(columns.choices.map(({ id, category }) => [id, category]));
  const passes = (wanted: readonly string[], value: string | undefined) =>
    wanted.length === 0 || (value !== undefined && wanted.includes(value));
  return items.filter(
    (item) =>
      (filter.groups.length === 0 ||
        item.groupIds.length === 0 ||
        item.groupIds.some((id) => filter.groups.includes(id))) &&
      passes(filter.categories, item.columnId && categories.get(item.columnId)) &&
      passes(filter.forms, item.form) &&
      passes(filter.statuses, item.status) &&
      passes(filter.owners, item.owner ?? '') &&
      passes(filter.voices, voiceOf(item, columns.rows)),
  );
}
