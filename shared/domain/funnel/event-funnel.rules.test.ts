import { describe, expect, it } from 'vitest';
import { countInOrder } from './event-funnel.rules';

const event = (subject: string, step: number, at: number) => ({ subject, step, at });

describe('people in order', () => {
  it('count once for each step, however often they come', () => {
    expect(countInOrder([event('a', 1, 1), event('a', 1, 2), event('a', 2, 3)], 2)).toEqual([1, 1]);
  });

  it('count for a step only after the step before it', () => {
    const events = [event('a', 1, 5), event('a', 2, 3), event('b', 2, 3), event('c', 1, 1)];
    expect(countInOrder(events, 2)).toEqual([2, 0]);
    expect(countInOrder([...events, event('a', 2, 9)], 2)).toEqual([2, 1]);
  });

  it('pass over steps that nobody was tracked on', () => {
    const events = [event('a', 2, 1), event('a', 5, 2), event('b', 2, 1)];
    expect(countInOrder(events, 7)).toEqual([
      undefined,
      2,
      undefined,
      undefined,
      1,
      undefined,
      undefined,
    ]);
  });
});
