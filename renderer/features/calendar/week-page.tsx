import { cellKey, itemsByCell } from '@shared/domain/calendar/cell.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { weekHints } from '@shared/domain/calendar/quota.rules';
import { DEFAULT_SLOT_SETTINGS } from '@shared/domain/calendar/slot-settings.schema';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useLanguage } from '@/app/i18n/use-language';
import { useSlots } from '@/app/use-slots';
import { useToday } from '@/app/use-today';
import { useColumns } from '@/features/content-items';
import { weekRange } from '@/features/week-print';
import { Page } from '@/ui/page';
import { calendarMessages } from './calendar.messages';
import { WeekDnd } from './drag/week-dnd';
import { EmptyWeek } from './empty-week';
import { GridContext } from './grid-context';
import { ItemPanel } from './panel/item-panel';
import { isSamePlace } from './same-place';
import { findItem, useColumnNames, useGridState } from './use-grid';
import { useItemActions } from './use-item-actions';
import { useWeek } from './use-week';
import { WeekActions } from './week-actions';
import { WeekGrid } from './week-grid';
import classes from './week-page.module.css';
import { WeekState } from './week-state';

const NO_ITEMS: readonly ContentItem[] = [];

/** The week in four slots: planned by mouse or keyboard, printed for the wall. */
export function WeekPage() {
  const t = useMessages(calendarMessages);
  const language = useLanguage();
  const today = useToday();
  const { week, data, turn, goTo } = useWeek(today);
  const slots = useSlots() ?? DEFAULT_SLOT_SETTINGS;
  const items = data?.items ?? NO_ITEMS;
  const columns = useColumns(data?.columns ?? []);
  const columnNames = useColumnNames(columns);
  const columnRows = useMemo(() => new Map(data?.columns.map((row) => [row.id, row])), [data]);
  const owners = useMemo(() => ownersOf(items), [items]);
  const hints = useMemo(
    () => weekHints(items, week.days, today, slots),
    [items, week, today, slots],
  );
  const crowdedKeys = useMemo(() => new Set(hints.crowded.map(cellKey)), [hints]);
  const actions = useItemActions();
  const grid = useGridState({ week, today, goTo, actions, columnNames, crowdedKeys });
  const open = findItem(items, grid.openId);

  const onDrop = (item: ContentItem, target: Parameters<typeof actions.move>[1]) => {
    const inCell = itemsByCell(items).get(cellKey(target)) ?? [];
    if (!isSamePlace(item, target, inCell)) void actions.move(item, target);
  };

  return (
    <Page
      testId="page-calendar"
      fill
      ready={data !== undefined}
      title={
        <>
          {t('title')} <span className={classes.range}>{weekRange(week, language)}</span>
        </>
      }
      subtitle={<WeekState items={items} hints={hints} isLoaded={data !== undefined} />}
      actions={
        <WeekActions day={week.monday} data={data} onTurn={turn} onToday={() => goTo(today)} />
      }
    >
      <GridContext value={grid.api}>
        {data && items.length === 0 && (
          <EmptyWeek
            previousCount={data.previousCount}
            onCopy={() => void actions.copyLastWeek(week)}
          />
        )}
        <WeekDnd items={items} onDrop={onDrop}>
          <WeekGrid ref={grid.gridRef} week={week} today={today} items={items} />
        </WeekDnd>
        <ItemPanel
          item={open}
          columns={columns}
          columnRows={columnRows}
          groups={data?.groups ?? []}
          characters={data?.characters ?? []}
          owners={owners}
          onClose={grid.close}
          onDuplicate={(item) => void actions.duplicate(item)}
          onRemove={grid.api.remove}
        />
      </GridContext>
    </Page>
  );
}

/** Everybody who is written on these items, each once. */
function ownersOf(items: readonly ContentItem[]): string[] {
  const owners = items.flatMap(({ owner }) => (owner === undefined ? [] : [owner]));
  return [...new Set(owners)].sort((a, b) => a.localeCompare(b, 'zh-CN'));
}
