import { describe, expect, it } from 'vitest';
import { run as runFunnel } from './funnel';
import type { ModelAsk } from './lib/model-ask';
import { run as runStats } from './stats';

const asking = (input: unknown): ModelAsk => ({
  readText: () => JSON.stringify(input),
  option: () => undefined,
  say: () => undefined,
});

describe('a funnel of a file', () => {
  const events = [
    { user: 'a', step: 'look', at: '2026-11-01T00:00:00Z' },
    { user: 'a', step: 'add', at: '2026-11-01T01:00:00Z' },
    { user: 'b', step: 'look', at: Date.UTC(2026, 10, 1) },
    { user: 'b', step: 'add', at: Date.UTC(2026, 10, 1, 3) },
    { user: 3, step: 'look', at: 0 },
    { user: 'c', step: 'nowhere', at: 1 },
    { user: '', step: 'look', at: 1 },
    { user: 'd', step: 'look', at: 'soon' },
  ];
  const steps = ['look', 'add', 'join'];

  it('has one entry per step, and nothing where there is nothing', () => {
    const answer = runFunnel(asking({ steps, windowMs: [null, null], events }));
    expect(answer).toMatchObject({
      counts: [3, 2, 0],
      rates: [1, 2 / 3, 0],
      medianMs: [null, 7_200_000, null],
    });
    expect(answer.p90Ms[1]).toBeCloseTo(10_080_000, 3);
    expect(answer.ci[0]).toEqual([1, 1]);
    expect(answer.ci[2]?.[0]).toBe(0);
  });

  it('keeps to the windows, however they are listed', () => {
    const counts = (windowMs: unknown) => runFunnel(asking({ steps, windowMs, events })).counts;
    expect(counts([7_200_000, null])).toEqual([3, 1, 0]);
    expect(counts([5, 7_200_000, null])).toEqual([3, 1, 0]);
    expect(counts(undefined)).toEqual([3, 2, 0]);
    expect(() => counts([1])).toThrow('one entry per transition');
    expect(() => counts([-1, 5])).toThrow('windowMs');
  });

  it('takes steps by number too', () => {
    const told = [1, 2].map((step) => ({ user: 'a', step, at: step }));
    expect(runFunnel(asking({ steps: [1, 2, 3], events: told })).counts).toEqual([1, 1, 0]);
    expect(runFunnel(asking({ steps: ['x', 'y'], events: told })).counts).toEqual([1, 1]);
    expect(() => runFunnel(asking([]))).toThrow('steps');
    expect(() => runFunnel(asking({ steps: [], events: [] }))).toThrow('steps');
  });
});

describe('statistics of a file', () => {
  it('answer in order, a bad item with its reason', () => {
    const answers = runStats(
      asking([
        { test: 'proportion', k: 0, n: 10 },
        { test: 'proportion', k: 3, n: 0 },
        { test: 'twoProportions', k1: 0, n1: 50, k2: 0, n2: 50 },
        { test: 'sampleSize', p1: 0.05, p2: 0.06, alpha: 0.05, power: 0.8 },
        { test: 'welch', a: [1, 2], b: [1, '2'] },
        { test: 'holm', p: [] },
        { test: 'constructor' },
        null,
      ]),
    );
    expect(answers[0]).toMatchObject({ low: 0 });
    expect(answers[3]).toEqual({ perArm: 8158, method: 'pooled' });
    for (const at of [1, 2, 4, 5, 6, 7])
      expect(Object.keys(answers[at] ?? {})).toEqual(['message']);
    expect(JSON.stringify(answers)).not.toMatch(/null|NaN/);
    expect(() => runStats(asking({}))).toThrow('list');
  });
});
