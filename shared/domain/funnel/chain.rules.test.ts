import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChainScan, chainPlan, type FlowStep } from './chain.rules';

type Event = { step: number; at: number };

const flowOf = (...steps: Partial<FlowStep>[]): FlowStep[] =>
  steps.map((step) => ({ isTracked: true, ...step }));

function scan(flow: readonly FlowStep[], events: readonly Event[]) {
  const plan = chainPlan(flow);
  const chain = new ChainScan(plan);
  chain.begin();
  for (const { step, at } of [...events].sort((a, b) => a.at - b.at || a.step - b.step)) {
    const index = plan.indexOf[step] ?? -1;
    if (index >= 0) chain.see(index, at);
  }
  return flow.map((_, place) => {
    const index = plan.indexOf[place] ?? -1;
    const hasReached = index >= 0 && chain.hasReached(index);
    const way = index < 0 ? Number.NaN : (chain.way[index] ?? Number.NaN);
    return hasReached ? { way: Number.isNaN(way) ? undefined : way } : undefined;
  });
}

/** Every chain there is, tried one by one: who ends at which event, and from which base events. */
function tryAll(flow: readonly FlowStep[], events: readonly Event[]) {
  const isOn = (place: number) => flow[place]?.isTracked === true;
  const required = (place: number) => isOn(place) && flow[place]?.isOptional !== true;
  const ends: { place: number; at: number; chain: Event[] }[] = [];
  const extend = (chain: Event[]) => {
    const last = chain.at(-1);
    if (last) ends.push({ place: last.step, at: last.at, chain });
    const after = last ? last.step : -1;
    for (const event of events) {
      if (event.step <= after || !isOn(event.step)) continue;
      let leavesOutRequired = false;
      let limit = 0;
      for (let place = after + 1; place <= event.step; place += 1) {
        if (place < event.step && required(place)) leavesOutRequired = true;
        limit += flow[place]?.windowMs ?? Number.POSITIVE_INFINITY;
      }
      if (leavesOutRequired) continue;
      if (last && (event.at < last.at || event.at - last.at > limit)) continue;
      extend([...chain, event]);
    }
  };
  extend([]);
  return flow.map((_, place) => {
    const mine = ends.filter((end) => end.place === place);
    if (mine.length === 0) return undefined;
    const first = Math.min(...mine.map(({ at }) => at));
    let base = -1;
    for (let before = 0; before < place; before += 1) if (required(before)) base = before;
    if (base < 0) return { way: undefined };
    const starts = mine
      .filter(({ at }) => at === first)
      .flatMap(({ chain }) => chain.filter(({ step }) => step === base).map(({ at }) => at));
    return { way: first - Math.min(...starts) };
  });
}

describe('the order of a person’s events', () => {
  it('takes any chain that fits, not the one that begins first', () => {
    const flow = flowOf({}, { windowMs: 10 });
    const events = [
      { step: 0, at: 0 },
      { step: 0, at: 95 },
      { step: 1, at: 100 },
    ];
    expect(scan(flow, events)).toEqual([{ way: undefined }, { way: 5 }]);
  });

  it('measures from the first reaching where no window parts the two', () => {
    const events = [
      { step: 0, at: 0 },
      { step: 0, at: 95 },
      { step: 1, at: 100 },
      { step: 1, at: 900 },
    ];
    expect(scan(flowOf({}, {}), events)[1]).toEqual({ way: 100 });
  });

  it('lets equal times follow the order of the steps', () => {
    const events = [
      { step: 2, at: 5 },
      { step: 1, at: 5 },
      { step: 0, at: 5 },
    ];
    expect(scan(flowOf({}, {}, {}), events)[2]).toEqual({ way: 0 });
  });

  it('counts exactly the window’s end as inside', () => {
    const flow = flowOf({}, { windowMs: 10 });
    const at = (time: number) =>
      scan(flow, [
        { step: 0, at: 0 },
        { step: 1, at: time },
      ])[1];
    expect(at(10)).toEqual({ way: 10 });
    expect(at(11)).toBeUndefined();
  });

  it('adds windows up over a step that was left out or not tracked', () => {
    const events = [
      { step: 0, at: 0 },
      { step: 2, at: 25 },
    ];
    for (const middle of [{ isOptional: true }, { isTracked: false }]) {
      const within = (ms: number) =>
        scan(flowOf({}, { ...middle, windowMs: 10 }, { windowMs: ms }), events)[2];
      expect(within(15)).toEqual({ way: 25 });
      expect(within(14)).toBeUndefined();
    }
    expect(scan(flowOf({}, { isOptional: true }, { windowMs: 5 }), events)[2]).toEqual({ way: 25 });
  });

  it('gives what trying every chain gives', () => {
    const step = fc.record({
      isOptional: fc.boolean(),
      windowMs: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
    });
    const flow = fc.array(
      fc.tuple(step, fc.integer({ min: 0, max: 5 })).map(([one, lot]) => ({
        ...one,
        isTracked: lot > 0,
      })),
      { minLength: 1, maxLength: 5 },
    );
    const events = fc.array(
      fc.record({ step: fc.integer({ min: 0, max: 4 }), at: fc.integer({ min: 0, max: 20 }) }),
      { maxLength: 11 },
    );
    fc.assert(
      fc.property(flow, events, (steps, all) => {
        const known = all.filter((event) => event.step < steps.length);
        expect(scan(steps, known)).toEqual(tryAll(steps, known));
      }),
      { numRuns: 3000 },
    );
  });
});
