import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { type CheckResult, checkText } from '@shared/domain/compliance/check.rules';
import { useMemo } from 'react';
import { useOwnWords } from '@/features/compliance';

/** Beyond so many texts the oldest checks are forgotten. */
const MOST_KEPT = 1000;

/**
 * What the check before sending says of an item's text; nothing without a text. Each text is checked
 * once, however often the plan is drawn.
 */
export function useChecks(): (item: ContentItem) => CheckResult | undefined {
  const words = useOwnWords();
  return useMemo(() => {
    const kept = new Map<string, CheckResult>();
    return ({ text = '', overrides = [] }) => {
      if (text.trim() === '' || words === undefined) return undefined;
      const stands = overrides.map((override) => `${override.family} ${override.text}`);
      const key = [text, ...stands].join('\u0000');
      const known = kept.get(key);
      if (known) return known;
      const result = checkText(text, words, overrides);
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(key, result);
      return result;
    };
  }, [words]);
}
