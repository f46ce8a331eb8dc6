import { assert, ExpectedError } from '@shared/lib/errors';
import type { SopRun, SopStep } from './sop.schema';
import { nextOpenStep } from './sop-run.rules';

/** A run with all its steps, as it stands. */
export type Flow = { run: SopRun; steps: readonly SopStep[] };

/** What a move changes; `undefined` as a value clears the field. */
export type FlowChange = {
  steps: { id: string; patch: Partial<SopStep> }[];
  run: Partial<SopRun>;
};

export type MetricReading = {
  /** Whole people or exposures. */
  count: number;
  source: NonNullable<SopStep['metricSource']>;
};

const isOpen = (step: SopStep) => step.state === 'todo' || step.state === 'doing';

function stepAt(flow: Flow, position: number): SopStep {
  const step = flow.steps.find((candidate) => candidate.position === position);
  assert(step, `the run has no step ${position}`);
  if (flow.run.status === 'ended') throw new ExpectedError('sop-run-ended');
  return step;
}

function openStepAt(flow: Flow, position: number): SopStep {
  const step = stepAt(flow, position);
  if (!isOpen(step)) throw new ExpectedError('sop-step-closed', { position });
  return step;
}

/** Opens the next step when none is open, and closes the run with its last step. */
function settle(flow: Flow, changed: SopStep, now: number): FlowChange {
  const before = flow.steps.find((step) => step.position === changed.position);
  assert(before, 'a changed step belongs to its run');
  const steps = flow.steps.map((step) => (step === before ? changed : step));
  const patch = changedFields(before, changed);
  const change: FlowChange = { steps: [{ id: changed.id, patch }], run: {} };
  const next = nextOpenStep(steps);
  if (!next) {
    if (flow.run.status === 'running') change.run = { status: 'finished', endedAt: now };
    return change;
  }
  if (flow.run.status === 'finished') change.run = { status: 'running', endedAt: undefined };
  if (next.state === 'todo' && !steps.some((step) => step.state === 'doing')) {
    const opened = { state: 'doing' as const, startedAt: next.startedAt ?? now };
    change.steps.push({ id: next.id, patch: opened });
  }
  return change;
}

/** Only what differs, so that two laptops changing different fields both keep their change. */
function changedFields(before: SopStep, after: SopStep): Partial<SopStep> {
  const entries = Object.entries(after).filter(
    ([field, value]) => value !== before[field as keyof SopStep],
  );
  return Object.fromEntries(entries);
}

/** The keys of the checklist that are not ticked. */
export function openItems(step: SopStep): string[] {
  const ticked = new Set(step.tickedKeys);
  return step.definition.checklist.map((item) => item.key).filter((key) => !ticked.has(key));
}

/**
 * Completes a step, at any place in the flow. Errors: `sop-metric-missing` without a metric read;
 * `sop-checklist-open` {position, open} for a critical step with open items (a standard one is
 * completed and keeps the keys that were overridden); `sop-step-closed`, `sop-run-ended`.
 */
export function completeStep(
  flow: Flow,
  position: number,
  reading: MetricReading | undefined,
  now: number,
): FlowChange & { overriddenKeys: string[] } {
  const step = openStepAt(flow, position);
  const count = reading?.count ?? step.metricCount;
  if (count === undefined) throw new ExpectedError('sop-metric-missing', { position });
  const overriddenKeys = openItems(step);
  if (step.definition.rigour === 'critical' && overriddenKeys.length > 0) {
    throw new ExpectedError('sop-checklist-open', { position, open: overriddenKeys.length });
  }
  const done: SopStep = {
    ...step,
    state: 'done',
    startedAt: step.startedAt ?? now,
    doneAt: now,
    metricCount: count,
    metricSource: reading?.source ?? step.metricSource ?? 'typed',
    overriddenKeys,
  };
  return { ...settle(flow, done, now), overriddenKeys };
}

/** Leaves a step out, with the reason (`sop-skip-needs-reason` without one). */
export function skipStep(flow: Flow, position: number, reason: string, now: number): FlowChange {
  const step = openStepAt(flow, position);
  const skipReason = reason.trim();
  if (skipReason === '') throw new ExpectedError('sop-skip-needs-reason', { position });
  return settle(flow, { ...step, state: 'skipped', doneAt: now, skipReason }, now);
}

/**
 * Opens a done or skipped step again; its count and ticks stay, a finished run runs on.
 * `sop-step-open` when it is open already.
 */
export function reopenStep(flow: Flow, position: number, now: number): FlowChange {
  const step = stepAt(flow, position);
  if (isOpen(step)) throw new ExpectedError('sop-step-open', { position });
  const reopened: SopStep = {
    ...step,
    state: 'doing',
    startedAt: step.startedAt ?? now,
    doneAt: undefined,
    skipReason: undefined,
    overriddenKeys: [],
  };
  return settle(flow, reopened, now);
}

/** Ticks or unticks one item of an open step; a waiting step is begun by it. */
export function tickItem(
  flow: Flow,
  position: number,
  key: string,
  isTicked: boolean,
  now: number,
): FlowChange {
  const step = openStepAt(flow, position);
  assert(
    step.definition.checklist.some((item) => item.key === key),
    `the step has no checklist item ${key}`,
  );
  const others = step.tickedKeys.filter((ticked) => ticked !== key);
  const tickedKeys = isTicked ? [...others, key] : others;
  return settle(flow, { ...begun(step, now), tickedKeys }, now);
}

/** Writes a step's metric down, or clears it; a step that is done keeps its state. */
export function readMetric(
  flow: Flow,
  position: number,
  reading: MetricReading | undefined,
  now: number,
): FlowChange {
  const step = stepAt(flow, position);
  if (step.state === 'skipped') throw new ExpectedError('sop-step-closed', { position });
  if (step.state === 'done' && !reading)
    throw new ExpectedError('sop-metric-missing', { position });
  const read = { metricCount: reading?.count, metricSource: reading?.source };
  return settle(flow, { ...begun(step, now), ...read }, now);
}

/** Ends a running flow before its last step. */
export function endRun(flow: Flow, now: number): FlowChange {
  if (flow.run.status !== 'running') throw new ExpectedError('sop-run-ended');
  return { steps: [], run: { status: 'ended', endedAt: now } };
}

function begun(step: SopStep, now: number): SopStep {
  return step.state === 'todo' ? { ...step, state: 'doing', startedAt: now } : step;
}
