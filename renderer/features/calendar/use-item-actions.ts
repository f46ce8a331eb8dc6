import type { Cell } from '@shared/domain/calendar/cell.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { shiftWeek, type Week } from '@shared/domain/calendar/week.rules';
import { useRef } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { addItem, copyItem, copyWeek, moveItem, removeItem } from '@/features/content-items';
import { calendarMessages } from './calendar.messages';
import { useWhere } from './use-where';

/** Everything that the grid does to items, each with its words and its way back. */
export function useItemActions() {
  const t = useMessages(calendarMessages);
  const where = useWhere();
  const copiedId = useRef<string | null>(null);

  /** Runs a change; what it answers is said with a way back, nothing where the change shows itself. */
  const attempt = async (work: () => Promise<string | undefined>): Promise<boolean> => {
    try {
      const said = await work();
      if (said !== undefined) showDone(said, { undo: true });
      return true;
    } catch (error) {
      showProblem(error);
      return false;
    }
  };

  return {
    add: (cell: Cell, title: string) =>
      attempt(async () => {
        await execute(addItem, { ...cell, title });
        return undefined;
      }),
    move: (item: ContentItem, target: Cell & { index?: number }) =>
      attempt(async () => {
        await execute(moveItem, { id: item.id, ...target });
        return t('moved', { where: where(target) });
      }),
    remove: (item: ContentItem) =>
      attempt(async () => {
        await execute(removeItem, { id: item.id, title: item.title });
        return t('removed', { title: item.title });
      }),
    copy: (item: ContentItem) => {
      copiedId.current = item.id;
      showDone(t('copied', { title: item.title }));
    },
    /** Nothing happens when nothing was copied. */
    paste: async (cell: Cell) => {
      const id = copiedId.current;
      if (id === null) return false;
      return attempt(async () => {
        await execute(copyItem, { id, ...cell });
        return t('pasted', { where: where(cell) });
      });
    },
    duplicate: (item: ContentItem) =>
      attempt(async () => {
        await execute(copyItem, { id: item.id, date: item.date, slot: item.slot });
        return t('pasted', { where: where(item) });
      }),
    copyLastWeek: (week: Week) =>
      attempt(async () => {
        const from = shiftWeek(week, -1).monday;
        const { count } = await execute(copyWeek, { from, to: week.monday });
        return t('weekCopied', { count });
      }),
  };
}
export type ItemActions = ReturnType<typeof useItemActions>;
