import { type Cell, cellKey } from '@shared/domain/calendar/cell.rules';
import type { ContentItem, ContentStatus } from '@shared/domain/calendar/content.schema';
import { shiftWeek, type Week } from '@shared/domain/calendar/week.rules';
import type { z } from 'zod';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import {
  addItem,
  copyItem,
  copyItems,
  copyWeek,
  editItem,
  editItems,
  moveItem,
  moveItems,
  removeItem,
  removeItems,
  setItemStatus,
} from '@/features/content-items';
import { readDropWarnings, useSayDropWarnings } from '@/features/content-plan';
import { calendarMessages } from './calendar.messages';
import { readItems } from './calendar.queries';
import { useWhere } from './use-where';

export type Placement = Cell & { id: string };
export type ManyChanges = z.input<typeof editItems.input>['changes'];
type Some = readonly ContentItem[];

const idsOf = (items: Some) => items.map(({ id }) => id);

/** Everything that the grid does to items, each with its words and its way back. */
export function useItemActions(today: string) {
  const sayWarnings = useSayDropWarnings();
  const t = useMessages(calendarMessages);
  const where = useWhere();

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

  /** What a drop or a paste brought about is said beside the grid; it stands all the same. */
  const warn = async (ids: readonly string[], cell: Cell) => {
    const moved = await readItems(ids);
    sayWarnings(await readDropWarnings(moved, cell, today));
  };

  return {
    add: (cell: Cell, title: string) =>
      attempt(async () => {
        await execute(addItem, { ...cell, title });
        return undefined;
      }),
    rename: ({ id }: ContentItem, title: string) =>
      attempt(async () => {
        await execute(editItem, { id, title });
        return undefined;
      }),
    move: (item: ContentItem, target: Cell & { index?: number }) =>
      attempt(async () => {
        await execute(moveItem, { id: item.id, ...target });
        if (cellKey(item) !== cellKey(target)) void warn([item.id], target);
        return t('moved', { where: where(target) });
      }),
    moveMany: (items: Placement[]) =>
      attempt(async () => {
        const { count } = await execute(moveItems, { items });
        const [first] = items;
        if (first)
          void warn(
            items.map(({ id }) => id),
            first,
          );
        return count === 1 && first
          ? t('moved', { where: where(first) })
          : t('movedMany', { count });
      }),
    copyMany: (items: Placement[]) =>
      attempt(async () => {
        const { ids } = await execute(copyItems, { items });
        const [first] = items;
        if (first) void warn(ids, first);
        return ids.length === 1 && first
          ? t('pasted', { where: where(first) })
          : t('pastedMany', { count: ids.length });
      }),
    remove: (items: Some) =>
      attempt(async () => {
        const [first] = items;
        if (items.length === 1 && first) {
          await execute(removeItem, { id: first.id, title: first.title });
          return t('removed', { title: first.title });
        }
        const { count } = await execute(removeItems, { ids: idsOf(items) });
        return t('removedMany', { count });
      }),
    setStatus: (items: Some, status: ContentStatus) =>
      attempt(async () => {
        const changed = await execute(setItemStatus, { ids: idsOf(items), status });
        const { count, keptCount } = changed;
        const said = t('changedMany', { count });
        return keptCount === 0 ? said : `${said} ${t('sendsKept', { count: keptCount })}`;
      }),
    edit: (items: Some, changes: ManyChanges) =>
      attempt(async () => {
        const { count } = await execute(editItems, { ids: idsOf(items), changes });
        return t('changedMany', { count });
      }),
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
