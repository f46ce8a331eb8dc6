import { type LexiconWord, lexiconWordSchema } from './lexicon-word.schema';
import { foldText } from './text/letters';

type NewWord = Omit<LexiconWord, 'id'>;

/** Words with one key are the same for the check; marks and pictures are only equal to themselves. */
export function wordKey(text: string): string {
  return foldText(text) || text.trim();
}

/** A pasted list as it will be taken in: what is new, and how many lines are not, and why. */
export type TakenWords = { words: NewWord[]; repeated: number; refused: string[] };

/**
 * Reads a pasted list of words: one a line, or several in a line parted by a semicolon, an
 * enumeration comma or a blank-free comma; behind a tab may stand a reason and, behind another, a
 * rewrite. Words longer than a word may be are refused; repeated ones are counted once.
 */
export function takeWords(
  pasted: string,
  choice: Pick<LexiconWord, 'kind' | 'risk'>,
  known: Iterable<string> = [],
): TakenWords {
  const keys = new Set([...known].map(wordKey));
  const taken: TakenWords = { words: [], repeated: 0, refused: [] };
  for (const line of pasted.split(/\r\n|\r|\n/)) {
    const [head = '', reason = '', rewrite = ''] = line.split('\t').map((cell) => cell.trim());
    for (const text of head.split(/[，,、;；]/).map((part) => part.trim())) {
      if (text === '') continue;
      const word = lexiconWordSchema.omit({ id: true }).safeParse({
        ...choice,
        text,
        ...(reason && { reason }),
        ...(rewrite && { rewrite }),
      });
      if (!word.success) taken.refused.push(text);
      else if (keys.has(wordKey(text))) taken.repeated += 1;
      else {
        keys.add(wordKey(text));
        taken.words.push(word.data);
      }
    }
  }
  return taken;
}
