import type { Rule } from '@shared/domain/rules/rule.schema';
import { ruleKey } from '@shared/domain/rules/rule-key';
import { referencesIn } from '@shared/domain/rules/rule-references';
import { keyOfText } from './fact-key';
import type { RuleLibrary } from './rule-library';

/**
 * One number for all that a rule says, with the rules that it refers to: it changes when any of them
 * does, and is the same after a restart.
 */
export function printOfRule(rule: Rule, library: RuleLibrary): number {
  const texts = new Map<string, string>([['', ruleKey(rule)]]);
  const open = referencesIn(rule);
  for (let next = open.pop(); next; next = open.pop()) {
    const name = `${next.kind} ${next.id}`;
    if (texts.has(name)) continue;
    const behind = next.kind === 'tag' ? library.tagRule(next.id) : library.segmentRule(next.id);
    texts.set(name, behind ? ruleKey(behind) : '');
    if (behind) open.push(...referencesIn(behind));
  }
  return keyOfText(
    [...texts]
      .map(([name, key]) => `${name}=${key}`)
      .sort()
      .join('\n'),
  );
}
