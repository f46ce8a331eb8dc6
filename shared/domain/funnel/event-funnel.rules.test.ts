import { describe, expect, it } from 'vitest';
import type { FlowStep } from './chain.rules';
import { EventCollector, funnelOfEvents } from './event-funnel.rules';

type Told = [subject: string, step: number, at: number];

function funnel(events: readonly Told[], flow: readonly Partial<FlowStep>[]) {
  const collector = new EventCollector();
  for (const [subject, step, at] of events) collector.add(subject, step - 1, at);
  const steps = flow.map((step, place) => ({ isTracked: collector.hasPlace(place), ...step }));
  return funnelOfEvents(collector.columns(), steps);
}

describe('people in order', () => {
  it('count once for each step, however often they come', () => {
    const told: Told[] = [
      ['a', 1, 1],
      ['a', 1, 2],
      ['a', 2, 3],
    ];
    expect(funnel(told, [{}, {}]).counts).toEqual([1, 1]);
  });

  it('count for a step only after the step before it', () => {
    const told: Told[] = [
      ['a', 1, 5],
      ['a', 2, 3],
      ['b', 2, 3],
      ['c', 1, 1],
    ];
    expect(funnel(told, [{}, {}]).counts).toEqual([2, 0]);
    expect(funnel([...told, ['a', 2, 9]], [{}, {}]).counts).toEqual([2, 1]);
  });

  it('pass over steps that nobody was tracked on', () => {
    const told: Told[] = [
      ['a', 2, 1],
      ['a', 5, 2],
      ['b', 2, 1],
    ];
    const { counts, ways } = funnel(told, [{}, {}, {}, {}, {}, {}, {}]);
    expect(counts).toEqual([undefined, 2, undefined, undefined, 1, undefined, undefined]);
    expect([...(ways[4] ?? [])]).toEqual([1]);
  });

  it('may leave an optional step out, and take their time from the required one before it', () => {
    const told: Told[] = [
      ['store', 1, 0],
      ['store', 2, 10],
      ['store', 3, 30],
      ['consumer', 1, 5],
      ['consumer', 3, 45],
    ];
    const { counts, ways } = funnel(told, [{}, { isOptional: true }, {}]);
    expect(counts).toEqual([2, 1, 2]);
    expect([...(ways[2] ?? [])]).toEqual([30, 40]);
  });

  it('are the same whatever the order of the rows, one with very many events too', () => {
    const told: Told[] = [];
    for (let k = 0; k < 600; k += 1) told.push(['busy', 1 + (k % 3), (k * 7919) % 601]);
    const answer = funnel(told, [{}, { windowMs: 3 }, { windowMs: 3 }]);
    expect(funnel([...told].reverse(), [{}, { windowMs: 3 }, { windowMs: 3 }])).toEqual(answer);
    expect(answer.counts).toEqual([1, 1, 1]);
  });
});
