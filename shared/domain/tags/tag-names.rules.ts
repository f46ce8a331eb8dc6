import type { Tag } from './tag.schema';
import { libraryTag, tagLibrary } from './tag-library';

/**
 * Which tag a name means: the workspace's own names first, then those of the ready-made tags in
 * either language. A ready-made tag that was renamed answers to its new name alone.
 */
export function tagIdsByName(rows: readonly Pick<Tag, 'id' | 'name'>[]): Map<string, string> {
  const renamed = new Set(rows.filter(isRenamed).map((row) => row.id));
  const ids = new Map<string, string>();
  for (const { id, name } of tagLibrary) {
    if (renamed.has(id)) continue;
    ids.set(name.zh, id);
    ids.set(name.en, id);
  }
  for (const { id, name } of rows) ids.set(name, id);
  return ids;
}

function isRenamed({ id, name }: Pick<Tag, 'id' | 'name'>): boolean {
  const ready = libraryTag(id);
  return ready !== undefined && name !== ready.name.zh && name !== ready.name.en;
}
