import { useDraggable } from '@dnd-kit/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { calendarMessages } from './calendar.messages';
import { stepCell } from './drag/keyboard-steps';
import { useGrid } from './grid-context';
import classes from './item-card.module.css';
import { ItemFace } from './item-face';

/** A double-click plans another item in the cell; only a lone click opens this one. */
const CLICK_DELAY_MS = 200;

/** One item in its cell: click opens, drag or Space moves, Delete removes, Ctrl+C copies. */
export function ItemCard({ item, isReachable }: { item: ContentItem; isReachable: boolean }) {
  const t = useMessages(calendarMessages);
  const grid = useGrid();
  const { attributes, listeners, setNodeRef, isDragging } = useDraggable({
    id: item.id,
    attributes: { roleDescription: t('itemRole') },
  });
  const opening = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(opening.current), []);

  const onClick = (event: MouseEvent) => {
    clearTimeout(opening.current);
    if (event.detail <= 1) opening.current = setTimeout(() => grid.open(item), CLICK_DELAY_MS);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    listeners?.onKeyDown?.(event);
    // While it is carried, or just picked up, the keys belong to the drag.
    if (isDragging || event.defaultPrevented) return;
    if (handleItemKey(event, item, grid)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button may not hold the blocks of an item
    <div
      ref={setNodeRef}
      {...attributes}
      {...listeners}
      role="button"
      tabIndex={isReachable ? 0 : -1}
      className={classes.item}
      data-testid="cal-item"
      data-item-id={item.id}
      data-slot={item.slot}
      data-status={item.status}
      data-open={grid.openId === item.id}
      data-dragging={isDragging}
      title={item.title}
      onClick={onClick}
      onDoubleClick={() => clearTimeout(opening.current)}
      onKeyDown={onKeyDown}
    >
      <ItemFace item={item} />
    </div>
  );
}

/** @returns whether the key meant something here */
function handleItemKey(
  event: KeyboardEvent<HTMLElement>,
  item: ContentItem,
  grid: ReturnType<typeof useGrid>,
): boolean {
  const { key, currentTarget } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && key.toLowerCase() === 'c') grid.copy(item);
  else if (isCommand && key.toLowerCase() === 'v') grid.paste(item);
  else if (isCommand || event.altKey) return false;
  else if (key === 'Enter') grid.open(item);
  else if (key === 'Delete' || key === 'Backspace') grid.remove(item);
  else if (key === 'Escape') grid.focusCell(item);
  else if (key === 'ArrowDown' || key === 'ArrowUp')
    return stepInCell(currentTarget, key, grid, item);
  else {
    const next = stepCell(item, key);
    if (!next) return false;
    grid.focusCell(next);
  }
  return true;
}

/** To the item above or below; past either end, to the neighbouring cell. */
function stepInCell(
  element: HTMLElement,
  key: 'ArrowDown' | 'ArrowUp',
  grid: ReturnType<typeof useGrid>,
  item: ContentItem,
): boolean {
  const sibling = key === 'ArrowDown' ? element.nextElementSibling : element.previousElementSibling;
  if (sibling instanceof HTMLElement && sibling.dataset.itemId !== undefined) sibling.focus();
  else {
    const next = stepCell(item, key);
    if (next) grid.focusCell(next);
  }
  return true;
}
