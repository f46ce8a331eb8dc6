import { type Rule, ruleSchema } from '@shared/domain/rules/rule.schema';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PickedSegment } from '../segment-picker';
import { type Operand, regionsOf, ruleOfSets, SET_OPS } from './algebra';

const set = (name: string): PickedSegment => ({ kind: 'segment', segmentId: name });

/** Who is meant, by sets of plain numbers: an answer found without the engine. */
function peopleOf(rule: Rule, sets: Record<string, ReadonlySet<number>>, all: number[]): number[] {
  const fits = (it: Rule, who: number): boolean => {
    if (it.kind === 'all') return it.of.every((part) => fits(part, who));
    if (it.kind === 'any') return it.of.some((part) => fits(part, who));
    if (it.kind === 'not') return !fits(it.of, who);
    return it.kind === 'segment' && sets[it.segmentId]?.has(who) === true;
  };
  return all.filter((who) => fits(rule, who));
}

const people = Array.from({ length: 12 }, (_, i) => i);
const some = fc.uniqueArray(fc.nat(11)).map((list) => new Set(list));

describe('segments combined in a row', () => {
  it('are worked out from left to right, whatever the row', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ op: fc.constantFrom(...SET_OPS), members: some }), {
          minLength: 1,
          maxLength: 6,
        }),
        (row) => {
          const sets = Object.fromEntries(row.map(({ members }, i) => [`s${i}`, members]));
          const operands: Operand[] = row.map(({ op }, i) => ({ op, picked: set(`s${i}`) }));
          const rule = ruleOfSets(operands);
          let expected = new Set(row[0]?.members);
          for (const { op, members } of row.slice(1)) {
            if (op === 'or') for (const who of members) expected.add(who);
            else {
              expected = new Set(
                [...expected].filter((who) => members.has(who) === (op === 'and')),
              );
            }
          }
          expect(rule && ruleSchema.safeParse(rule).success).toBe(true);
          expect(rule && peopleOf(rule, sets, people)).toEqual([...expected].sort((a, b) => a - b));
        },
      ),
    );
  });

  it('leave out what is not chosen yet', () => {
    expect(ruleOfSets([{ op: 'and', picked: undefined }])).toBeUndefined();
    const operands: Operand[] = [
      { op: 'and', picked: undefined },
      { op: 'minus', picked: set('a') },
    ];
    expect(ruleOfSets(operands)).toEqual(set('a'));
  });

  it('fall into parts that hold everybody of theirs exactly once', () => {
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        const sets = { a, b, c };
        const parts = regionsOf([set('a'), set('b'), set('c')]).map(({ rule }) =>
          peopleOf(rule, sets, people),
        );
        expect(parts).toHaveLength(7);
        const union = people.filter((who) => a.has(who) || b.has(who) || c.has(who));
        expect(parts.flat().sort((x, y) => x - y)).toEqual(union);
      }),
    );
  });
});
