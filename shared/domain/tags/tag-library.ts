import type { Rule } from '@shared/domain/rules/rule.schema';
import base from '../../../resources/tags/base.json';
import behaviour from '../../../resources/tags/behaviour.json';
import emotion from '../../../resources/tags/emotion.json';
import type { Tag } from './tag.schema';

type Bilingual = { zh: string; en: string };

/** A ready-made tag; its id never changes, because assignments and rules refer to it. */
export type LibraryTag = Pick<Tag, 'id' | 'kind'> & {
  name: Bilingual;
  note: Bilingual;
  rule: Rule;
};

/** The files are read as data: their test holds every entry against the schemas. */
export const tagLibrary = [...base, ...behaviour, ...emotion] as readonly LibraryTag[];

const byId = new Map(tagLibrary.map((tag) => [tag.id, tag]));

export function libraryTag(id: string): LibraryTag | undefined {
  return byId.get(id);
}

/** A ready-made tag as a row would have it, in one language. */
export function asTag({ id, kind, name, note, rule }: LibraryTag, language: keyof Bilingual): Tag {
  return { id, kind, name: name[language], note: note[language], rule };
}

/**
 * The library with the workspace's own rows: a row bearing a library tag's id stands for it whole.
 * Words of such a row that are still the library's follow the language.
 */
export function allTags(rows: readonly Tag[], language: keyof Bilingual): Tag[] {
  const own = new Set(rows.map((row) => row.id));
  const readyMade = tagLibrary.filter((tag) => !own.has(tag.id));
  return [
    ...readyMade.map((tag) => asTag(tag, language)),
    ...rows.map((row) => inLanguage(row, language)),
  ];
}

function inLanguage(row: Tag, language: keyof Bilingual): Tag {
  const ready = byId.get(row.id);
  if (!ready) return row;
  const isStill = (text: string | undefined, words: Bilingual) =>
    text === words.zh || text === words.en;
  return {
    ...row,
    name: isStill(row.name, ready.name) ? ready.name[language] : row.name,
    ...(isStill(row.note, ready.note) ? { note: ready.note[language] } : {}),
  };
}
