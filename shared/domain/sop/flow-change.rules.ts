import { assert, ExpectedError } from '@shared/lib/errors';
import { dayOf } from '@shared/lib/time';
import { type Due, dueRuleOf, duesOf, hangsOn } from './due.rules';
import type { RunEvent } from './run-record.schema';
import type { SopRun, SopStep } from './sop.schema';
import { nextOpenStep } from './sop-run.rules';

/** A run with all its steps, as it stands. */
export type Flow = { run: SopRun; steps: readonly SopStep[] };

/** When a move is made (UTC ms), in which zone its days are, and who makes it. */
export type Moment = { now: number; timeZone: string; by?: string | undefined };

/** A line for the run's story; time and name are those of the moment. */
export type StoryLine = Pick<RunEvent, 'kind' | 'position' | 'detail'>;

/** What a move changes; `undefined` as a value clears the field. */
export type FlowChange = {
  steps: { id: string; patch: Partial<SopStep> }[];
  run: Partial<SopRun>;
  story: StoryLine[];
};

/** Whether work on a step may go on. */
export const isOpen = (step: SopStep) => step.state === 'todo' || step.state === 'doing';

/** The step of a run that still takes moves; a finished one does, since it can be put right. */
export function stepAt(flow: Flow, position: number): SopStep {
  const step = flow.steps.find((candidate) => candidate.position === position);
  assert(step, `the run has no step ${position}`);
  if (flow.run.status === 'ended') throw new ExpectedError('sop-run-ended');
  return step;
}

export function openStepAt(flow: Flow, position: number): SopStep {
  const step = stepAt(flow, position);
  if (!isOpen(step)) throw new ExpectedError('sop-step-closed', { position });
  return step;
}

/** Opens the next step when none is open, and closes the run with its last step. */
export function settle(
  flow: Flow,
  changed: SopStep,
  moment: Moment,
  story: StoryLine[],
): FlowChange {
  const before = flow.steps.find((step) => step.position === changed.position);
  assert(before, 'a changed step belongs to its run');
  const steps = flow.steps.map((step) => (step === before ? changed : step));
  const patches = new Map([[changed.id, changedFields(before, changed)]]);
  const patch = (id: string, more: Partial<SopStep>) =>
    patches.set(id, { ...patches.get(id), ...more });
  if (isOpen(before) !== isOpen(changed)) {
    // The step itself may hang on one that closed while this one was closed.
    const isHanging = (step: SopStep) =>
      step.position === changed.position
        ? dueRuleOf(step.definition).on.kind === 'afterStep'
        : hangsOn(step, changed.position, steps);
    for (const [id, due] of newDues({ ...flow, steps }, moment, isHanging)) patch(id, due);
  }
  const change: FlowChange = { steps: [], run: {}, story };
  const next = nextOpenStep(steps);
  if (!next) {
    if (flow.run.status === 'running') {
      change.run = { status: 'finished', endedAt: moment.now };
      change.story = [...story, { kind: 'finished' }];
    }
  } else {
    if (flow.run.status === 'finished') change.run = { status: 'running', endedAt: undefined };
    if (next.state === 'todo' && !steps.some((step) => step.state === 'doing')) {
      patch(next.id, { state: 'doing', startedAt: next.startedAt ?? moment.now });
    }
  }
  change.steps = [...patches].map(([id, fields]) => ({ id, patch: fields }));
  return change;
}

/** Only what differs, so that two laptops changing different fields both keep their change. */
function changedFields(before: SopStep, after: SopStep): Partial<SopStep> {
  const entries = Object.entries(after).filter(
    ([field, value]) => value !== before[field as keyof SopStep],
  );
  return Object.fromEntries(entries);
}

const DUE_FIELDS = ['dueAt', 'dueFromAt', 'dueWaitsFor', 'dueGuessYear'] as const;

/** The due fields that differ now, of the open steps that `isMeant` names, by the steps' ids. */
function newDues(
  flow: Flow,
  { timeZone }: Pick<Moment, 'timeZone'>,
  isMeant: (step: SopStep) => boolean,
): Map<string, Partial<SopStep>> {
  const startDay = flow.run.startDay ?? dayOf(flow.run.startedAt, timeZone);
  const dues = duesOf(flow.steps, startDay, timeZone);
  const changes = new Map<string, Partial<SopStep>>();
  for (const step of flow.steps.filter((it) => isOpen(it) && isMeant(it))) {
    const due: Partial<Due> = dues.get(step.position) ?? {};
    const differing = DUE_FIELDS.filter((field) => due[field] !== step[field]);
    if (differing.length === 0) continue;
    changes.set(step.id, Object.fromEntries(differing.map((field) => [field, due[field]])));
  }
  return changes;
}

/** The day from which a run counts is another one: every open step is due anew. */
export function moveStartDay(flow: Flow, startDay: string, moment: Moment): FlowChange {
  if (flow.run.status !== 'running') throw new ExpectedError('sop-run-ended');
  const run = { ...flow.run, startDay };
  const dues = newDues({ ...flow, run }, moment, () => true);
  return {
    steps: [...dues].map(([id, patch]) => ({ id, patch })),
    run: { startDay },
    story: [{ kind: 'startDayChanged', detail: { day: startDay } }],
  };
}

/** A waiting step is begun by the first thing that is done in it. */
export function begun(step: SopStep, now: number): SopStep {
  return step.state === 'todo' ? { ...step, state: 'doing', startedAt: now } : step;
}
