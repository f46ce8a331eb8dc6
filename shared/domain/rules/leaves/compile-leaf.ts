import { assertNever } from '@shared/lib/errors';
import type { Condition } from '../rule.schema';
import { ageLeaf, birthdayLeaf } from './birthday-leaf';
import { daysLeaf, shareLeaf, timesLeaf, whenLeaf } from './event-leaf';
import { attributeLeaf, filledLeaf, knownLeaf, textLeaf } from './field-leaf';
import { inGroupLeaf } from './group-leaf';
import { type Leaf, NOBODY } from './leaf';
import { moneyLeaf } from './money-leaf';
import type { RuleContext } from './rule-context';
import { levelLeaf, ltvLeaf, personaLeaf, quadrantLeaf, rfmLeaf } from './score-leaf';
import { sequenceLeaf } from './sequence-leaf';

export type LeafCondition = Exclude<Condition, { kind: 'tag' | 'segment' }>;

export function compileLeaf(condition: LeafCondition, context: RuleContext): Leaf {
  switch (condition.kind) {
    case 'attribute':
      return attributeLeaf(condition, context);
    case 'filled':
      return filledLeaf(condition, context);
    case 'text':
      return textLeaf(condition, context);
    case 'age':
      return ageLeaf(condition, context);
    case 'birthday':
      return birthdayLeaf(condition, context);
    case 'known':
      return knownLeaf(condition, context);
    case 'times':
      return timesLeaf(condition, context);
    case 'days':
      return daysLeaf(condition, context);
    case 'money':
      return moneyLeaf(condition, context);
    case 'share':
      return shareLeaf(condition, context);
    case 'when':
      return whenLeaf(condition, context);
    case 'sequence':
      return sequenceLeaf(condition, context);
    case 'inGroup':
      return inGroupLeaf(condition, context);
    case 'snapshot':
      return snapshotLeaf(context.world.snapshotMarks(condition.snapshotId));
    case 'rfm':
      return rfmLeaf(condition, context);
    case 'quadrant':
      return quadrantLeaf(condition, context);
    case 'persona':
      return personaLeaf(condition, context);
    case 'level':
      return levelLeaf(condition, context);
    case 'ltv':
      return ltvLeaf(condition, context);
    default:
      return assertNever(condition, 'a rule condition');
  }
}

function snapshotLeaf(marks: Uint8Array | undefined): Leaf {
  return marks === undefined ? NOBODY : { test: (row) => marks[row] === 1 };
}
