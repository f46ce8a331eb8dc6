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
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { calendarMessages } from '../calendar.messages';
import { ItemFace } from '../item-face';
import type { PlanView } from '../views/plan-address';
import { type DropTarget, dropTargetAt, type Point } from './drop-target';
import { DropTargetContext } from './drop-target-context';
import { cellByCell, HOLD_PX } from './keyboard-steps';
import classes from './plan-dnd.module.css';
import { useAnnouncements } from './use-announcements';

/** With the pointer the cell under it; with the keyboard the cell that holds the item's corner. */
const cellUnder: CollisionDetection = (args) => {
  if (args.pointerCoordinates) return pointerWithin(args);
  const { left, top } = args.collisionRect;
  return pointerWithin({ ...args, pointerCoordinates: { x: left + HOLD_PX, y: top + HOLD_PX } });
};

type PlanDndProps = {
  view: PlanView;
  items: readonly ContentItem[];
  /** How many go along with an item that is carried. */
  countOf: (item: ContentItem) => number;
  /** `isCopy` when Ctrl or Alt was held at the end. */
  onDrop: (item: ContentItem, target: Cell & { index?: number }, isCopy: boolean) => void;
  children: ReactNode;
};

/** Drag and drop over the grid, by pointer and by keyboard, with a ghost and spoken steps. */
export function PlanDnd({ view, items, countOf, onDrop, children }: PlanDndProps) {
  const t = useMessages(calendarMessages);
  const announcements = useAnnouncements(view, items);
  const [dragged, setDragged] = useState<ContentItem | undefined>();
  const [target, setTarget] = useState<DropTarget | undefined>();
  const draggedId = dragged?.id;
  const carried = useMemo(() => ({ draggedId, target }), [draggedId, target]);
  const pointer = usePointer(dragged !== undefined);
  const [isCopy, setCopy] = useState(false);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: cellByCell(view),
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
    setCopy(point.isCopy);
    const next = dropTargetAt(point, dragged);
    setTarget((old) => (isSameTarget(old, next) ? old : next));
  };
  const finish = () => {
    setDragged(undefined);
    setTarget(undefined);
    setCopy(false);
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const item = items.find(({ id }) => id === active.id);
    // A quick flick ends before the library has seen the pointer move; its last place counts.
    const cell = over?.data.current?.cell as Cell | undefined;
    const at = pointer.current;
    finish();
    if (!item) return;
    const place = at ? dropTargetAt(at, item) : cell && { ...cell, slot: slotIn(view, cell, item) };
    if (place) onDrop(item, place, at?.isCopy === true);
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
      <DropTargetContext value={carried}>{children}</DropTargetContext>
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <div className={classes.ghost} data-copy={isCopy}>
            <ItemFace item={dragged} isGhost />
            {countOf(dragged) > 1 && <span className={classes.count}>{countOf(dragged)}</span>}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

type Held = Point & { isCopy: boolean };

const pointOf = ({ clientX, clientY, ctrlKey, metaKey, altKey }: PointerEvent): Held => ({
  x: clientX,
  y: clientY,
  isCopy: ctrlKey || metaKey || altKey,
});

/** A day of a month leaves the slot to the item. */
const slotIn = (view: PlanView, cell: Cell, item: ContentItem) =>
  view === 'month' ? item.slot : cell.slot;

const isSameTarget = (a: DropTarget | undefined, b: DropTarget | undefined) =>
  a?.date === b?.date && a?.slot === b?.slot && a?.index === b?.index;

/** The pointer's last place while something is carried by it; undefined for the keyboard. */
function usePointer(isDragging: boolean) {
  const point = useRef<Held | undefined>(undefined);
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
