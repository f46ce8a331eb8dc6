import type { LibraryEntry } from './library-entry.schema';

type UsableItem = {
  title: string;
  text?: string | undefined;
  assetIds?: readonly string[] | undefined;
};

const folded = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** A few characters stand in any text: only longer ones are looked for inside one. */
const SHORTEST_INSIDE = 6;

/**
 * How many items use each entry, by its id: a title when it is the item's title, a cover when the
 * item holds its picture, anything else when the item's title or text holds it word for word (blanks
 * and width aside). Entries that nothing uses are not in it.
 */
export function libraryUses(
  entries: readonly Pick<LibraryEntry, 'id' | 'kind' | 'text' | 'assetId'>[],
  items: readonly UsableItem[],
): Map<string, number> {
  const titles = new Map<string, number>();
  const covers = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string) =>
    counts.set(key, (counts.get(key) ?? 0) + 1);
  const bodies = items.map(({ title, text, assetIds }) => {
    const ownTitle = folded(title);
    add(titles, ownTitle);
    for (const assetId of new Set(assetIds ?? [])) add(covers, assetId);
    return `${ownTitle}\n${folded(text ?? '')}`;
  });
  const uses = new Map<string, number>();
  for (const { id, kind, text, assetId } of entries) {
    const wanted = folded(text);
    let count = 0;
    if (kind === 'cover') count = covers.get(assetId ?? '') ?? 0;
    else if (kind === 'title') count = titles.get(wanted) ?? 0;
    else if (wanted.length >= SHORTEST_INSIDE) {
      count = bodies.filter((body) => body.includes(wanted)).length;
    }
    if (count > 0) uses.set(id, count);
  }
  return uses;
}

/**
 * The entry's own words for a list: the first line that says something, at most `longest` characters
 * (by code points, so that rare characters and emoji stay whole); '' for a cover without words.
 */
export function entryLine(entry: Pick<LibraryEntry, 'text'>, longest = 80): string {
  const line =
    entry.text
      .split('\n')
      .find((it) => it.trim() !== '')
      ?.trim() ?? '';
  const characters = [...line];
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : line;
}
