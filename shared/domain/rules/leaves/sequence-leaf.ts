import type { Condition } from '../rule.schema';
import { firstEvent } from './event-counts';
import { type EventSource, eventSource } from './event-source';
import type { Leaf } from './leaf';
import type { RuleContext } from './rule-context';

type SequenceCondition = Extract<Condition, { kind: 'sequence' }>;

/** What events of one sort may be: a step, by its number, or what must not follow. */
type Part = { source: EventSource; sort: number };

/** At one and the same instant one first clicks, then buys, then says what it was like. */
const SORTS = ['interaction', 'order', 'comment'];

/**
 * One pass over the person's events in the order of time. For each step only the latest event that
 * can stand there is kept, because whatever follows may lie at most so many days after it. Of the
 * last step's events that nothing unwanted has followed yet, the oldest is kept: it is the first
 * whose days are over. What an event is, is only looked up where the answer could matter.
 */
export function sequenceLeaf(condition: SequenceCondition, context: RuleContext): Leaf {
  const partOf = (event: SequenceCondition['steps'][number]): Part => ({
    source: eventSource(event, context),
    sort: SORTS.indexOf(event.of),
  });
  const steps = condition.steps.map(partOf);
  const unwanted = condition.without && partOf(condition.without);
  const within = condition.withinDays ?? Infinity;
  const last = steps.length - 1;
  const rarest = rarestFirst(steps);
  const walk = new Walk(unwanted ? [...steps, unwanted] : steps);
  const latest = new Float64Array(steps.length);
  const { day } = context;

  /** Day of the last step's event, NaN when there is no such sequence. */
  const search = (row: number): number => {
    for (const { source } of rarest) if (firstEvent(source, row, day) < 0) return Number.NaN;
    latest.fill(Number.NaN);
    let waiting = Number.NaN;
    walk.begin(row);
    for (let on = walk.next(); on <= day; on = walk.next()) {
      const { sort, slot } = walk;
      if (!Number.isNaN(waiting) && unwanted?.sort === sort && isMeant(unwanted, slot)) {
        if (on - waiting > within) return waiting;
        waiting = Number.NaN;
      }
      for (let step = last; step >= 0; step--) {
        const part = steps[step];
        if (part === undefined || part.sort !== sort) continue;
        if (step > 0 && !(on - (latest[step - 1] ?? Number.NaN) <= within)) continue;
        if (step === last && !Number.isNaN(waiting)) continue;
        if (!isMeant(part, slot)) continue;
        if (step < last) latest[step] = on;
        else if (unwanted === undefined) return on;
        else waiting = on;
      }
    }
    return waiting;
  };
  return {
    test: (row) => !Number.isNaN(search(row)),
    day: (row) => {
      const found = search(row);
      return Number.isNaN(found) ? undefined : found;
    },
  };
}

function isMeant({ source }: Part, slot: number): boolean {
  return source.fits === undefined || source.fits(slot);
}

/** One step of each sort, of the sort with the fewest events first: most people have none of it. */
function rarestFirst(steps: readonly Part[]): Part[] {
  const different = steps.filter((step, i) => steps.findIndex((s) => s.sort === step.sort) === i);
  return different.sort((a, b) => a.source.day.length - b.source.day.length);
}

/** One person's events of some sorts in the order of time. */
class Walk {
  /** Index into SORTS of the event last come to, and its slot. */
  sort = -1;
  slot = 0;
  private readonly sources: EventSource[] = [];
  private readonly sorts: number[] = [];
  private readonly slots: Int32Array;
  private readonly ends: Int32Array;

  constructor(parts: readonly Part[]) {
    for (let sort = 0; sort < SORTS.length; sort++) {
      const part = parts.find((each) => each.sort === sort);
      if (part === undefined) continue;
      this.sources.push(part.source);
      this.sorts.push(sort);
    }
    this.slots = new Int32Array(this.sources.length);
    this.ends = new Int32Array(this.sources.length);
  }

  begin(row: number): void {
    for (let i = 0; i < this.sources.length; i++) {
      this.slots[i] = this.sources[i]?.start[row] ?? 0;
      this.ends[i] = this.sources[i]?.end[row] ?? 0;
    }
  }

  /** The next event's day; NaN when there is none. */
  next(): number {
    let earliest = -1;
    let earliestAt = Infinity;
    for (let i = 0; i < this.slots.length; i++) {
      const slot = this.slots[i] ?? 0;
      if (slot >= (this.ends[i] ?? 0)) continue;
      const at = this.slots.length === 1 ? 0 : (this.sources[i]?.at[slot] ?? 0);
      if (earliest >= 0 && at >= earliestAt) continue;
      earliest = i;
      earliestAt = at;
    }
    const source = this.sources[earliest];
    if (source === undefined) return Number.NaN;
    const slot = this.slots[earliest] ?? 0;
    this.slots[earliest] = slot + 1;
    this.sort = this.sorts[earliest] ?? 0;
    this.slot = slot;
    return source.day[slot] ?? 0;
  }
}
