import { useDndContext, useDroppable } from '@dnd-kit/core';
import { type Cell, cellKey } from '@shared/domain/calendar/cell.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { Fragment, type KeyboardEvent, type ReactNode, use } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { calendarMessages } from './calendar.messages';
import { DropTargetContext } from './drag/drop-target-context';
import { stepCell } from './drag/keyboard-steps';
import { cellTestId, type GridApi, useGrid } from './grid-context';
import { ItemCard } from './item-card';
import { TitleInput } from './title-input';
import classes from './week-cell.module.css';

/** From here on the button would lie upon the items; a double-click or Enter still adds. */
const FULL_CELL = 2;

type WeekCellProps = { cell: Cell; items: readonly ContentItem[]; isToday: boolean };

/** One slot of one day: its items in order, and the place to write a new one. */
export function WeekCell({ cell, items, isToday }: WeekCellProps) {
  const t = useMessages(calendarMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const grid = useGrid();
  const key = cellKey(cell);
  const { setNodeRef, isOver } = useDroppable({ id: key, data: { cell } });
  const isActive = grid.activeKey === key;
  const isAdding = grid.addingKey === key;

  return (
    // biome-ignore lint/a11y/useSemanticElements: the week is a grid of cells, not a data table
    <div
      ref={setNodeRef}
      role="gridcell"
      tabIndex={isActive ? 0 : -1}
      className={classes.cell}
      data-testid={cellTestId(cell)}
      data-cell={key}
      data-date={cell.date}
      data-slot={cell.slot}
      data-over={isOver}
      data-today={isToday}
      aria-label={t('cell', {
        day: format.dayWithWeekday(cell.date),
        slot: words(`slot.${cell.slot}`),
        n: items.length,
      })}
      onFocus={() => grid.markActive(cell)}
      onDoubleClick={() => grid.startAdding(cell)}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget && handleCellKey(event, cell, grid)) {
          event.preventDefault();
        }
      }}
    >
      <Items cell={cell} items={items} isReachable={isActive} />
      {isAdding && <TitleInput cell={cell} />}
      {grid.crowdedKeys.has(key) && (
        <div className={classes.crowded}>
          <IconAlertTriangle size={13} aria-hidden /> {t('crowded', { n: items.length })}
        </div>
      )}
      {!isAdding && items.length < FULL_CELL && (
        <button
          type="button"
          tabIndex={-1}
          className={classes.add}
          aria-label={t('add')}
          onClick={() => grid.startAdding(cell)}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <IconPlus size={14} aria-hidden />
        </button>
      )}
    </div>
  );
}

/** @returns whether the key meant something on a cell */
function handleCellKey(event: KeyboardEvent, cell: Cell, grid: GridApi): boolean {
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && event.key.toLowerCase() === 'v') {
    grid.paste(cell);
    return true;
  }
  if (isCommand || event.altKey) return false;
  if (event.key === 'Enter') {
    grid.startAdding(cell);
    return true;
  }
  const next = stepCell(cell, event.key);
  if (next) grid.focusCell(next);
  return next !== undefined;
}

/** The items, with a line where a carried one would land. */
function Items({
  cell,
  items,
  isReachable,
}: Omit<WeekCellProps, 'isToday'> & { isReachable: boolean }) {
  const target = use(DropTargetContext);
  const draggedId = useDndContext().active?.id;
  const isTarget = target?.date === cell.date && target.slot === cell.slot;
  const others = items.filter((item) => item.id !== draggedId);
  const lineBefore = (item: ContentItem): ReactNode =>
    isTarget && others[target.index]?.id === item.id && <div className={classes.line} />;
  return (
    <>
      {items.map((item) => (
        <Fragment key={item.id}>
          {lineBefore(item)}
          <ItemCard item={item} isReachable={isReachable} />
        </Fragment>
      ))}
      {isTarget && target.index >= others.length && <div className={classes.line} />}
    </>
  );
}
