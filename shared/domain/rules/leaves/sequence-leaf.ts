import type { Condition, EventRef } from '../rule.schema';
import { type EventSource, eventSource } from './event-source';
import type { Leaf } from './leaf';
import type { RuleContext } from './rule-context';

type SequenceCondition = Extract<Condition, { kind: 'sequence' }>;

/** Events of one sort with what each of them may be: bit `k` the step `k`, `WITHOUT` the unwanted. */
type Track = { source: EventSource; parts: { fits: EventSource['fits']; bit: number }[] };

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
  const tracks = tracksOf(condition, context);
  const within = condition.withinDays ?? Infinity;
  const steps = condition.steps.length;
  const { day } = context;
  const latest = new Float64Array(steps);

  /** Day of the last step's event, NaN when there is no such sequence. */
  const search = (row: number): number => {
    const [only] = tracks;
    latest.fill(Number.NaN);
    let waiting = Number.NaN;
    const walk = tracks.length === 1 && only ? new OneTrack(only, row) : new Merged(tracks, row);
    while (walk.next()) {
      const on = walk.day;
      if (on > day) break;
      const { bits } = walk;
      if ((bits & WITHOUT) !== 0) {
        if (on - waiting > within) return waiting;
        waiting = Number.NaN;
      }
      for (let step = steps - 1; step >= 0; step--) {
        if ((bits & (1 << step)) === 0) continue;
        if (step > 0 && !(on - (latest[step - 1] ?? Number.NaN) <= within)) continue;
        latest[step] = on;
        if (step === steps - 1 && Number.isNaN(waiting)) waiting = on;
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

function tracksOf(condition: SequenceCondition, context: RuleContext): Track[] {
  const refs: { event: EventRef; bit: number }[] = condition.steps.map((event, step) => ({
    event,
    bit: 1 << step,
  }));
  if (condition.without) refs.push({ event: condition.without, bit: WITHOUT });
  return SORTS.flatMap((sort) => {
    const ofSort = refs.filter(({ event }) => event.of === sort);
    const sources = ofSort.map(({ event }) => eventSource(event, context));
    const [source] = sources;
    if (source === undefined) return [];
    const parts = ofSort.map(({ bit }, i) => ({ fits: sources[i]?.fits, bit }));
    return [{ source, parts }];
  });
}

function bitsOf(track: Track, slot: number): number {
  let bits = 0;
  for (const { fits, bit } of track.parts) if (fits === undefined || fits(slot)) bits |= bit;
  return bits;
}

class OneTrack {
  private slot: number;
  private readonly end: number;
  day = 0;
  bits = 0;

  constructor(
    private readonly track: Track,
    row: number,
  ) {
    this.slot = (track.source.start[row] ?? 0) - 1;
    this.end = track.source.end[row] ?? 0;
  }

  next(): boolean {
    if (++this.slot >= this.end) return false;
    this.day = this.track.source.day[this.slot] ?? 0;
    this.bits = bitsOf(this.track, this.slot);
    return true;
  }
}

class Merged {
  private readonly slots: number[];
  private readonly ends: number[];
  day = 0;
  bits = 0;

  constructor(
    private readonly tracks: readonly Track[],
    row: number,
  ) {
    this.slots = tracks.map(({ source }) => source.start[row] ?? 0);
    this.ends = tracks.map(({ source }) => source.end[row] ?? 0);
  }

  next(): boolean {
    let earliest = -1;
    let earliestAt = Infinity;
    for (let i = 0; i < this.tracks.length; i++) {
      const slot = this.slots[i] ?? 0;
      if (slot >= (this.ends[i] ?? 0)) continue;
      const at = this.tracks[i]?.source.at[slot] ?? Infinity;
      if (earliest === -1 || at < earliestAt) {
        earliest = i;
        earliestAt = at;
      }
    }
    const track = this.tracks[earliest];
    const slot = this.slots[earliest];
    if (track === undefined || slot === undefined) return false;
    this.slots[earliest] = slot + 1;
    this.day = track.source.day[slot] ?? 0;
    this.bits = bitsOf(track, slot);
    return true;
  }
}
