import { orderByPerson } from '@shared/domain/funnel/person-order.rules';
import { Codes } from '../index/codes';
import { EVENT_CODES, type EventCode, type EventPeople, type EventRows } from './event-rows';

/** One event as an operation tells it. */
export type ToldEvent = {
  subject: string;
  memberId?: string | undefined;
  step: number;
  at: number;
} & Partial<Record<EventCode, string | undefined>>;

const MAX_STEP = 0xffff;

/**
 * All events by person, each person's in order of time and step: slots `start[p] … end[p])` of the
 * columns. A person who gets one more event moves to the end, with room for further ones.
 */
export class EventSlots {
  start: Uint32Array;
  end: Uint32Array;
  at: Float64Array;
  step: Uint16Array;
  readonly codes: Record<EventCode, Codes>;
  private room: Uint32Array;
  private used: number;
  private abandoned = 0;
  n: number;

  constructor(
    readonly people: EventPeople,
    rows: EventRows,
  ) {
    const { order, start } = orderByPerson({ ...columnsOf(rows), people: people.size });
    const capacity = rows.n + (rows.n >> 3) + 1024;
    this.n = rows.n;
    this.used = rows.n;
    this.start = start.slice(0, people.size);
    this.end = start.slice(1);
    this.room = this.end.slice();
    this.at = new Float64Array(capacity);
    this.step = new Uint16Array(capacity);
    for (let k = 0; k < rows.n; k += 1) {
      const row = order[k] ?? 0;
      this.at[k] = rows.at[row] ?? 0;
      this.step[k] = rows.step[row] ?? 0;
    }
    const ordered = (codes: Codes) => {
      const moved = new Codes(capacity);
      for (const value of codes.values) moved.codeFor(value);
      if (codes.values.length === 0) return moved;
      for (let k = 0; k < rows.n; k += 1) moved.of[k] = codes.of[order[k] ?? 0] ?? 0;
      return moved;
    };
    this.codes = {
      runId: ordered(rows.codes.runId),
      placement: ordered(rows.codes.placement),
      channel: ordered(rows.codes.channel),
      variant: ordered(rows.codes.variant),
    };
  }

  get persons(): number {
    return this.start.length;
  }

  /** Reading everything again is cheaper than dragging so much abandoned room along. */
  get isWasteful(): boolean {
    return this.abandoned > 100_000 && this.abandoned > this.n;
  }

  /** Takes one more event in; its slot, or undefined where two people turn out to be one. */
  add(event: ToldEvent): { person: number; slot: number } | undefined {
    const { people } = this;
    const same = people.same.size;
    const subject = people.subjects.add(event.subject);
    const member = event.memberId ? people.members.add(event.memberId) : -1;
    const person = people.settled(people.personFor(subject, member));
    if (people.same.size !== same) return undefined;
    this.makePerson(person);
    const step = Math.min(event.step, MAX_STEP);
    if ((this.end[person] ?? 0) >= (this.room[person] ?? 0)) this.moveToEnd(person);
    let slot = this.end[person] ?? 0;
    const from = this.start[person] ?? 0;
    while (slot > from && this.isAfter(slot - 1, event.at, step)) {
      this.copySlot(slot - 1, slot);
      slot -= 1;
    }
    this.at[slot] = event.at;
    this.step[slot] = step;
    for (const name of EVENT_CODES)
      this.codes[name].of[slot] = this.codes[name].codeFor(event[name]);
    this.end[person] = (this.end[person] ?? 0) + 1;
    this.n += 1;
    return { person, slot };
  }

  /** Takes one event out that is exactly like this; whose it was, or -1. */
  remove(event: ToldEvent): number {
    const person = this.people.personOfSubjectText(event.subject);
    if (person < 0) return -1;
    const end = this.end[person] ?? 0;
    for (let slot = this.start[person] ?? 0; slot < end; slot += 1) {
      if (!this.isLike(slot, event)) continue;
      for (let k = slot; k + 1 < end; k += 1) this.copySlot(k + 1, k);
      this.end[person] = end - 1;
      this.n -= 1;
      return person;
    }
    return -1;
  }

  private isLike(slot: number, event: ToldEvent): boolean {
    if (this.at[slot] !== event.at || this.step[slot] !== event.step) return false;
    return EVENT_CODES.every((name) => this.codes[name].textOf(slot) === event[name]);
  }

  private isAfter(slot: number, at: number, step: number): boolean {
    const own = this.at[slot] ?? 0;
    return own > at || (own === at && (this.step[slot] ?? 0) > step);
  }

  private copySlot(from: number, to: number): void {
    this.at[to] = this.at[from] ?? 0;
    this.step[to] = this.step[from] ?? 0;
    for (const name of EVENT_CODES) {
      const { of } = this.codes[name];
      of[to] = of[from] ?? 0;
    }
  }

  private makePerson(person: number): void {
    if (person < this.start.length) return;
    const grown = (array: Uint32Array, fill: number) => {
      const larger = new Uint32Array(person + 1).fill(fill, array.length);
      larger.set(array);
      return larger;
    };
    this.start = grown(this.start, this.used);
    this.end = grown(this.end, this.used);
    this.room = grown(this.room, this.used);
  }

  private moveToEnd(person: number): void {
    const [from, to] = [this.start[person] ?? 0, this.end[person] ?? 0];
    const length = to - from;
    const room = length * 2 + 4;
    if (this.used + room > this.at.length) this.grow(this.used + room);
    const start = this.used;
    for (let k = 0; k < length; k += 1) this.copySlot(from + k, start + k);
    this.start[person] = start;
    this.end[person] = start + length;
    this.room[person] = start + room;
    this.used += room;
    this.abandoned += length;
  }

  private grow(least: number): void {
    const size = Math.max(least, this.at.length + (this.at.length >> 2) + 1024);
    const at = new Float64Array(size);
    at.set(this.at);
    this.at = at;
    const step = new Uint16Array(size);
    step.set(this.step);
    this.step = step;
    for (const name of EVENT_CODES) {
      const codes = new Codes(size);
      for (const value of this.codes[name].values) codes.codeFor(value);
      codes.of.set(this.codes[name].of);
      this.codes[name] = codes;
    }
  }
}

const columnsOf = ({ n, person, step, at }: EventRows) => ({ n, person, step, at });
