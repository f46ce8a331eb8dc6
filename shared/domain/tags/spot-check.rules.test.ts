import { describe, expect, test } from 'vitest';
import { accuracyByTag, accuracyOf } from './spot-check.rules';

const verdicts = (right: number, wrong: number, unsure = 0, waiting = 0) => [
  ...Array.from({ length: right }, () => ({ verdict: 'right' as const })),
  ...Array.from({ length: wrong }, () => ({ verdict: 'wrong' as const })),
  ...Array.from({ length: unsure }, () => ({ verdict: 'unsure' as const })),
  ...Array.from({ length: waiting }, () => ({})),
];

describe('accuracy of a tag', () => {
  test('is right by right and wrong; who is not sure and who waits do not count', () => {
    const accuracy = accuracyOf(verdicts(45, 5, 7, 3));
    expect(accuracy).toMatchObject({
      right: 45,
      wrong: 5,
      unsure: 7,
      waiting: 3,
      n: 50,
      rate: 0.9,
    });
    // Wilson 95 % for 45 of 50, as statsmodels' proportion_confint(45, 50, method="wilson") says.
    expect(accuracy.low).toBeCloseTo(0.786398, 5);
    expect(accuracy.high).toBeCloseTo(0.956524, 5);
  });

  test('is no percentage below thirty verdicts, but has its interval', () => {
    const accuracy = accuracyOf(verdicts(28, 1));
    expect(accuracy.rate).toBeUndefined();
    expect(accuracy.n).toBe(29);
    expect(accuracy.low).toBeGreaterThan(0.8);
    expect(accuracyOf(verdicts(29, 1)).rate).toBeCloseTo(29 / 30);
  });

  test('says nothing at all without a verdict', () => {
    const accuracy = accuracyOf(verdicts(0, 0, 4, 2));
    expect(accuracy).toEqual({ right: 0, wrong: 0, unsure: 4, waiting: 2, n: 0 });
  });
});

describe('accuracy of each tag', () => {
  test('puts the verdicts of all draws of a tag together', () => {
    const check = (tagId: string, verdict: 'right' | 'wrong', n: number) => ({
      id: `${tagId}-${n}`,
      tagId,
      memberId: `m${n}`,
      drawId: `d${n % 2}`,
      drawnAt: 1,
      population: 100,
      verdict,
    });
    const byTag = accuracyByTag([
      check('a', 'right', 1),
      check('a', 'wrong', 2),
      check('b', 'right', 3),
    ]);
    expect(byTag.get('a')).toMatchObject({ right: 1, wrong: 1, n: 2 });
    expect(byTag.get('b')).toMatchObject({ right: 1, wrong: 0, n: 1 });
    expect(byTag.get('c')).toBeUndefined();
  });
});
