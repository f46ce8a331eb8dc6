import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { useEffect, useRef, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { execute } from '@/db/client';
import { editItem, moveItem } from './calendar.commands';

export type ItemDraft = {
  title: string;
  text: string;
  owner: string;
};
export type ItemChoice = Partial<Pick<ContentItem, 'form' | 'status' | 'groupIds'>> & {
  columnId?: string | null;
};

const draftOf = (item: ContentItem): ItemDraft => ({
  title: item.title,
  text: item.text ?? '',
  owner: item.owner ?? '',
});

async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    showProblem(error);
  }
}

/**
 * What is being typed about an item. Written fields are stored when one leaves them or closes the
 * panel, choices at once; an empty title is never stored. Mount it anew for another item.
 */
export function useItemDraft(item: ContentItem) {
  const [draft, setDraft] = useState(() => draftOf(item));
  const latest = useRef({ draft, item });
  latest.current = { draft, item };

  const save = useRef(async () => {
    const { draft: typed, item: stored } = latest.current;
    const before = draftOf(stored);
    const changes = {
      ...(typed.title.trim() !== '' &&
        typed.title.trim() !== before.title && { title: typed.title.trim() }),
      ...(typed.text !== before.text && { text: typed.text }),
      ...(typed.owner.trim() !== before.owner && { owner: typed.owner.trim() }),
    };
    if (Object.keys(changes).length === 0) return;
    await attempt(() => execute(editItem, { id: stored.id, ...changes }));
  }).current;

  // Closing by Escape, by the cross or by opening another item keeps what was typed.
  useEffect(() => () => void save(), [save]);

  return {
    draft,
    type: (changes: Partial<ItemDraft>) => setDraft((old) => ({ ...old, ...changes })),
    save: () => void save(),
    choose: (changes: ItemChoice) =>
      void attempt(() => execute(editItem, { id: item.id, ...changes })),
    place: (cell: Pick<ContentItem, 'date' | 'slot'>) =>
      void attempt(() => execute(moveItem, { id: item.id, ...cell })),
  };
}
