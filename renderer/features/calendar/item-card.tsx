import { useDraggable } from '@dnd-kit/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { calendarMessages } from './calendar.messages';
import { useGrid } from './grid-context';
import classes from './item-card.module.css';
import { ItemFace } from './item-face';
import { handleItemKey } from './keys/item-keys';
import { TitleInput } from './title-input';

/** A double-click plans another item in the cell; only a lone click opens this one. */
const CLICK_DELAY_MS = 200;

type ItemCardProps = { item: ContentItem; isReachable: boolean };

/** One item in its cell: click opens, drag or Space moves, Delete removes, Ctrl+C copies. */
export function ItemCard({ item, isReachable }: ItemCardProps) {
  const grid = useGrid();
  if (grid.renamingId !== item.id) return <Card item={item} isReachable={isReachable} />;
  return (
    <TitleInput
      start={item.title}
      onSave={(title) => grid.rename(item, title)}
      onClose={() => grid.stopRenaming(item)}
    />
  );
}

function Card({ item, isReachable }: ItemCardProps) {
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
    if (event.ctrlKey || event.metaKey) grid.pick(item, 'toggle');
    else if (event.shiftKey) grid.pick(item, 'stretch');
    else {
      grid.pick(item, 'alone');
      if (event.detail <= 1) opening.current = setTimeout(() => grid.open(item), CLICK_DELAY_MS);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isChoosing = event.code === 'Space' && (event.ctrlKey || event.metaKey);
    if (!isChoosing) listeners?.onKeyDown?.(event);
    // While it is carried, or just picked up, the keys belong to the drag.
    if (isDragging || event.defaultPrevented) return;
    if (handleItemKey(event, item, grid)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const isSelected = grid.selected.has(item.id);
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
      data-selected={isSelected}
      data-cut={grid.cutIds.has(item.id)}
      aria-pressed={isSelected}
      title={item.title}
      onClick={onClick}
      onDoubleClick={() => clearTimeout(opening.current)}
      onKeyDown={onKeyDown}
    >
      <ItemFace item={item} />
    </div>
  );
}
