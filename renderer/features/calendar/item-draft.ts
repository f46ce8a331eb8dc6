import type { ContentItem } from '@shared/domain/calendar/content.schema';

/** The written fields of an item while somebody writes in them. */
export type ItemDraft = { title: string; text: string; owner: string };

export const draftOf = ({ title, text = '', owner = '' }: ContentItem): ItemDraft => ({
  title,
  text,
  owner,
});

/**
 * A draft after its item changed under it (undo, another laptop): fields that were not being
 * written follow the item, the others keep what was typed.
 */
export function rebaseDraft(draft: ItemDraft, before: ItemDraft, now: ItemDraft): ItemDraft {
  const field = (name: keyof ItemDraft) => (draft[name] === before[name] ? now[name] : draft[name]);
  return { title: field('title'), text: field('text'), owner: field('owner') };
}

/** What of a draft is to be stored: changed fields, never an empty title. */
export function draftChanges(draft: ItemDraft, stored: ItemDraft): Partial<ItemDraft> {
  const title = draft.title.trim();
  const owner = draft.owner.trim();
  return {
    ...(title !== '' && title !== stored.title && { title }),
    ...(draft.text !== stored.text && { text: draft.text }),
    ...(owner !== stored.owner && { owner }),
  };
}
