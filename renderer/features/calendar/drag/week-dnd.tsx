import {
  type CollisionDetection,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import type { Cell } from '@shared/domain/calendar/cell.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { calendarMessages } from '../calendar.messages';
import { ItemFace } from '../item-face';
import { type DropTarget, dropTargetAt, type Point } from './drop-target';
import { DropTargetContext } from './drop-target-context';
import { cellByCell, HOLD_PX } from './keyboard-steps';
import { useAnnouncements } from './use-announcements';

/** With the pointer the cell under it; with the keyboard the cell that holds the item's corner. */
const cellUnder: CollisionDetection = (args) => {
  if (args.pointerCoordinates) return pointerWithin(args);
  const { left, top } = args.collisionRect;
  return pointerWithin({ ...args, pointerCoordinates: { x: left + HOLD_PX, y: top + HOLD_PX } });
};

type WeekDndProps = {
  items: readonly ContentItem[];
  onDrop: (item: ContentItem, target: Cell & { index?: number }) => void;
  children: ReactNode;
};

/** Drag and drop over the grid, by pointer and by keyboard, with a ghost and spoken steps. */
export function WeekDnd({ items, onDrop, children }: WeekDndProps) {
  const t = useMessages(calendarMessages);
  const announcements = useAnnouncements(items);
  const [dragged, setDragged] = useState<ContentItem | undefined>();
  const [target, setTarget] = useState<DropTarget | undefined>();
  const pointer = usePointer(dragged !== undefined);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: cellByCell,
      keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space', 'Enter'] },
    }),
  );

  const onDragStart = ({ active, activatorEvent }: DragStartEvent) => {
    setDragged(items.find((item) => item.id === active.id));
    pointer.current = activatorEvent instanceof PointerEvent ? pointOf(activatorEvent) : undefined;
  };
  const onDragMove = () => {
    const point = pointer.current;
    if (!point || !dragged) return;
    const next = dropTargetAt(point, dragged.id);
    setTarget((old) => (isSameTarget(old, next) ? old : next));
  };
  const finish = () => {
    setDragged(undefined);
    setTarget(undefined);
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const item = items.find(({ id }) => id === active.id);
    // A quick flick ends before the library has seen the pointer move; its last place counts.
    const place = pointer.current
      ? dropTargetAt(pointer.current, String(active.id))
      : (over?.data.current?.cell as Cell | undefined);
    finish();
    if (item && place) onDrop(item, place);
  };

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={cellUnder}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('itemHelp') } }}
      onDragStart={onDragStart}
      onDragMove={onDragMove}
      onDragEnd={onDragEnd}
      onDragCancel={finish}
    >
      <DropTargetContext value={target}>{children}</DropTargetContext>
      <DragOverlay dropAnimation={null}>
        {dragged && <ItemFace item={dragged} isGhost />}
      </DragOverlay>
    </DndContext>
  );
}

const pointOf = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX, y: clientY });

const isSameTarget = (a: DropTarget | undefined, b: DropTarget | undefined) =>
  a?.date === b?.date && a?.slot === b?.slot && a?.index === b?.index;

/** The pointer's last place while something is carried by it; undefined for the keyboard. */
function usePointer(isDragging: boolean) {
  const point = useRef<Point | undefined>(undefined);
  useEffect(() => {
    if (!isDragging) return;
    const follow = (event: PointerEvent) => {
      if (point.current) point.current = pointOf(event);
    };
    window.addEventListener('pointermove', follow, { capture: true });
    window.addEventListener('pointerup', follow, { capture: true });
    return () => {
      window.removeEventListener('pointermove', follow, { capture: true });
      window.removeEventListener('pointerup', follow, { capture: true });
    };
  }, [isDragging]);
  return point;
}
