/** A step of a flow as the order of a person's events sees it. */
export type FlowStep = {
  /** Whether events of the step exist at all; one without is passed over. */
  isTracked: boolean;
  isOptional?: boolean;
  /** The longest way from the step before, in ms; absent: any time. */
  windowMs?: number | undefined;
};

/** The tracked steps of a flow in order; everything by their index among these. */
export type ChainPlan = {
  size: number;
  /** Index of the tracked step, or -1, by 0-based place in the flow. */
  indexOf: Int16Array;
  /** 0-based place in the flow by index. */
  placeOf: number[];
  /** The longest way from one tracked step to the next, in ms. */
  windowMs: Float64Array;
  isOptional: boolean[];
  /** Index of the last required step before, or -1. */
  base: Int16Array;
};

/**
 * Steps that nobody was tracked on are passed over: the way between their neighbours may take as
 * long as all their windows together, and any time where one of these has none.
 */
export function chainPlan(flow: readonly FlowStep[]): ChainPlan {
  const placeOf = flow.flatMap((step, place) => (step.isTracked ? place : []));
  const size = placeOf.length;
  const plan: ChainPlan = {
    size,
    indexOf: new Int16Array(flow.length).fill(-1),
    placeOf,
    windowMs: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
    isOptional: placeOf.map((place) => flow[place]?.isOptional === true),
    base: new Int16Array(size).fill(-1),
  };
  for (const [index, place] of placeOf.entries()) {
    plan.indexOf[place] = index;
    if (index === 0) continue;
    const between = flow.slice((placeOf[index - 1] ?? 0) + 1, place + 1);
    plan.windowMs[index] = between.reduce(
      (sum, { windowMs }) => sum + (windowMs ?? Number.POSITIVE_INFINITY),
      0,
    );
    plan.base[index] = plan.isOptional[index - 1] ? (plan.base[index - 1] ?? -1) : index - 1;
  }
  return plan;
}

const NEVER = Number.NEGATIVE_INFINITY;

/**
 * Which steps one person reached. A step counts as reached when ANY chain of the person's events
 * e1 ≤ e2 ≤ … ≤ ek exists, one event per step in order, with each way no longer than its window
 * (not only the chain of the earliest events: who looked in January and came again in March reached
 * the second step in March). Optional steps may be left out of a chain; a way that passes over some
 * may take as long as their windows together. Flows may begin with optional steps.
 *
 * A scan in order of time that keeps, for each step, the latest time at which it was reached is
 * exact: a window only bounds how long ago the step before was, so the latest reaching is never
 * worse than an earlier one. Events must be shown in order of time, those of one time in order of
 * their steps.
 *
 * The time to a step is that of the first chain to complete: from its last required step to the
 * first event at which it was reached, measured from the earliest reaching of that step from which a
 * chain within all windows leads to this event. Without windows that is from the first reaching of
 * the one to the first reaching of the other.
 */
export class ChainScan {
  /** The latest time at which each step was reached, in UTC ms; -Infinity for never. */
  readonly latest: Float64Array;
  /** The time from the last required step before, in ms; NaN where there is none. */
  readonly way: Float64Array;
  private readonly leads: Float64Array;
  private seenIndex = new Int16Array(64);
  private seenAt = new Float64Array(64);
  private seen = 0;

  constructor(private readonly plan: ChainPlan) {
    this.latest = new Float64Array(plan.size).fill(NEVER);
    this.way = new Float64Array(plan.size).fill(Number.NaN);
    this.leads = new Float64Array(plan.size);
  }

  /** The next person. */
  begin(): void {
    this.latest.fill(NEVER);
    this.way.fill(Number.NaN);
    this.seen = 0;
  }

  /** The next event of the person, of the step with this index. */
  see(index: number, at: number): void {
    if (!this.isReachedAt(index, at)) return;
    if (this.latest[index] === NEVER) this.way[index] = this.wayTo(index, at);
    this.latest[index] = at;
    if (this.seen === this.seenAt.length) this.growSeen();
    this.seenIndex[this.seen] = index;
    this.seenAt[this.seen] = at;
    this.seen += 1;
  }

  hasReached(index: number): boolean {
    return this.latest[index] !== NEVER;
  }

  private isReachedAt(index: number, at: number): boolean {
    const { windowMs, base } = this.plan;
    const lowest = base[index] ?? -1;
    if (lowest < 0) return true;
    let limit = 0;
    for (let before = index - 1; before >= lowest; before -= 1) {
      limit += windowMs[before + 1] ?? 0;
      const last = this.latest[before] ?? NEVER;
      if (last !== NEVER && at - last <= limit) return true;
    }
    return false;
  }

  /** The same thought backwards in time: which earlier events lead to this one within the windows. */
  private wayTo(index: number, at: number): number {
    const { windowMs, base } = this.plan;
    const lowest = base[index] ?? -1;
    if (lowest < 0) return Number.NaN;
    const { leads } = this;
    leads.fill(Number.POSITIVE_INFINITY);
    leads[index] = at;
    let from = Number.NaN;
    for (let k = this.seen - 1; k >= 0; k -= 1) {
      const step = this.seenIndex[k] ?? -1;
      if (step < lowest || step >= index) continue;
      const time = this.seenAt[k] ?? 0;
      let limit = 0;
      for (let next = step + 1; next <= index; next += 1) {
        limit += windowMs[next] ?? 0;
        const lead = leads[next] ?? Number.POSITIVE_INFINITY;
        if (lead === Number.POSITIVE_INFINITY || lead - time > limit) continue;
        leads[step] = time;
        if (step === lowest) from = time;
        break;
      }
    }
    return at - from;
  }

  private growSeen(): void {
    const index = new Int16Array(this.seenIndex.length * 2);
    const at = new Float64Array(this.seenAt.length * 2);
    index.set(this.seenIndex);
    at.set(this.seenAt);
    this.seenIndex = index;
    this.seenAt = at;
  }
}
