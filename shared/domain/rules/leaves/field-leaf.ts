import { type Condition, FILLED_FIELDS } from '../rule.schema';
import { type Leaf, numberLeaf } from './leaf';
import type { RuleContext } from './rule-context';

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

/** A field of few values: looked up per value, not per person. */
export function codeLeaf(
  column: { values: readonly string[]; of: Uint32Array },
  isAny: readonly string[],
): Leaf {
  const { of, values } = column;
  const wanted = Uint8Array.from(['', ...values], (value) => (isAny.includes(value) ? 1 : 0));
  return {
    test: (row) => wanted[of[row] ?? 0] === 1,
    found: (row) => values[(of[row] ?? 0) - 1] ?? '',
  };
}

export function attributeLeaf(condition: Of<'attribute'>, { columns }: RuleContext): Leaf {
  return codeLeaf(columns[condition.field], condition.isAny);
}

export function filledLeaf(condition: Of<'filled'>, { columns }: RuleContext): Leaf {
  const bit = 1 << FILLED_FIELDS.indexOf(condition.field);
  const { filled } = columns;
  return { test: (row) => ((filled[row] ?? 0) & bit) !== 0 };
}

export function textLeaf(condition: Of<'text'>, { columns }: RuleContext): Leaf {
  const { field } = condition;
  const words = condition.containsAny.map((word) => word.toLowerCase());
  return {
    test: (row) => {
      const text = columns.text(row, field)?.toLowerCase();
      if (text === undefined) return false;
      for (const word of words) if (text.includes(word)) return true;
      return false;
    },
    found: (row) => columns.text(row, field),
  };
}

/** Somebody whose date lies after the day is not known yet and has no such number. */
export function knownLeaf(condition: Of<'known'>, { columns, day }: RuleContext): Leaf {
  const { knownDay } = columns;
  return numberLeaf(
    (row) => {
      const known = knownDay[row] ?? day + 1;
      return known > day ? Number.NaN : day - known;
    },
    condition.daysAgo,
    (row) => knownDay[row],
  );
}
