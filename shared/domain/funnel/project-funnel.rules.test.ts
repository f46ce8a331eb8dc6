import fc from 'fast-check';
import { expect, it } from 'vitest';
import { whatIf } from './bottleneck.rules';
import { computeFunnel } from './funnel.rules';
import { projectFunnel } from './project-funnel.rules';

const NONE = new Map();
const step = fc.record({
  count: fc.option(fc.nat(5000), { nil: undefined }),
  isSkipped: fc.boolean(),
  isOptional: fc.boolean(),
});

it('moves every later step, the first ones stay', () => {
  const bars = computeFunnel([
    { position: 1, count: 1000 },
    { position: 2, count: 400 },
    { position: 3, count: 100, isOptional: true },
    { position: 4, count: 200 },
  ]);
  expect([...projectFunnel(bars, 2, 0.5, NONE)]).toEqual([
    [2, 500],
    [3, 125],
    [4, 250],
  ]);
  expect(projectFunnel(bars, 1, 0.5, NONE).size).toBe(0);
  expect(projectFunnel(bars, 2, Number.NaN, NONE).size).toBe(0);
});

it('counts an unread step by its reference', () => {
  const bars = computeFunnel([
    { position: 1, count: 100 },
    { position: 2, count: 50 },
    { position: 3 },
  ]);
  const references = new Map([[3, { kind: 'target' as const, rate: 0.4 }]]);
  expect(projectFunnel(bars, 2, 1, references).get(3)).toBeCloseTo(40, 9);
});

it('ends where the question “what if” ends', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 2, maxLength: 8 }),
      fc.nat(7),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (steps, at, rate) => {
        const bars = computeFunnel(steps.map((it, index) => ({ ...it, position: index + 1 })));
        const answer = whatIf(bars, at + 1, rate, NONE);
        if (answer.kind === 'none') return;
        const people = projectFunnel(bars, at + 1, rate, NONE);
        const required = bars.filter((bar) => bar.status !== 'skipped' && !bar.isOptional);
        const last = required[required.length - 1];
        expect(people.get(last?.position ?? 0)).toBeCloseTo(answer.peopleThen, 6);
      },
    ),
  );
});
