import { isDetail } from '@shared/domain/people/member-details';
import type { PeopleScores } from '@shared/domain/people/people-columns';
import type { RuleNeeds } from './engine-types';
import type { Rule } from './rule.schema';
import { type RuleReference, type RuleResolvers, referencesIn } from './rule-references';
import { flatten } from './rule-size';

const SCORE_OF = {
  rfm: 'rfm',
  quadrant: 'quadrant',
  persona: 'persona',
  level: 'level',
  ltv: 'ltvFen',
} as const satisfies Partial<Record<Rule['kind'], keyof PeopleScores>>;

/** What must be loaded before a rule can be asked, with what it refers to; circles end by themselves. */
export function needsOf(rule: Rule, resolvers: RuleResolvers): RuleNeeds {
  const scores = new Set<keyof PeopleScores>();
  const snapshotIds = new Set<string>();
  let lines = false;
  let details = false;
  const seen = new Set<string>();
  const open: Rule[] = [rule];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const part of flatten(next).rules) {
      if (part.kind in SCORE_OF) scores.add(SCORE_OF[part.kind as keyof typeof SCORE_OF]);
      if (part.kind === 'snapshot') snapshotIds.add(part.snapshotId);
      lines ||= readsLines(part);
      details ||= readsDetails(part);
    }
    for (const reference of referencesIn(next)) {
      const name = `${reference.kind} ${reference.id}`;
      if (seen.has(name)) continue;
      seen.add(name);
      const behind = resolve(reference, resolvers);
      if (behind !== undefined) open.push(behind);
    }
  }
  return { lines, details, scores: [...scores], snapshotIds: [...snapshotIds] };
}

function resolve({ kind, id }: RuleReference, resolvers: RuleResolvers): Rule | undefined {
  return kind === 'tag' ? resolvers.tagRule(id) : resolvers.segmentRule(id);
}

function readsDetails(rule: Rule): boolean {
  if (rule.kind === 'age' || rule.kind === 'birthday') return true;
  return 'field' in rule && isDetail(rule.field);
}

function readsLines(rule: Rule): boolean {
  const events =
    rule.kind === 'sequence' ? [...rule.steps, rule.without] : 'event' in rule ? [rule.event] : [];
  return events.some(
    (event) =>
      event?.of === 'order' &&
      ((event.product?.length ?? 0) > 0 || (event.category?.length ?? 0) > 0),
  );
}
