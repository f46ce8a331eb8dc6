import type { PeopleScores } from '@shared/domain/people/people-columns';
import type { Condition } from '../rule.schema';
import { named } from './event-source';
import { codeLeaf } from './field-leaf';
import { type Leaf, numberLeaf } from './leaf';
import { includes } from './range';
import type { RuleContext } from './rule-context';

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

function scoreOf<K extends keyof PeopleScores>(
  name: K,
  { world }: RuleContext,
): NonNullable<PeopleScores[K]> {
  const score = world.scores[name];
  if (score === undefined) throw new Error(`a rule needs scores that are not loaded: ${name}`);
  return score;
}

/** People without scores (0) never match, whatever the ranges. */
export function rfmLeaf(condition: Of<'rfm'>, context: RuleContext): Leaf {
  const { r, f, m } = scoreOf('rfm', context);
  const recency = includes(condition.r);
  const frequency = includes(condition.f);
  const money = includes(condition.m);
  return {
    test: (row) => {
      const ofR = r[row] ?? 0;
      const ofF = f[row] ?? 0;
      const ofM = m[row] ?? 0;
      return (
        ofR > 0 &&
        ofR >= recency.min &&
        ofR <= recency.max &&
        ofF >= frequency.min &&
        ofF <= frequency.max &&
        ofM >= money.min &&
        ofM <= money.max
      );
    },
    found: (row) => ((r[row] ?? 0) > 0 ? `${r[row]}${f[row]}${m[row]}` : undefined),
  };
}

export function quadrantLeaf(condition: Of<'quadrant'>, context: RuleContext): Leaf {
  return codeLeaf(scoreOf('quadrant', context), condition.isAny);
}

export function levelLeaf(condition: Of<'level'>, context: RuleContext): Leaf {
  return codeLeaf(scoreOf('level', context), condition.isAny);
}

export function ltvLeaf(condition: Of<'ltv'>, context: RuleContext): Leaf {
  const ltvFen = scoreOf('ltvFen', context);
  return numberLeaf((row) => ltvFen[row] ?? Number.NaN, condition.fen);
}

/** People whom the cube has no place for never match, whatever is named. */
export function personaLeaf(condition: Of<'persona'>, context: RuleContext): Leaf {
  const persona = scoreOf('persona', context);
  const axes = [
    axis(persona.frequency, condition.frequency),
    axis(persona.orderValue, condition.orderValue),
    axis(persona.category, condition.category),
  ];
  return {
    test: (row) => {
      for (const { test } of axes) if (!test(row)) return false;
      return true;
    },
    found: (row) => {
      const found = axes.map((leaf) => leaf.found?.(row) ?? '');
      return found.some((value) => value !== '') ? found.join(' · ') : undefined;
    },
  };
}

function axis(
  column: { values: readonly string[]; of: Uint32Array },
  wanted: readonly string[] | undefined,
): Leaf {
  return codeLeaf(column, named(wanted) ?? column.values);
}
