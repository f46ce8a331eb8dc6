import { ChainScan, chainPlan, type FlowStep } from './chain.rules';
import { type EventColumns, orderByPerson } from './person-order.rules';

/** What a flow's events say: by 0-based place of the step. */
export type EventFunnel = {
  /** People who reached the step in order; undefined where it is not tracked. */
  counts: (number | undefined)[];
  /** The times from the last required step before, one per person who reached this one, in ms. */
  ways: Float64Array[];
};

/**
 * How many different people reached each step of a flow in order, and how long they took; see
 * `ChainScan` for what reaching means. `step` holds 0-based places; events of other places are
 * passed over.
 */
export function funnelOfEvents(columns: EventColumns, flow: readonly FlowStep[]): EventFunnel {
  const { order, start } = orderByPerson(columns);
  const plan = chainPlan(flow);
  const chain = new ChainScan(plan);
  const counts = new Uint32Array(plan.size);
  const timed = new Uint32Array(plan.size);
  const ways = plan.placeOf.map((_, index) =>
    (plan.base[index] ?? -1) < 0 ? new Float64Array() : new Float64Array(columns.people),
  );
  for (let person = 0; person < columns.people; person += 1) {
    chain.begin();
    for (let k = start[person] ?? 0; k < (start[person + 1] ?? 0); k += 1) {
      const row = order[k] ?? 0;
      const index = plan.indexOf[columns.step[row] ?? 0] ?? -1;
      if (index >= 0) chain.see(index, columns.at[row] ?? 0);
    }
    for (let index = 0; index < plan.size; index += 1) {
      if (!chain.hasReached(index)) continue;
      counts[index] = (counts[index] ?? 0) + 1;
      const list = ways[index];
      if (!list || list.length === 0) continue;
      list[timed[index] ?? 0] = chain.way[index] ?? 0;
      timed[index] = (timed[index] ?? 0) + 1;
    }
  }
  const byPlace = (place: number) => plan.indexOf[place] ?? -1;
  return {
    counts: flow.map((_, place) =>
      byPlace(place) < 0 ? undefined : (counts[byPlace(place)] ?? 0),
    ),
    ways: flow.map((_, place) => {
      const index = byPlace(place);
      return (ways[index] ?? new Float64Array()).subarray(0, timed[index] ?? 0);
    }),
  };
}

/** No flow is that long: places beyond are all alike. */
const MAX_PLACE = 0xffff;

/** Collects events one by one into columns; a subject's same text is the same person. */
export class EventCollector {
  private readonly persons = new Map<string | number, number>();
  private n = 0;
  private person = new Uint32Array(256);
  private step = new Uint16Array(256);
  private at = new Float64Array(256);

  /** `place` is the 0-based place of the step; `at` UTC ms. */
  add(subject: string | number, place: number, at: number): void {
    let person = this.persons.get(subject);
    if (person === undefined) {
      person = this.persons.size;
      this.persons.set(subject, person);
    }
    if (this.n === this.at.length) this.grow();
    this.person[this.n] = person;
    this.step[this.n] = Math.min(place, MAX_PLACE);
    this.at[this.n] = at;
    this.n += 1;
  }

  columns(): EventColumns {
    const { n, person, step, at, persons } = this;
    return { n, person, step, at, people: persons.size };
  }

  /** Whether any event is of this place. */
  hasPlace(place: number): boolean {
    return this.step.subarray(0, this.n).includes(place);
  }

  private grow(): void {
    const size = this.at.length * 2;
    const person = new Uint32Array(size);
    const step = new Uint16Array(size);
    const at = new Float64Array(size);
    person.set(this.person);
    step.set(this.step);
    at.set(this.at);
    Object.assign(this, { person, step, at });
  }
}
