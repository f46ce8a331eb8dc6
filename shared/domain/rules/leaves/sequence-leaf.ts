import type { Condition, EventRef } from '../rule.schema';
import { firstEvent } from './event-counts';
import { type EventSource, eventSource } from './event-source';
import type { Leaf } from './leaf';
import type { RuleContext } from './rule-context';

type SequenceCondition = Extract<Condition, { kind: 'sequence' }>;

/** Events of one sort with what each of them may be: bit `k` the step `k`, `WITHOUT` the unwanted. */
type Track = { source: EventSource; fits: EventSource['fits'][]; bits: number[] };

const WITHOUT = 1 << 5;
/** At one and the same instant one first clicks, then buys, then says what it was like. */
const SORTS = ['interaction', 'order', 'comment'] as const;

/**
 * One pass over the person's events in the order of time. For each step only the latest event that
 * can stand there is kept, because whatever follows may lie at most so many days after it. Of the
 * last step's events that nothing unwanted has followed yet, the oldest is kept: it is the first
 * whose days are over.
 */
export function sequenceLeaf(condition: SequenceCondition, context: RuleContext): Leaf {
  const steps = condition.steps.map((event) => eventSource(event, context));
  const tracks = tracksOf(condition, steps, context);
  const within = condition.withinDays ?? Infinity;
  const last = steps.length - 1;
  const { day } = context;
  const latest = new Float64Array(steps.length);
  // The sort of event that the fewest people have is asked for first.
  const rarest = steps.filter((step, i) => steps.findIndex(({ at }) => at === step.at) === i);
  rarest.sort((a, b) => a.day.length - b.day.length);

  /** Day of the last step's event, NaN when there is no such sequence. */
  const search = (row: number): number => {
    for (const step of rarest) if (firstEvent(step, row, day) < 0) return Number.NaN;
    latest.fill(Number.NaN);
    let waiting = Number.NaN;
    const walk = new Walk(tracks, row);
    for (let on = walk.next(); on <= day; on = walk.next()) {
      const { bits } = walk;
      if ((bits & WITHOUT) !== 0) {
        if (on - waiting > within) return waiting;
        waiting = Number.NaN;
      }
      for (let step = last; step >= 0; step--) {
        if ((bits & (1 << step)) === 0) continue;
        if (step > 0 && !(on - (latest[step - 1] ?? Number.NaN) <= within)) continue;
        latest[step] = on;
        if (step !== last) continue;
        if (condition.without === undefined) return on;
        if (Number.isNaN(waiting)) waiting = on;
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

function tracksOf(
  condition: SequenceCondition,
  steps: readonly EventSource[],
  context: RuleContext,
): Track[] {
  const parts: { of: EventRef['of']; source: EventSource; bit: number }[] = [];
  condition.steps.forEach(({ of }, step) => {
    const source = steps[step];
    if (source) parts.push({ of, source, bit: 1 << step });
  });
  const { without } = condition;
  if (without) {
    parts.push({ of: without.of, source: eventSource(without, context), bit: WITHOUT });
  }
  return SORTS.flatMap((sort) => {
    const ofSort = parts.filter(({ of }) => of === sort);
    const [first] = ofSort;
    if (first === undefined) return [];
    const fits = ofSort.map(({ source }) => source.fits);
    return [{ source: first.source, fits, bits: ofSort.map(({ bit }) => bit) }];
  });
}

/** One person's events of all tracks in the order of time. */
class Walk {
  /** What the event last come to may be. */
  bits = 0;
  private readonly slots: number[] = [];
  private readonly ends: number[] = [];

  constructor(
    private readonly tracks: readonly Track[],
    row: number,
  ) {
    for (const { source } of tracks) {
      this.slots.push(source.start[row] ?? 0);
      this.ends.push(source.end[row] ?? 0);
    }
  }

  /** The next event's day; NaN when there is none. */
  next(): number {
    let earliest = -1;
    let earliestAt = Infinity;
    for (let i = 0; i < this.slots.length; i++) {
      const slot = this.slots[i] ?? 0;
      if (slot >= (this.ends[i] ?? 0)) continue;
      const at = this.tracks[i]?.source.at[slot] ?? 0;
      if (earliest >= 0 && at >= earliestAt) continue;
      earliest = i;
      earliestAt = at;
    }
    const track = this.tracks[earliest];
    if (track === undefined) return Number.NaN;
    const slot = this.slots[earliest] ?? 0;
    this.slots[earliest] = slot + 1;
    this.bits = 0;
    for (let part = 0; part < track.bits.length; part++) {
      const fits = track.fits[part];
      if (fits === undefined || fits(slot)) this.bits |= track.bits[part] ?? 0;
    }
    return track.source.day[slot] ?? 0;
  }
}
