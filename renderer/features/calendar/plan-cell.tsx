import { useDroppable } from '@dnd-kit/core';
import { type Cell, cellKey } from '@shared/domain/calendar/cell.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { Fragment, type ReactNode, use } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { calendarMessages } from './calendar.messages';
import { DropTargetContext } from './drag/drop-target-context';
import { cellTestId, useGrid } from './grid-context';
import { ItemCard } from './item-card';
import { handleCellKey } from './keys/cell-keys';
import classes from './plan-cell.module.css';
import { TitleInput } from './title-input';

/** From here on the button would lie upon the items; a double-click or Enter still adds. */
const FULL_CELL = 2;
/** More than these are scrolled to in a week; the line below them leads to the day. */
const LONG_CELL = 5;

type PlanCellProps = { cell: Cell; items: readonly ContentItem[]; isToday: boolean };

const densityOf = (count: number) => (count > 2 ? 'tight' : count === 2 ? 'snug' : 'roomy');

/** One slot of one day: its items in order, and the place to write a new one. */
export function PlanCell({ cell, items, isToday }: PlanCellProps) {
  const t = useMessages(calendarMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const grid = useGrid();
  const key = cellKey(cell);
  const { setNodeRef, isOver } = useDroppable({ id: key, data: { cell } });
  const isActive = grid.activeKey === key;
  const isAdding = grid.addingKey === key;
  const isDay = grid.view === 'day';
  const isCrowded = grid.crowdedKeys.has(key);
  const isLong = !isDay && items.length > LONG_CELL;

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
      data-view={grid.view}
      data-over={isOver}
      data-today={isToday && !isDay}
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
      <div
        className={classes.items}
        data-density={isDay ? 'roomy' : densityOf(items.length)}
        data-long={isLong}
      >
        <Items cell={cell} items={items} isReachable={isActive} />
      </div>
      {isAdding && (
        <TitleInput
          onSave={(title) => grid.add(cell, title)}
          onClose={() => grid.stopAdding(cell)}
        />
      )}
      {(isCrowded || isLong) && (
        <button
          type="button"
          tabIndex={-1}
          className={classes.crowded}
          data-warning={isCrowded}
          onClick={() => grid.showDay(cell.date)}
        >
          {isCrowded && <IconAlertTriangle size={13} aria-hidden />}
          {isLong ? t('more', { n: items.length }) : t('crowded', { n: items.length })}
        </button>
      )}
      {!isAdding && (isDay || items.length < FULL_CELL) && (
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

/** The items, with a line where a carried one would land. */
function Items({
  cell,
  items,
  isReachable,
}: Omit<PlanCellProps, 'isToday'> & { isReachable: boolean }) {
  const { draggedId, target } = use(DropTargetContext);
  const isTarget = target?.date === cell.date && target.slot === cell.slot;
  const index = target?.index ?? items.length;
  const others = items.filter((item) => item.id !== draggedId);
  const lineBefore = (item: ContentItem): ReactNode =>
    isTarget && others[index]?.id === item.id && <div className={classes.line} />;
  return (
    <>
      {items.map((item) => (
        <Fragment key={item.id}>
          {lineBefore(item)}
          <ItemCard item={item} isReachable={isReachable} />
        </Fragment>
      ))}
      {isTarget && index >= others.length && <div className={classes.line} />}
    </>
  );
}
