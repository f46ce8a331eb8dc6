import type { Rule } from '@shared/domain/rules/rule.schema';
import { RuleSentence } from '../words/rule-sentence';

export type RuleBuilderProps = { value: Rule; onChange: (rule: Rule) => void };

/** Whom a rule means, put together from sentences. */
export function RuleBuilder({ value }: RuleBuilderProps) {
  return <RuleSentence rule={value} />;
}
