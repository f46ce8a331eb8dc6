import data from '../../../resources/products/categories.json';

/** A category of goods as the trade sorts them. Keys are stored in rules and never change. */
export type ProductCategory = { key: string; name: { zh: string; en: string } };

type Entry = ProductCategory & {
  isFood: boolean;
  /** Goods of this category. */
  words: string[];
  /** Makes food of any other category one of this; of several the one that comes first. */
  leads?: string[];
  /** Words in which a leading word means something else. */
  butNot?: string[];
  /** Only where nothing else is found: most gift boxes are boxes of something. */
  isLast?: boolean;
};

type Word = { text: string; entry: Entry };

const entries: readonly Entry[] = data;

export const productCategories: readonly ProductCategory[] = entries.map(({ key, name }) => ({
  key,
  name,
}));

const leading = entries.filter(({ leads }) => leads !== undefined);
const byFirst = new Map<string, Word[]>();
for (const entry of entries) {
  for (const word of entry.words) {
    const text = word.toLowerCase();
    const first = text.charAt(0);
    const words = byFirst.get(first);
    if (words) words.push({ text, entry });
    else byFirst.set(first, [{ text, entry }]);
  }
}

const BRACKETED = /[（(【[][^）)】\]]*[）)】\]]/g;
const LATIN = /[a-z]/;

/**
 * Category of what a line of an order calls its product (name and spec), by the words of
 * `resources/products/categories.json`; undefined for what none of them is in.
 *
 * What something is stands last in Chinese as in English (corn oil, phone case), so of all words
 * found the one that ends last decides, the longer one of two; what stands in brackets is only read
 * when there is nothing else. Marks such as 有机 then take food into their own category.
 */
export function categoryOf(product: string): string | undefined {
  const text = product.toLowerCase();
  const entry = headOf(text.replace(BRACKETED, ' ')) ?? headOf(text);
  if (entry !== undefined && !entry.isFood) return entry.key;
  return leading.find((mark) => isMarked(text, mark))?.key ?? entry?.key;
}

function isMarked(text: string, { leads = [], butNot = [] }: Entry): boolean {
  const rest = butNot.reduce((left, word) => left.replaceAll(word, ' '), text);
  return leads.some((lead) => rest.includes(lead));
}

function headOf(text: string): Entry | undefined {
  let best: Entry | undefined;
  let bestEnd = 0;
  let last: Entry | undefined;
  // Of two words with the same end the longer begins earlier and is found first.
  for (let at = 0; at < text.length; at++) {
    for (const word of byFirst.get(text.charAt(at)) ?? []) {
      const end = at + word.text.length;
      if (!text.startsWith(word.text, at) || !standsAlone(text, at, end)) continue;
      if (word.entry.isLast) last = word.entry;
      else if (end > bestEnd) {
        best = word.entry;
        bestEnd = end;
      }
    }
  }
  return best ?? last;
}

/** Latin words are whole words, a plural at most: tea is not in steak. */
function standsAlone(text: string, at: number, end: number): boolean {
  if (!LATIN.test(text.charAt(at))) return true;
  if (LATIN.test(text.charAt(at - 1))) return false;
  const rest = /^[a-z]*/.exec(text.slice(end))?.[0] ?? '';
  return rest === '' || rest === 's' || rest === 'es';
}
