import type { RuleWorld } from './engine-types';
import type { Rule } from './rule.schema';
import { flatten, MAX_RULE_WEIGHT, partsOf } from './rule-size';

/** What finds the rule behind a reference. */
export type RuleResolvers = Pick<RuleWorld, 'tagRule' | 'segmentRule'>;
export type RuleReference = { kind: 'tag' | 'segment'; id: string };

/** The tags and segments that a rule names itself. */
export function referencesIn(rule: Rule): RuleReference[] {
  return flatten(rule).rules.flatMap((part): RuleReference[] => {
    if (part.kind === 'segment') return [{ kind: 'segment', id: part.segmentId }];
    if (part.kind === 'tag') return part.tagIds.map((id) => ({ kind: 'tag', id }));
    return [];
  });
}

const nameOf = ({ kind, id }: RuleReference) => `${kind} ${id}`;

/**
 * Follows references. A rule that leads back to itself, and one too large to be asked, stands for
 * nobody wherever it is referred to, so that the answer does not depend on where one began.
 */
export class RuleReferences {
  private readonly circular = new Map<string, boolean>();
  private readonly weights = new Map<string, number>();
  private weighed = new WeakMap<Rule, number>();

  constructor(private readonly resolvers: RuleResolvers) {}

  /** The rule behind a reference, whatever it is worth. */
  rawRule({ kind, id }: RuleReference): Rule | undefined {
    return kind === 'tag' ? this.resolvers.tagRule(id) : this.resolvers.segmentRule(id);
  }

  /** The rule that may be asked; undefined stands for nobody. */
  soundRule(reference: RuleReference): Rule | undefined {
    const rule = this.rawRule(reference);
    const isUnsound = this.isCircular(reference) || this.isTooLarge(reference);
    return isUnsound ? undefined : rule;
  }

  /** Whether its rule, with all that this refers to, is too much to be asked. */
  isTooLarge(reference: RuleReference): boolean {
    return this.weightOf(reference) > MAX_RULE_WEIGHT;
  }

  /** Whether its rule leads back to itself. */
  isCircular(reference: RuleReference): boolean {
    const name = nameOf(reference);
    const known = this.circular.get(name);
    if (known !== undefined) return known;
    const rule = this.rawRule(reference);
    const isCircular = rule !== undefined && this.leadsTo(rule, reference);
    this.circular.set(name, isCircular);
    return isCircular;
  }

  /** Whether a rule refers to something, directly or through others. */
  leadsTo(rule: Rule, wanted: RuleReference): boolean {
    const seen = new Set<string>();
    const open = referencesIn(rule);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const name = nameOf(next);
      if (name === nameOf(wanted)) return true;
      if (seen.has(name)) continue;
      seen.add(name);
      const behind = this.rawRule(next);
      if (behind !== undefined) open.push(...referencesIn(behind));
    }
    return false;
  }

  /**
   * How many conditions a rule comes to, each day of `held` and everything sound that it refers to
   * counted; Infinity for one that is nested too deeply.
   */
  weigh(rule: Rule): number {
    const known = this.weighed.get(rule);
    if (known !== undefined) return known;
    const weight = flatten(rule).isTooDeep ? Infinity : this.weighParts(rule);
    this.weighed.set(rule, weight);
    return weight;
  }

  private weighParts(rule: Rule): number {
    if (rule.kind === 'segment') {
      return 1 + this.askedWeight({ kind: 'segment', id: rule.segmentId });
    }
    if (rule.kind === 'tag') {
      return rule.tagIds.reduce((sum, id) => sum + this.askedWeight({ kind: 'tag', id }), 1);
    }
    const sum = partsOf(rule).reduce((weight, part) => weight + this.weighParts(part), 0);
    return rule.kind === 'held' ? 1 + sum * (rule.days + 1) : 1 + sum;
  }

  /** What stands for nobody costs nothing. */
  private askedWeight(reference: RuleReference): number {
    return this.isTooLarge(reference) ? 0 : this.weightOf(reference);
  }

  private weightOf(reference: RuleReference): number {
    const name = nameOf(reference);
    const known = this.weights.get(name);
    if (known !== undefined) return known;
    const rule = this.rawRule(reference);
    const isAsked = rule !== undefined && !this.isCircular(reference);
    const weight = isAsked ? this.weigh(rule) : 0;
    this.weights.set(name, weight > MAX_RULE_WEIGHT ? Infinity : weight);
    return weight;
  }

  forget(): void {
    this.circular.clear();
    this.weights.clear();
    this.weighed = new WeakMap();
  }
}
