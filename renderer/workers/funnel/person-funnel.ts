import { ChainScan, chainPlan, type FlowStep } from '@shared/domain/funnel/chain.rules';
import { quantiles } from '@shared/domain/statistics/quantile.rules';
import type { EventSlots } from './event-slots';
import { type EventScope, ScopeEvents } from './scope-events';

/** What may be said of a person besides how far they came. */
export const ODD = { present: 1, outOfOrder: 2, outsideWindow: 4, stepMissing: 8 } as const;
const ODD_BITS = [ODD.present, ODD.outOfOrder, ODD.outsideWindow, ODD.stepMissing] as const;

/** A step as the question has it; steps without events are passed over. */
export type AskedStep = { isOptional: boolean; windowMs?: number | undefined };

const WORD = 32;
const QUANTILES = [0.5, 0.9] as const;

/**
 * How far everybody came, kept person by person: after one more event only that person is looked at
 * again.
 */
export class PersonFunnel {
  readonly inScope: ScopeEvents;
  readonly plan: ReturnType<typeof chainPlan>;
  readonly counts: Uint32Array;
  readonly timed: Uint32Array;
  private readonly scan: ChainScan;
  private readonly loose: ChainScan;
  private readonly words: number;
  private reached: Uint32Array;
  private flags: Uint8Array;
  private readonly ways: Float64Array[];
  /** By person with something odd: the index of the step that it is about. */
  private oddAt: Uint8Array;
  private readonly flagCounts = new Map<number, number>();
  private readonly told: ((number | undefined)[] | undefined)[] = [];

  constructor(
    private readonly slots: EventSlots,
    scope: EventScope,
    readonly steps: readonly AskedStep[],
  ) {
    this.inScope = new ScopeEvents(slots, scope, steps.length);
    const flow: FlowStep[] = steps.map((step, place) => ({
      ...step,
      isTracked: (this.inScope.bySteps[place + 1] ?? 0) > 0,
    }));
    this.plan = chainPlan(flow);
    this.scan = new ChainScan(this.plan);
    this.loose = new ChainScan(
      chainPlan(
        flow.map(({ isTracked, isOptional }) => ({ isTracked, isOptional: isOptional === true })),
      ),
    );
    const { size } = this.plan;
    const persons = slots.persons;
    this.words = Math.max(1, Math.ceil(size / WORD));
    this.counts = new Uint32Array(size);
    this.timed = new Uint32Array(size);
    this.reached = new Uint32Array(persons * this.words);
    this.flags = new Uint8Array(persons);
    this.oddAt = new Uint8Array(persons);
    this.ways = this.plan.placeOf.map((_, index) =>
      (this.plan.base[index] ?? -1) < 0
        ? new Float64Array()
        : new Float64Array(persons).fill(Number.NaN),
    );
    for (let person = 0; person < persons; person += 1) this.takeIn(person);
  }

  get people(): number {
    return this.countOf(ODD.present);
  }

  countOf(flag: (typeof ODD_BITS)[number]): number {
    let sum = 0;
    for (const [key, count] of this.flagCounts) if (key >>> 8 === flag) sum += count;
    return sum;
  }

  /** How many people something odd is said of, by 1-based position of the step that it is about. */
  positionsOf(flag: (typeof ODD_BITS)[number]): { position: number; count: number }[] {
    return [...this.flagCounts]
      .filter(([key, count]) => key >>> 8 === flag && count > 0)
      .sort(([a], [b]) => a - b)
      .map(([key, count]) => ({ position: this.positionOf(key & 255), count }));
  }

  hasFlag(person: number, flag: number, position?: number): boolean {
    if (((this.flags[person] ?? 0) & flag) === 0) return false;
    return position === undefined || this.positionOf(this.oddAt[person] ?? 0) === position;
  }

  private positionOf(index: number): number {
    return (this.plan.placeOf[index] ?? -1) + 1;
  }

  hasReached(person: number, index: number): boolean {
    const word = this.reached[person * this.words + (index >>> 5)] ?? 0;
    return (word & (1 << (index & 31))) !== 0;
  }

  /** Whether somebody reached a later step without this one, which may be left out (1-based). */
  isLeftOut(position: number): boolean {
    const index = this.plan.indexOf[position - 1] ?? -1;
    if (index < 0 || !this.plan.isOptional[index]) return false;
    const after = this.plan.size - index - 1;
    for (let person = 0; person < this.slots.persons; person += 1) {
      if (this.hasReached(person, index)) continue;
      for (let later = 1; later <= after; later += 1) {
        if (this.hasReached(person, index + later)) return true;
      }
    }
    return false;
  }

  /**
   * Brings one person up to date after an event was added at a slot (or taken out: none). False
   * where that changes which steps are tracked: then everything has to be looked at again.
   */
  follow(person: number, addedSlot: number | undefined): boolean {
    if (addedSlot === undefined) return false;
    if (!this.inScope.accepts(addedSlot)) return this.makeRoom();
    const step = this.slots.step[addedSlot] ?? 0;
    const wasTracked = (this.inScope.bySteps[step] ?? 0) > 0;
    this.inScope.count(addedSlot);
    if (!wasTracked && step >= 1 && step <= this.steps.length) return false;
    this.makeRoom();
    const before = this.ways.map((list) => list[person]);
    this.takeOut(person);
    this.takeIn(person);
    // Most events change one time or none; the others' quantiles stand.
    for (const [index, list] of this.ways.entries()) {
      if (!Object.is(before[index], list[person])) this.told[index] = undefined;
    }
    return true;
  }

