import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { useState } from 'react';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { calendarMessages } from './calendar.messages';
import { carry, type Target } from './select/selection.rules';
import type { ItemActions } from './use-item-actions';

type Held = { items: readonly ContentItem[]; isCut: boolean };

/** Items taken up by Ctrl+C or Ctrl+X until they are put down; copies can be put down again. */
export function useItemClipboard(actions: ItemActions) {
  const t = useMessages(calendarMessages);
  const [held, setHeld] = useState<Held>({ items: [], isCut: false });
  const take = (items: readonly ContentItem[], isCut: boolean) => {
    const [first] = items;
    if (!first) return;
    setHeld({ items, isCut });
    const { length: count } = items;
    if (count > 1) showDone(t(isCut ? 'cutMany' : 'copiedMany', { count }));
    else showDone(t(isCut ? 'cut' : 'copied', { title: first.title }));
  };
  return {
    cutIds: new Set(held.isCut ? held.items.map(({ id }) => id) : []) as ReadonlySet<string>,
    copy: (items: readonly ContentItem[]) => take(items, false),
    cut: (items: readonly ContentItem[]) => take(items, true),
    letGo: () => setHeld({ items: [], isCut: false }),
    /** The first goes where one pastes, the others keep their distance from it. */
    paste: async (target: Target) => {
      const [first] = held.items;
      if (!first) return;
      const placements = carry(held.items, first, target);
      if (!held.isCut) await actions.copyMany(placements);
      else if (await actions.moveMany(placements)) setHeld({ items: [], isCut: false });
    },
  };
}
