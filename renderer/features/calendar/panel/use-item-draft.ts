import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { showDone, showProblem } from '@/app/feedback';
import { translator } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { editItem, moveItem } from '@/features/content-items';
import { itemMessages } from '../item.messages';
import { draftChanges, draftOf, type ItemDraft, rebaseDraft, tooLong } from './item-draft';

export type ItemChoice = Omit<z.input<typeof editItem.input>, 'id'>;

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
  const [seen, setSeen] = useState(item);
  if (seen !== item) {
    setSeen(item);
    setDraft(rebaseDraft(draft, draftOf(seen), draftOf(item)));
  }
  const latest = useRef({ draft, item });
  latest.current = { draft, item };

  const save = useRef(async () => {
    const { draft: typed, item: stored } = latest.current;
    const changes = draftChanges(typed, draftOf(stored));
    if (Object.keys(changes).length === 0) return;
    await attempt(() => execute(editItem, { id: stored.id, ...changes }));
  }).current;

  // Closing by Escape, by the cross or by opening another item keeps what was typed.
  useEffect(
    () => () => {
      void save();
      if (tooLong(latest.current.draft).length > 0) showDone(translator(itemMessages)('tooLong'));
    },
    [save],
  );

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
export type ItemWriting = ReturnType<typeof useItemDraft>;