  /** The latest time at which a person reached each tracked step; valid until the next question. */
  latestOf(person: number): Float64Array {
    this.run(this.scan, person);
    return this.scan.latest;
  }

  /** Median and p90 of the times from the last required step before, in ms. */
  timesOf(index: number): (number | undefined)[] {
    const known = this.told[index];
    if (known) return known;
    const all = this.ways[index] ?? new Float64Array();
    const values = new Float64Array(this.timed[index] ?? 0);
    let n = 0;
    for (let person = 0; person < all.length; person += 1) {
      const way = all[person] ?? Number.NaN;
      if (!Number.isNaN(way)) {
        values[n] = way;
        n += 1;
      }
    }
    const answer = quantiles(values, QUANTILES);
    this.told[index] = answer;
    return answer;
  }

  private takeIn(person: number): void {
    const { scan, plan } = this;
    const seen = this.run(scan, person);
    if (!seen) return;
    let flags: number = ODD.present;
    let isShort = false;
    for (let index = 0; index < plan.size; index += 1) {
      const bit = 1 << (index & 31);
      const word = person * this.words + (index >>> 5);
      if (!scan.hasReached(index)) {
        isShort ||= this.seenSteps[index] === 1;
        continue;
      }
      this.reached[word] = (this.reached[word] ?? 0) | bit;
      this.counts[index] = (this.counts[index] ?? 0) + 1;
      this.takeWay(index, person, scan.way[index] ?? Number.NaN);
    }
    this.oddAt[person] = 0;
    if (isShort) flags |= this.whyShort(person);
    this.flags[person] = flags;
    this.countFlags(person, 1);
  }

  private countFlags(person: number, by: 1 | -1): void {
    const flags = this.flags[person] ?? 0;
    for (const bit of ODD_BITS) {
      if ((flags & bit) === 0) continue;
      const key = (bit << 8) | (bit === ODD.present ? 0 : (this.oddAt[person] ?? 0));
      this.flagCounts.set(key, (this.flagCounts.get(key) ?? 0) + by);
    }
  }

  private takeWay(index: number, person: number, way: number): void {
    const list = this.ways[index];
    if (!list || list.length === 0) return;
    list[person] = way;
    this.timed[index] = (this.timed[index] ?? 0) + 1;
  }

  private takeOut(person: number): void {
    for (let index = 0; index < this.plan.size; index += 1) {
      if (!this.hasReached(person, index)) continue;
      this.counts[index] = (this.counts[index] ?? 0) - 1;
      const list = this.ways[index];
      if (!list || list.length === 0) continue;
      list[person] = Number.NaN;
      this.timed[index] = (this.timed[index] ?? 0) - 1;
    }
    this.reached.fill(0, person * this.words, (person + 1) * this.words);
    this.countFlags(person, -1);
    this.flags[person] = 0;
  }

  /** Steps that the person in hand has events of, reached or not. */
  private readonly seenSteps = new Uint8Array(256);

  private run(scan: ChainScan, person: number): boolean {
    const { slots, plan, inScope } = this;
    scan.begin();
    this.seenSteps.fill(0, 0, plan.size);
    let seen = false;
    const end = slots.end[person] ?? 0;
    for (let slot = slots.start[person] ?? 0; slot < end; slot += 1) {
      if (!inScope.accepts(slot)) continue;
      seen = true;
      const index = plan.indexOf[(slots.step[slot] ?? 0) - 1] ?? -1;
      if (index < 0) continue;
      this.seenSteps[index] = 1;
      scan.see(index, slots.at[slot] ?? 0);
    }
    return seen;
  }

  /** Why a person has events of a step that they did not reach, noting which step it is about. */
  private whyShort(person: number): number {
    const seen = this.seenSteps.slice(0, this.plan.size);
    const unreached = (scan: ChainScan) =>
      seen.findIndex((has, index) => has === 1 && !scan.hasReached(index));
    const lacking = unreached(this.scan);
    this.oddAt[person] = lacking;
    this.run(this.loose, person);
    if (unreached(this.loose) < 0) return ODD.outsideWindow;
    const lastSeen = seen.lastIndexOf(1);
    const missing = seen.findIndex(
      (has, index) => index < lastSeen && has === 0 && this.plan.isOptional[index] !== true,
    );
    if (missing < 0) return ODD.outOfOrder;
    this.oddAt[person] = missing;
    return ODD.stepMissing;
  }

  /** For people who came after this was made. */
  private makeRoom(): true {
    const persons = this.slots.persons;
    if (persons <= this.flags.length) return true;
    const room = persons + 1024;
    const flags = new Uint8Array(room);
    flags.set(this.flags);
    this.flags = flags;
    const oddAt = new Uint8Array(room);
    oddAt.set(this.oddAt);
    this.oddAt = oddAt;
    const reached = new Uint32Array(room * this.words);
    reached.set(this.reached);
    this.reached = reached;
    for (const [index, list] of this.ways.entries()) {
      if (list.length === 0) continue;
      const larger = new Float64Array(room).fill(Number.NaN, list.length);
      larger.set(list);
      this.ways[index] = larger;
    }
    return true;
  }
}
