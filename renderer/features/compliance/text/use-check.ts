import { useDebouncedValue } from '@mantine/hooks';
import type { Override } from '@shared/domain/calendar/content.schema';
import { type CheckResult, checkText } from '@shared/domain/compliance/check.rules';
import type { LexiconWord } from '@shared/domain/compliance/lexicon-word.schema';
import { useMemo } from 'react';

/** Beyond so many characters the check waits for a pause of the hands. */
const AT_ONCE_UP_TO = 3000;
const PAUSE_MS = 300;

type Checked = {
  /** The text that was checked: an earlier one while somebody types in a long text. */
  text: string;
  result: CheckResult;
};

const NO_WORDS: readonly LexiconWord[] = [];

export function useCheck(
  text: string,
  words: readonly LexiconWord[] = NO_WORDS,
  overrides: readonly Override[] | undefined,
  longest: number,
): Checked {
  const [settled] = useDebouncedValue(text, PAUSE_MS);
  const checked = text.length > AT_ONCE_UP_TO ? settled : text;
  const result = useMemo(
    () => checkText(checked, words, overrides, { longest }),
    [checked, words, overrides, longest],
  );
  return { text: checked, result };
}
