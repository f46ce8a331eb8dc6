import type { Override } from '@shared/domain/calendar/content.schema';
import { checkText } from '@shared/domain/compliance/check.rules';
import { useMemo } from 'react';
import { useOwnWords } from '@/features/compliance';

/** Words of high risk in a text that nobody let stand. */
export type ForbiddenIn = (text: string, overrides: readonly Override[] | undefined) => string[];

/** Enough for every group of a day; a text is checked once, however often the page is drawn. */
const MOST_KEPT = 500;

export function useForbiddenWords(): ForbiddenIn {
  const words = useOwnWords();
  return useMemo(() => {
    const known = new Map<string, string[]>();
    return (text, overrides = []) => {
      const key = `${overrides.map((it) => `${it.family} ${it.text}`).join('\n')}\n\n${text}`;
      const found = known.get(key);
      if (found) return found;
      const { findings } = checkText(text, words, overrides);
      const high = findings.filter(({ risk, override }) => risk === 'high' && !override);
      const fresh = [...new Set(high.map((finding) => finding.text))];
      if (known.size >= MOST_KEPT) known.clear();
      known.set(key, fresh);
      return fresh;
    };
  }, [words]);
}
