/** A word of a list where it stands in a text. */
export type FoundWord<V> = { word: string; value: V; start: number; end: number };

/** Finds the words of a list in texts, the longest first, none inside another. */
export class WordFinder<V> {
  private readonly byFirst = new Map<string, { word: string; value: V }[]>();

  constructor(words: Iterable<readonly [word: string, value: V]>) {
    for (const [word, value] of words) {
      const first = word[0];
      if (first === undefined) continue;
      const own = this.byFirst.get(first);
      if (own) own.push({ word, value });
      else this.byFirst.set(first, [{ word, value }]);
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.word.length - a.word.length);
  }

  find(text: string): FoundWord<V>[] {
    const found: FoundWord<V>[] = [];
    for (let at = 0; at < text.length; ) {
      const hit = this.byFirst.get(text[at] ?? '')?.find(({ word }) => text.startsWith(word, at));
      if (hit) {
        found.push({ ...hit, start: at, end: at + hit.word.length });
        at += hit.word.length;
      } else at += 1;
    }
    return found;
  }
}
