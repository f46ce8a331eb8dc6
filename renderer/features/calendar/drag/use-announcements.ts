import type { Announcements } from '@dnd-kit/core';
import { type Cell, cellKey } from '@shared/domain/calendar/cell.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { calendarMessages } from '../calendar.messages';
import { useWhere } from '../use-where';
import type { PlanView } from '../views/plan-address';

/** What a screen reader says while an item is carried, in the window's language. */
export function useAnnouncements(view: PlanView, items: readonly ContentItem[]): Announcements {
  const t = useMessages(calendarMessages);
  const where = useWhere();
  const hasLeft = useRef(false);
  const find = (id: unknown) => items.find((item) => item.id === id);
  const titleOf = (id: unknown) => find(id)?.title ?? '';
  const cellOf = (
    over: { data: { current?: Record<string, unknown> | undefined } } | null,
    id: unknown,
  ): Cell | undefined => {
    const cell = over?.data.current?.cell as Cell | undefined;
    // A day of a month leaves the slot to the item.
    return cell && view === 'month' ? { ...cell, slot: find(id)?.slot ?? cell.slot } : cell;
  };
  return {
    onDragStart: ({ active }) => {
      const item = find(active.id);
      hasLeft.current = false;
      return item && t('lifted', { title: item.title, where: where(item) });
    },
    onDragOver: ({ active, over }) => {
      const cell = cellOf(over, active.id);
      const item = find(active.id);
      hasLeft.current ||= !cell || !item || cellKey(cell) !== cellKey(item);
      // The place where it lies already is no news, and would drown that it was picked up.
      if (!hasLeft.current) return undefined;
      return cell ? t('over', { where: where(cell) }) : t('overNothing');
    },
    onDragEnd: ({ active, over }) => {
      const cell = cellOf(over, active.id);
      const title = titleOf(active.id);
      return cell ? t('dropped', { title, where: where(cell) }) : t('dropCancelled', { title });
    },
    onDragCancel: ({ active }) => t('dropCancelled', { title: titleOf(active.id) }),
  };
}
