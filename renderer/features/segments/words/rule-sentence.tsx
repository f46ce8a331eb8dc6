import type { Rule } from '@shared/domain/rules/rule.schema';
import { useRuleWords } from './use-rule-words';

/** A rule as one sentence. */
export function RuleSentence({ rule }: { rule: Rule }) {
  const { sentence } = useRuleWords();
  return <span data-testid="rule-sentence">{sentence(rule)}</span>;
}
