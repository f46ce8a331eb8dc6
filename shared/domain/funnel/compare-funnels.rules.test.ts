import { describe, expect, it } from 'vitest';
import { findBottleneck, referencesOfRuns, whatIf } from './bottleneck.rules';
import { compareFunnels, compareWithTarget } from './compare-funnels.rules';
import { computeFunnel } from './funnel.rules';

const funnel = (counts: (number | undefined)[], targets: (number | undefined)[] = []) =>
  computeFunnel(counts.map((count, i) => ({ position: i + 1, count, targetRate: targets[i] })));

describe('two funnels', () => {
  it('differ step by step, with the p-values raised for having looked at many', () => {
    const [first, second, third] = compareFunnels(funnel([2400, 120, 60]), funnel([2400, 156, 80]));
    expect(first).toMatchObject({ verdict: 'notComparable', reason: 'noConversion' });
    expect(second?.pValue).toBeCloseTo(0.025610516874263592, 9);
    // Alone it would be real; of two steps it is not sure enough any more.
    expect(second?.adjustedP).toBeCloseTo(2 * 0.025610516874263592, 9);
    expect(second).toMatchObject({ verdict: 'maybeNoise' });
    expect(third?.verdict).toBe('maybeNoise');
    expect(compareFunnels(funnel([2400, 120]), funnel([2400, 156]))[1]?.verdict).toBe('likelyReal');
  });

  it('say of few people that they are few, and of equal bases that they must be equal', () => {
    const verdicts = (a: (number | undefined)[], b: (number | undefined)[]) =>
      compareFunnels(funnel(a), funnel(b)).map(({ verdict, reason }) => reason ?? verdict);
    expect(verdicts([29, 2], [500, 400])).toEqual(['noConversion', 'tooFew']);
    expect(verdicts([50, 0], [50, 0])).toEqual(['noConversion', 'noVariation']);
    expect(verdicts([50, 60], [50, 20])).toEqual(['noConversion', 'moreThanAll']);
    expect(verdicts([50, undefined, 20], [50, 40, 20])).toEqual([
      'noConversion',
      'noConversion',
      'otherBase',
    ]);
    expect(verdicts([50], [50, 40])).toEqual(['noConversion', 'noConversion']);
    expect(compareFunnels([], [])).toEqual([]);
  });

  it('stand against targets by their interval', () => {
    const at = (count: number, target?: number) =>
      compareWithTarget(funnel([1000, count], [undefined, target])[1] ?? funnel([1])[0] ?? fail());
    expect(at(200, 0.21)).toBe('inside');
    expect(at(200, 0.3)).toBe('below');
    expect(at(200, 0.1)).toBe('above');
    expect(at(200)).toBe('noTarget');
    expect(at(1200, 0.5)).toBe('notComparable');
  });
});

function fail(): never {
  throw new Error('no bar');
}

describe('an optional step', () => {
  const bars = computeFunnel([
    { position: 1, count: 1000 },
    { position: 2, count: 300, isOptional: true, targetRate: 0.9 },
    { position: 3, count: 600, targetRate: 0.8 },
  ]);

  it('has its rate but is no base, and the next step says so', () => {
    expect(bars[1]).toMatchObject({ base: 1000, rate: 0.3, isOptional: true });
    expect(bars[2]).toMatchObject({
      previousPosition: 1,
      base: 1000,
      rate: 0.6,
      passedOver: [{ position: 2, why: 'optional' }],
    });
    expect(bars[2]?.problem).toBeUndefined();
  });

  it('is a step like any other where nobody left it out', () => {
    const audited = (isLeftOut: boolean) =>
      computeFunnel([
        { position: 1, count: 1000 },
        { position: 2, count: 800, isOptional: true, isLeftOut, targetRate: 0.9 },
        { position: 3, count: 700, targetRate: 0.95 },
      ])[2];
    expect(audited(false)).toMatchObject({ previousPosition: 2, base: 800, rate: 0.875 });
    expect(audited(true)).toMatchObject({ previousPosition: 1, base: 1000, rate: 0.7 });
  });

  it('is never the bottleneck', () => {
    const bottleneck = findBottleneck(bars);
    expect(bottleneck).toMatchObject({ kind: 'found', position: 3 });
    if (bottleneck.kind === 'found') expect(bottleneck.gainedPeople).toBeCloseTo(200, 9);
    expect(whatIf(bars, 2, 0.9)).toEqual({ kind: 'none', reason: 'noConversion' });
  });
});

describe('what if', () => {
  const bars = funnel([1000, 100, 50]);

  it('moves the end by the rates that follow', () => {
    expect(whatIf(bars, 2, 0.3)).toEqual({
      kind: 'answer',
      peopleNow: 50,
      peopleThen: 150,
      gainedPeople: 100,
      isAssumed: false,
    });
    expect(whatIf(bars, 2, 1.2)).toEqual({ kind: 'none', reason: 'notARate' });
    expect(whatIf(bars, 2, Number.NaN)).toEqual({ kind: 'none', reason: 'notARate' });
    expect(whatIf(bars, 1, 0.5)).toEqual({ kind: 'none', reason: 'noConversion' });
  });

  it('holds steps against what earlier runs reached, all their people together', () => {
    const references = referencesOfRuns([funnel([100, 30, 40]), funnel([300, 50, 30])]);
    expect(references.get(2)).toEqual({ kind: 'earlierRuns', rate: 0.2, n: 400, runs: 2 });
    // 40 of 30 does not count: only the second run tells of step 3.
    expect(references.get(3)).toMatchObject({ rate: 0.6, n: 50, runs: 1 });
    expect(findBottleneck(bars, references)).toMatchObject({
      position: 2,
      gainedPeople: 50,
      reference: { kind: 'earlierRuns', runs: 2 },
    });
  });
});
