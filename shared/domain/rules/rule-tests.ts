import type { RuleWorld } from './engine-types';
import { compileLeaf } from './leaves/compile-leaf';
import { assignedSlot } from './leaves/group-leaf';
import type { Leaf } from './leaves/leaf';
import { ProductFits } from './leaves/product-fits';
import type { RuleContext } from './leaves/rule-context';
import type { Rule } from './rule.schema';
import { ruleKey } from './rule-key';
import type { RuleReference, RuleReferences } from './rule-references';

type RowTest = Leaf['test'];

/** Whether somebody is there and was known by that day; for today it is enough to be there. */
export function hereTest(world: RuleWorld, day: number): RowTest {
  const { isHere, knownDay } = world.columns;
  if (day >= world.today) return (row) => isHere[row] === 1;
  return (row) => isHere[row] === 1 && (knownDay[row] ?? 0) <= day;
}

/**
 * Rules made ready to be asked of one person, kept per day. They hold on to the columns' arrays, so
 * they are forgotten whenever rows change.
 */
export class RuleTests {
  private readonly byDay = new Map<number, Map<string, Leaf>>();
  private readonly productFits: ProductFits;

  constructor(
    private readonly world: RuleWorld,
    private readonly references: RuleReferences,
  ) {
    this.productFits = new ProductFits(world);
  }

  /** The test leaves it to the caller to see whether the person is there at all. */
  of(rule: Rule, day: number): Leaf {
    let tests = this.byDay.get(day);
    if (tests === undefined) {
      tests = new Map();
      this.byDay.set(day, tests);
    }
    const key = ruleKey(rule);
    const known = tests.get(key);
    if (known !== undefined) return known;
    const fresh = this.compile(rule, day);
    tests.set(key, fresh);
    return fresh;
  }

  /** The first stored assignment of one of the tags on that day, by slot; -1 for none. */
  assigned(tagIds: readonly string[], day: number): (row: number) => number {
    return assignedSlot(tagIds, this.contextOf(day));
  }

  forgetArrays(): void {
    this.byDay.clear();
  }

  forgetAll(): void {
    this.byDay.clear();
    this.productFits.forget();
  }

  private contextOf(day: number): RuleContext {
    const { world, productFits } = this;
    return { world, columns: world.columns, day, productFits };
  }

  private compile(rule: Rule, day: number): Leaf {
    switch (rule.kind) {
      case 'all':
        return { test: everyTest(rule.of.map((part) => this.of(part, day).test)) };
      case 'any':
        return { test: someTest(rule.of.map((part) => this.of(part, day).test)) };
      case 'not': {
        const { test } = this.of(rule.of, day);
        return { test: (row) => !test(row) };
      }
      case 'held':
        return { test: this.heldTest(rule.of, day, rule.days) };
      case 'tag':
        return { test: this.tagTest(rule.tagIds, day) };
      case 'segment':
        return { test: this.referredTest({ kind: 'segment', id: rule.segmentId }, day) };
      default:
        return compileLeaf(rule, this.contextOf(day));
    }
  }

  private heldTest(rule: Rule, day: number, days: number): RowTest {
    // Who was known on the first of these days was known on the others.
    const tests: RowTest[] = [hereTest(this.world, day - days)];
    for (let ago = 0; ago <= days; ago++) tests.push(this.of(rule, day - ago).test);
    return everyTest(tests);
  }

  private tagTest(tagIds: readonly string[], day: number): RowTest {
    const slotOf = this.assigned(tagIds, day);
    const tests = tagIds.map((id) => this.referredTest({ kind: 'tag', id }, day));
    return someTest([(row) => slotOf(row) >= 0, ...tests]);
  }

  private referredTest(reference: RuleReference, day: number): RowTest {
    const rule = this.references.soundRule(reference);
    return rule === undefined ? () => false : this.of(rule, day).test;
  }
}

function everyTest(tests: readonly RowTest[]): RowTest {
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
}

function someTest(tests: readonly RowTest[]): RowTest {
  return (row) => {
    for (const test of tests) if (test(row)) return true;
    return false;
  };
}
