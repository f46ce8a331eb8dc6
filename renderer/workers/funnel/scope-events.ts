import type { EventSlots } from './event-slots';

/** Which events count: of these runs (and of none), between two instants. */
export type EventScope = {
  runIds: ReadonlySet<string>;
  /** Events that name no run count too. */
  withoutRun: boolean;
  fromMs: number;
  /** Exclusive. */
  untilMs: number;
  /** UTC ms of each run's start. */
  startedAt: ReadonlyMap<string, number>;
};

/** Tells slots of the scope from others, and what lies in it by the way. */
export class ScopeEvents {
  /** Events of the scope by step (1-based; index 0 for anything else). */
  readonly bySteps: Uint32Array;
  /** Of steps that the flow does not have: step → events. */
  readonly unknownSteps = new Map<number, number>();
  events = 0;
  /** UTC ms of the latest event of the scope. */
  newestAt = Number.NEGATIVE_INFINITY;
  beforeRun = 0;
  withoutRun = 0;
  private accepted = new Uint8Array(0);
  private started = new Float64Array(0);
  /** By code of the run, then step: whether any event of the scope is there. */
  private seen = new Uint8Array(0);

  constructor(
    private readonly slots: EventSlots,
    readonly scope: EventScope,
    readonly stepCount: number,
  ) {
    this.bySteps = new Uint32Array(stepCount + 1);
    for (let person = 0; person < slots.persons; person += 1) {
      const end = slots.end[person] ?? 0;
      for (let slot = slots.start[person] ?? 0; slot < end; slot += 1) {
        if (this.accepts(slot)) this.count(slot);
      }
    }
  }

  accepts(slot: number): boolean {
    const code = this.slots.codes.runId.of[slot] ?? 0;
    if (code >= this.accepted.length) this.readRuns();
    if (this.accepted[code] !== 1) return false;
    const at = this.slots.at[slot] ?? 0;
    return at >= this.scope.fromMs && at < this.scope.untilMs;
  }

  /** Whether an accepted event is older than its run. */
  isBeforeRun(slot: number): boolean {
    const code = this.slots.codes.runId.of[slot] ?? 0;
    return (this.slots.at[slot] ?? 0) < (this.started[code] ?? Number.NEGATIVE_INFINITY);
  }

  /** Counts an accepted event in. */
  count(slot: number): void {
    const step = this.slots.step[slot] ?? 0;
    this.events += 1;
    this.newestAt = Math.max(this.newestAt, this.slots.at[slot] ?? 0);
    const run = this.slots.codes.runId.of[slot] ?? 0;
    if (step >= 1 && step <= this.stepCount) {
      this.bySteps[step] = (this.bySteps[step] ?? 0) + 1;
      this.seen[run * (this.stepCount + 1) + step] = 1;
    } else this.unknownSteps.set(step, (this.unknownSteps.get(step) ?? 0) + 1);
    if (this.isBeforeRun(slot)) this.beforeRun += 1;
    if (run === 0) this.withoutRun += 1;
  }

  /** Whether a run has events of a step (1-based) in the scope; '' for events that name none. */
  hasEvents(runId: string, step: number): boolean {
    const code = runId === '' ? 0 : this.slots.codes.runId.codeOf(runId);
    if (code === 0 && runId !== '') return false;
    return this.seen[code * (this.stepCount + 1) + step] === 1;
  }

  private readRuns(): void {
    const { values } = this.slots.codes.runId;
    const { runIds, withoutRun, startedAt } = this.scope;
    this.accepted = new Uint8Array(values.length + 1);
    this.started = new Float64Array(values.length + 1).fill(Number.NEGATIVE_INFINITY);
    const seen = new Uint8Array((values.length + 1) * (this.stepCount + 1));
    seen.set(this.seen);
    this.seen = seen;
    this.accepted[0] = withoutRun ? 1 : 0;
    for (const [at, runId] of values.entries()) {
      if (runIds.has(runId)) this.accepted[at + 1] = 1;
      this.started[at + 1] = startedAt.get(runId) ?? Number.NEGATIVE_INFINITY;
    }
  }
}
