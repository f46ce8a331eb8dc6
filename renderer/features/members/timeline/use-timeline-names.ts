import type { Rule } from '@shared/domain/rules/rule.schema';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { useRuleWords } from '@/features/segments';
import { useTags } from '@/features/tags';
import { type PointsWords, usePointsWords } from './points-words';

/** What lines refer to, read once for all of them: lines come and go while one scrolls. */
export type TimelineNames = {
  tagOf: (id: string) => Tag | undefined;
  sentence: (rule: Rule) => string;
  points: PointsWords;
};

export function useTimelineNames(): TimelineNames {
  const { tagOf } = useTags();
  const { sentence } = useRuleWords();
  return { tagOf, sentence, points: usePointsWords() };
}
