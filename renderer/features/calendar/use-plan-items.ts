import { cellKey } from '@shared/domain/calendar/cell.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { isInMonth } from '@shared/domain/calendar/month.rules';
import { isItemOverdue } from '@shared/domain/calendar/overdue.rules';
import { weekHints } from '@shared/domain/calendar/quota.rules';
import { DEFAULT_SLOT_SETTINGS } from '@shared/domain/calendar/slot-defaults';
import { useCallback, useMemo, useState } from 'react';
import { useFormat } from '@/app/use-format';
import { useSlots } from '@/app/use-slots';
import { useNow } from '@/app/use-today';
import { useColumns } from '@/features/content-items';
import { filterItems, type ItemFilter, NO_FILTER } from './filter/item-filter';
import { useChecks } from './use-checks';
import type { Plan } from './views/use-plan';

const NO_ITEMS: readonly ContentItem[] = [];

/** Kept while the window lives, as the place on screen is. */
let lastFilter: ItemFilter = NO_FILTER;

/** The items of the days on screen, which of them are shown, and what is to be said of them. */
export function usePlanItems({ data, days, view, day }: Plan, today: string) {
  const format = useFormat();
  const slots = useSlots() ?? DEFAULT_SLOT_SETTINGS;
  const time = format.time(useNow());
  const [filter, setFilter] = useState(lastFilter);
  lastFilter = filter;
  const items = data?.items ?? NO_ITEMS;
  const columns = useColumns(data?.columns ?? []);
  const columnRows = useMemo(() => mapById(data?.columns ?? []), [data]);
  const groupNames = useMemo(() => namesOf(data?.groups ?? []), [data]);
  const columnNames = useMemo(() => namesOf(columns), [columns]);
  const shown = useMemo(
    () => filterItems(items, filter, { choices: columns, rows: columnRows }),
    [items, filter, columns, columnRows],
  );
  // Around a month stand days of its neighbours, which are not what one looks at.
  const ownDays = useMemo(
    () => (view === 'month' ? days.filter((it) => isInMonth(it, { first: day })) : days),
    [view, days, day],
  );
  const hints = useMemo(
    () => weekHints(items, ownDays, today, slots),
    [items, ownDays, today, slots],
  );
  const crowdedKeys = useMemo(() => new Set(hints.crowded.map(cellKey)), [hints]);
  const owners = useMemo(() => ownersOf(items), [items]);
  const isOverdue = useCallback(
    (item: ContentItem) => isItemOverdue(item, { day: today, time }, slots),
    [today, time, slots],
  );
  return {
    ownDays,
    items,
    shown,
    filter,
    setFilter,
    columns,
    columnRows,
    columnNames,
    groupNames,
    hints,
    crowdedKeys,
    owners,
    isOverdue,
    checkOf: useChecks(),
  };
}

const mapById = <T extends { id: string }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.id, row]));

const namesOf = (rows: readonly { id: string; name: string }[]) =>
  new Map(rows.map(({ id, name }) => [id, name]));

/** Everybody who is written on these items, each once. */
function ownersOf(items: readonly ContentItem[]): string[] {
  const owners = items.flatMap(({ owner }) => (owner === undefined ? [] : [owner]));
  return [...new Set(owners)].sort((a, b) => a.localeCompare(b, 'zh-CN'));
}
