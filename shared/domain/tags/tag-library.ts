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

/** The library with the workspace's own rows: a row bearing a library tag's id stands for it whole. */
export function allTags(rows: readonly Tag[], language: keyof Bilingual): Tag[] {
  const own = new Set(rows.map((row) => row.id));
  const readyMade = tagLibrary
    .filter((tag) => !own.has(tag.id))
    .map(
      ({ id, kind, name, note, rule }): Tag => ({
        id,
        kind,
        name: name[language],
        note: note[language],
        rule,
      }),
    );
  return [...readyMade, ...rows];
}
