import type { ContentItem } from '@shared/domain/calendar/content.schema';

const WRITTEN = ['title', 'text', 'owner', 'speakerName', 'note'] as const;
type WrittenField = (typeof WRITTEN)[number];

/** The written fields of an item while somebody writes in them. */
export type ItemDraft = Record<WrittenField, string>;

/** What is longer is said beside the field and not stored; nothing is cut. */
export const LONGEST: Record<WrittenField, number> = {
  title: 200,
  text: 20_000,
  owner: 60,
  speakerName: 60,
  note: 2000,
};

const mapFields = (value: (name: WrittenField) => string): ItemDraft => ({
  title: value('title'),
  text: value('text'),
  owner: value('owner'),
  speakerName: value('speakerName'),
  note: value('note'),
});

export const draftOf = (item: Partial<Pick<ContentItem, WrittenField>>): ItemDraft =>
  mapFields((name) => item[name] ?? '');

/**
 * A draft after its item changed under it (undo, another laptop): fields that were not being
 * written follow the item, the others keep what was typed.
 */
export function rebaseDraft(draft: ItemDraft, before: ItemDraft, now: ItemDraft): ItemDraft {
  return mapFields((name) => (draft[name] === before[name] ? now[name] : draft[name]));
}

/** A text is kept with its blank lines, all else without blanks around it. */
const kept = (name: WrittenField, value: string) => (name === 'text' ? value : value.trim());

/** Written fields that are too long to be stored as they stand. */
export function tooLong(draft: ItemDraft): WrittenField[] {
  return WRITTEN.filter((name) => kept(name, draft[name]).length > LONGEST[name]);
}

/** What of a draft is to be stored: changed fields, never an empty title or one that is too long. */
export function draftChanges(draft: ItemDraft, stored: ItemDraft): Partial<ItemDraft> {
  const refused = new Set(tooLong(draft));
  if (draft.title.trim() === '') refused.add('title');
  const changed = WRITTEN.filter(
    (name) => !refused.has(name) && kept(name, draft[name]) !== stored[name],
  );
  return Object.fromEntries(changed.map((name) => [name, kept(name, draft[name])]));
}
