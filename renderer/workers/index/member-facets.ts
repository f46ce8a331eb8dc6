import type { TagBook } from '../people/tag-book';
import type { Codes } from './codes';
import type { FacetValue } from './list-types';
import type { MemberColumns } from './member-columns';

const mostFirst = (a: FacetValue, b: FacetValue) =>
  b.count - a.count || (a.value < b.value ? -1 : 1);

export function countCodes(codes: Codes): FacetValue[] {
  const counts = new Uint32Array(codes.values.length + 1);
  for (const code of codes.of) counts[code] = (counts[code] ?? 0) + 1;
  return ['', ...codes.values]
    .map((value, code) => ({ value, count: counts[code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort(mostFirst);
}

/** How many carry each tag by hand or by rule, and how many carry any. `rows`: where the book has them. */
export function countTags(
  { tags, tagStarts, n }: MemberColumns,
  rows: Int32Array,
  book: TagBook,
): { tags: FacetValue[]; tagged: number } {
  const counts = new Map(Object.entries(book.counts()));
  const byHand = new Uint32Array(tags.values.length + 1);
  const hasAny = book.marksOf();
  let tagged = 0;
  for (let row = 0; row < n; row += 1) {
    const own = rows[row] ?? -1;
    const [from, to] = [tagStarts[row] ?? 0, tagStarts[row + 1] ?? 0];
    if (to > from || hasAny[own] === 1) tagged += 1;
    for (let k = from; k < to; k += 1) {
      const isBoth = own >= 0 && book.isCarried(tags.textOf(k) ?? '', own);
      const code = tags.of[k] ?? 0;
      if (!isBoth) byHand[code] = (byHand[code] ?? 0) + 1;
    }
  }
  tags.values.forEach((tagId, i) => {
    counts.set(tagId, (counts.get(tagId) ?? 0) + (byHand[i + 1] ?? 0));
  });
  const values = [...counts].map(([value, count]) => ({ value, count }));
  return { tags: values.filter(({ count }) => count > 0).sort(mostFirst), tagged };
}
