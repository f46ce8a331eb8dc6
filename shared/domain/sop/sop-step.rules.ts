import { assert, ExpectedError } from '@shared/lib/errors';
import {
  begun,
  type Flow,
  type FlowChange,
  isOpen,
  type Moment,
  openStepAt,
  type StoryLine,
  settle,
  stepAt,
} from './flow-change.rules';
import { gateOf } from './gate.rules';
import type { SopStep } from './sop.schema';
import { timelinessOf } from './sop-run.rules';

export type MetricReading = {
  /** Whole, in the metric's unit. */
  count: number;
  source: NonNullable<SopStep['metricSource']>;
};

/**
 * Completes a step, at any place in the flow. Errors: `sop-metric-missing` without a metric read;
 * `sop-checklist-open` {position, open} for a critical step with anything open or failed (a standard
 * one is completed and keeps which items were overridden, with the reason, who and when);
 * `sop-step-closed`, `sop-run-ended`.
 */
export function completeStep(
  flow: Flow,
  position: number,
  given: { reading?: MetricReading | undefined; overrideReason?: string | undefined },
  moment: Moment,
): FlowChange & { overriddenKeys: string[] } {
  const step = openStepAt(flow, position);
  const count = given.reading?.count ?? step.metricCount;
  const gate = gateOf(step, count);
  if (count === undefined) throw new ExpectedError('sop-metric-missing', { position });
  if (gate.verdict === 'refuses') {
    throw new ExpectedError('sop-checklist-open', { position, open: gate.missing.length });
  }
  const { now, by } = moment;
  const overriddenKeys = gate.missing.map(({ key }) => key);
  const reason = given.overrideReason?.trim().slice(0, 500);
  const isOverridden = overriddenKeys.length > 0;
  const done: SopStep = {
    ...step,
    state: 'done',
    startedAt: step.startedAt ?? now,
    doneAt: now,
    metricCount: count,
    metricSource: given.reading?.source ?? step.metricSource ?? 'typed',
    overriddenKeys,
    ...(by && { doneBy: by }),
    ...(isOverridden && reason && { overrideReason: reason }),
    ...(isOverridden && { overriddenAt: now, ...(by && { overriddenBy: by }) }),
  };
  const isLate = timelinessOf(done, now, moment.timeZone) === 'late';
  const story: StoryLine[] = [
    { kind: 'stepDone', position, detail: { count, ...(isLate && { late: 1 }) } },
  ];
  if (isOverridden) {
    const detail = { open: overriddenKeys.length, ...(reason && { reason }) };
    story.push({ kind: 'stepOverridden', position, detail });
  }
  return { ...settle(flow, done, moment, story), overriddenKeys };
}

/** Why a step was completed with open items, written afterwards. */
export function explainOverride(
  flow: Flow,
  position: number,
  reason: string,
  { now, by }: Moment,
): FlowChange {
  const step = stepAt(flow, position);
  const overrideReason = reason.trim();
  assert(step.overriddenKeys.length > 0, 'only an overridden step has something to explain');
  const patch = {
    overrideReason: overrideReason || undefined,
    overriddenAt: now,
    overriddenBy: by,
  };
  const detail = { open: step.overriddenKeys.length, reason: overrideReason };
  const story: StoryLine[] = [{ kind: 'stepOverridden', position, detail }];
  return { steps: [{ id: step.id, patch }], run: {}, story };
}

/** Leaves a step out, with the reason (`sop-skip-needs-reason` without one). */
export function skipStep(flow: Flow, position: number, reason: string, moment: Moment): FlowChange {
  const step = openStepAt(flow, position);
  const skipReason = reason.trim();
  if (skipReason === '') throw new ExpectedError('sop-skip-needs-reason', { position });
  const skipped: SopStep = {
    ...step,
    state: 'skipped',
    doneAt: moment.now,
    skipReason,
    ...(moment.by && { doneBy: moment.by }),
  };
  const line: StoryLine = { kind: 'stepSkipped', position, detail: { reason: skipReason } };
  return settle(flow, skipped, moment, [line]);
}

/**
 * Opens a done or skipped step again; its count and answers stay, a finished run runs on.
 * `sop-step-open` when it is open already.
 */
export function reopenStep(flow: Flow, position: number, moment: Moment): FlowChange {
  const step = stepAt(flow, position);
  if (isOpen(step)) throw new ExpectedError('sop-step-open', { position });
  const reopened: SopStep = {
    ...step,
    state: 'doing',
    startedAt: step.startedAt ?? moment.now,
    doneAt: undefined,
    doneBy: undefined,
    skipReason: undefined,
    overriddenKeys: [],
    overrideReason: undefined,
    overriddenAt: undefined,
    overriddenBy: undefined,
  };
  return settle(flow, reopened, moment, [{ kind: 'stepReopened', position }]);
}

/** Writes a step's metric down, or clears it; a step that is done keeps its state. */
export function readMetric(
  flow: Flow,
  position: number,
  reading: MetricReading | undefined,
  moment: Moment,
): FlowChange {
  const step = stepAt(flow, position);
  if (step.state === 'skipped') throw new ExpectedError('sop-step-closed', { position });
  if (step.state === 'done' && !reading)
    throw new ExpectedError('sop-metric-missing', { position });
  const read = { metricCount: reading?.count, metricSource: reading?.source };
  const line: StoryLine = {
    kind: 'metricRead',
    position,
    ...(reading && { detail: { count: reading.count, source: reading.source } }),
  };
  return settle(flow, { ...begun(step, moment.now), ...read }, moment, [line]);
}

/** Ends a running flow before its last step. */
export function endRun(flow: Flow, reason: string, moment: Moment): FlowChange {
  if (flow.run.status !== 'running') throw new ExpectedError('sop-run-ended');
  const endReason = reason.trim();
  return {
    steps: [],
    run: { status: 'ended', endedAt: moment.now, ...(endReason && { endReason }) },
    story: [{ kind: 'ended', ...(endReason && { detail: { reason: endReason } }) }],
  };
}
