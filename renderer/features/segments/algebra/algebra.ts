import type { Rule } from '@shared/domain/rules/rule.schema';
import type { PickedSegment } from '../segment-picker';

export const SET_OPS = ['and', 'or', 'minus'] as const;
export type SetOp = (typeof SET_OPS)[number];

/** The first one's `op` says nothing. */
export type Operand = { op: SetOp; picked: PickedSegment | undefined };

/**
 * "A ∩ B − C" as a rule, worked out from left to right; operands not chosen yet are left out.
 * `undefined` while nothing is chosen.
 */
export function ruleOfSets(operands: readonly Operand[]): Rule | undefined {
  let rule: Rule | undefined;
  for (const { op, picked } of operands) {
    if (!picked) continue;
    if (rule === undefined) rule = picked;
    else if (op === 'and') rule = joined('all', rule, picked);
    else if (op === 'or') rule = joined('any', rule, picked);
    else rule = joined('all', rule, { kind: 'not', of: picked });
  }
  return rule;
}

/** One row of the same operation stays one group: "A ∩ B ∩ C" is not nested. */
function joined(kind: 'all' | 'any', rule: Rule, next: Rule): Rule {
  return rule.kind === kind ? { kind, of: [...rule.of, next] } : { kind, of: [rule, next] };
}

/** A part of the picture: who is in these sets and in none of the others. */
export type Region = { inside: readonly number[]; rule: Rule };

/** Every part of the picture of some sets: 3 for two, 7 for three. */
export function regionsOf(sets: readonly Rule[]): Region[] {
  const regions: Region[] = [];
  for (let bits = 1; bits < 1 << sets.length; bits += 1) {
    const inside = sets.flatMap((_, i) => (bits & (1 << i) ? [i] : []));
    const of = sets.map((set, i): Rule => (bits & (1 << i) ? set : { kind: 'not', of: set }));
    regions.push({ inside, rule: { kind: 'all', of } });
  }
  return regions.sort((a, b) => a.inside.length - b.inside.length);
}
