import { describe, expect, test } from 'vitest';
import { accuracyOf, drawAtRandom } from './spot-check.rules';

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

describe('drawing people for a check', () => {
  const ids = Array.from({ length: 40 }, (_, i) => `m${String(i).padStart(2, '0')}`);

  test('draws each person once, the same ones for the same seed whatever the order', () => {
    const drawn = drawAtRandom(ids, 10, 7);
    expect(new Set(drawn).size).toBe(10);
    expect(drawAtRandom([...ids].reverse(), 10, 7)).toEqual(drawn);
    expect(drawAtRandom(ids, 10, 8)).not.toEqual(drawn);
  });

  test('draws everybody when fewer carry the tag', () => {
    expect(drawAtRandom(ids.slice(0, 3), 10, 1).sort()).toEqual(ids.slice(0, 3));
    expect(drawAtRandom([], 10, 1)).toEqual([]);
  });

  test('gives everybody the same chance', () => {
    const times = new Map(ids.map((id) => [id, 0]));
    for (let seed = 1; seed <= 4000; seed += 1)
      for (const id of drawAtRandom(ids, 10, seed)) times.set(id, (times.get(id) ?? 0) + 1);
    // A thousand each is expected, with a standard deviation of about 27.
    for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(135);
  });
});
