import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Explained } from './engine-types';
import { type EventRef, ruleSchema } from './rule.schema';
import { RuleEngine } from './rule-engine';
import { Oracle } from './testing/oracle';
import { randomDay, randomPerson, TODAY } from './testing/random-people';
import { randomRule } from './testing/random-rule';
import { randomWorld, worldOf } from './testing/random-world';

/** A busy machine may take long, and must not end a run before it has seen enough. */
const LONG = { timeout: 120_000 };
const runs = (numRuns: number) => ({ numRuns });

test('everybody at once, one by one, and plainly said: the same people on any day', LONG, () => {
  fc.assert(
    fc.property(
      randomWorld,
      fc.array(randomRule, { minLength: 1, maxLength: 3 }),
      randomDay,
      (written, rules, day) => {
        const engine = new RuleEngine(worldOf(written));
        const oracle = new Oracle(written);
        for (const rule of rules) {
          ruleSchema.parse(rule);
          const expected = written.people.map((person) => oracle.matches(rule, person, day));
          const oneByOne = written.people.map((_, row) => engine.matches(rule, row, day));
          expect(oneByOne).toEqual(expected);
          expect([...engine.marks(rule, day)]).toEqual(expected.map(Number));
          expect(engine.count(rule, day)).toBe(expected.filter(Boolean).length);
        }
      },
    ),
    runs(2000),
  );
});

test('kept answers after any edits are those of an engine that begins anew', LONG, () => {
  const edit = fc.record({ row: fc.nat(11), person: randomPerson('?'), isAdded: fc.boolean() });
  fc.assert(
    fc.property(
      randomWorld,
      fc.array(randomRule, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(fc.array(edit, { maxLength: 3 }), randomDay), { maxLength: 4 }),
      (given, rules, rounds) => {
        const filler = Array.from({ length: 30 }, (_, i) => ({ id: `x${i}`, knownDay: TODAY - i }));
        const written = { ...given, people: [...given.people, ...filler] };
        const world = worldOf(written);
        const engine = new RuleEngine(world);
        for (const [edits, day] of rounds) {
          for (const rule of rules) engine.count(rule, day);
          const rows = new Set<number>();
          for (const { row, person, isAdded } of edits) {
            const at = isAdded ? written.people.length : row % written.people.length;
            written.people[at] = { ...person, id: written.people[at]?.id ?? `m${at}` };
            if (!isAdded) rows.add(at);
          }
          Object.assign(world, {
            columns: worldOf(written).columns,
            scores: worldOf(written).scores,
          });
          engine.rowsChanged([...rows]);
          const fresh = new RuleEngine(worldOf(written));
          for (const rule of rules) {
            expect([...engine.marks(rule, day)]).toEqual([...fresh.marks(rule, day)]);
            expect(engine.count(rule, day)).toBe(fresh.count(rule, day));
          }
        }
      },
    ),
    runs(600),
  );
});

test('sequences among few days and few sorts of events', LONG, () => {
  const day = fc.integer({ min: TODAY - 9, max: TODAY });
  const moment = { day, minute: fc.nat(2) };
  const person = fc.record({
    id: fc.constant('m0'),
    knownDay: fc.constant(TODAY - 9),
    orders: fc.array(
      fc.record({ ...moment, amountFen: fc.constant(1), products: fc.subarray(['番茄', '蛋']) }),
      { maxLength: 6 },
    ),
    interactions: fc.array(
      fc.record({ ...moment, kind: fc.constantFrom('click' as const, 'share' as const) }),
      { maxLength: 4 },
    ),
  });
  const event: fc.Arbitrary<EventRef> = fc.constantFrom<EventRef>(
    { of: 'order' },
    { of: 'order', product: ['番茄'] },
    { of: 'order', product: ['蛋'] },
    { of: 'interaction', kinds: ['click'] },
    { of: 'interaction', kinds: ['share'] },
  );
  const rule = fc.record({
    kind: fc.constant('sequence' as const),
    steps: fc.array(event, { minLength: 1, maxLength: 3 }),
    withinDays: fc.option(fc.nat(4), { nil: undefined }),
    without: fc.option(event, { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(person, { minLength: 5, maxLength: 9 }), rule, (people, sequence) => {
      const written = { people, scores: {}, tagRules: {}, segmentRules: {}, snapshot: [] };
      const oracle = new Oracle(written);
      const expected = people.map((each) => oracle.matches(sequence, each, TODAY));
      const marks = new RuleEngine(worldOf(written)).marks(sequence);
      expect([...marks]).toEqual(expected.map(Number));
    }),
    runs(2000),
  );
});

test('every part of an explanation says what asking that part says', LONG, () => {
  fc.assert(
    fc.property(randomWorld, randomRule, randomDay, (written, rule, day) => {
      const engine = new RuleEngine(worldOf(written));
      const check = (explained: Explained, row: number) => {
        expect(explained.isTrue).toBe(engine.matches(explained.rule, row, day));
        for (const part of explained.of ?? []) check(part, row);
      };
      written.people.forEach((_, row) => {
        check(engine.explain(rule, row, day), row);
      });
    }),
    runs(500),
  );
});
