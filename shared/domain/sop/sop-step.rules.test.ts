import { ExpectedError } from '@shared/lib/errors';
import { describe, expect, it } from 'vitest';
import { answerItem } from './checklist.rules';
import type { Flow, FlowChange } from './flow-change.rules';
import { planRun } from './run-start.rules';
import type { SopTemplate, StepDefinition } from './sop.schema';
import { nextOpenStep, timelinessOf } from './sop-run.rules';
import { completeStep, endRun, readMetric, reopenStep, skipStep } from './sop-step.rules';

const SHANGHAI = 'Asia/Shanghai';
const text = (zh: string) => ({ zh, en: zh });
const START = Date.UTC(2026, 2, 2, 18, 0);
const at = (now: number) => ({ now, timeZone: SHANGHAI, by: '林团长' });
const NOW = at(START);

const definition = (patch: Partial<StepDefinition> = {}): StepDefinition => ({
  title: text('步骤'),
  action: text('做'),
  ownerRole: 'leader',
  due: { on: { kind: 'afterStart', days: 1 }, isWorkingDays: false },
  rigour: 'standard',
  tool: 'none',
  checklist: [
    { key: 'a', label: text('一'), kind: 'tick' },
    { key: 'b', label: text('二'), kind: 'tick' },
  ],
  scripts: [],
  metric: { name: text('人数'), unit: 'people', direction: 'higher' },
  optional: false,
  ...patch,
});

const template = (...steps: Partial<StepDefinition>[]): SopTemplate => ({
  id: 't1',
  key: 'demo',
  version: 3,
  name: text('流程'),
  purpose: text('目的'),
  kind: 'other',
  status: 'published',
  exitActions: [],
  steps: steps.map(definition),
});

const start = (...steps: Partial<StepDefinition>[]): Flow =>
  planRun(template(...steps), { runId: 'r1', title: '三月', now: START, timeZone: SHANGHAI });

const apply = (flow: Flow, change: FlowChange): Flow => ({
  run: { ...flow.run, ...change.run },
  steps: flow.steps.map((step) => {
    const patches = change.steps.filter(({ id }) => id === step.id);
    return Object.assign({}, step, ...patches.map(({ patch }) => patch));
  }),
});

const done = (flow: Flow, position: number, count = 10, now = START + 1) =>
  apply(flow, completeStep(flow, position, { reading: { count, source: 'typed' } }, at(now)));

const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof ExpectedError) return error.code;
    throw error;
  }
  return 'nothing';
};

const states = (flow: Flow) => flow.steps.map((step) => step.state);

const dueAfter = (days: number) => {
  const due = { on: { kind: 'afterStart' as const, days }, isWorkingDays: false };
  return start({ due }).steps[0]?.dueAt ?? 0;
};

describe('starting a run', () => {
  it('copies the template, so that a later edit changes nothing under way', () => {
    const source = template({}, {});
    const { steps } = planRun(source, { runId: 'r1', title: 'x', now: START, timeZone: SHANGHAI });
    source.steps[0]?.checklist.push({ key: 'late', label: text('晚到'), kind: 'tick' });
    expect(steps[0]?.definition.checklist).toHaveLength(2);
  });

  it('opens the first step and names steps by their place', () => {
    const flow = start({}, {}, {});
    expect(states(flow)).toEqual(['doing', 'todo', 'todo']);
    expect(flow.steps.map((step) => step.id)).toEqual(['r1.1', 'r1.2', 'r1.3']);
    expect(flow.run).toMatchObject({ templateKey: 'demo', templateVersion: 3, status: 'running' });
  });

  it('is due at the end of the business day, in the zone of the workspace', () => {
    // 18:00 UTC on 2 March is already 3 March in Shanghai; day 0 ends there at 16:00 UTC.
    expect(dueAfter(0)).toBe(Date.UTC(2026, 2, 3, 16) - 1);
    expect(dueAfter(7)).toBe(Date.UTC(2026, 2, 10, 16) - 1);
  });
});

describe('completing a step', () => {
  it('refuses without a metric, whatever the rigour', () => {
    const flow = start({}, {});
    expect(codeOf(() => completeStep(flow, 1, {}, NOW))).toBe('sop-metric-missing');
  });

  it('takes zero for a metric that was read', () => {
    expect(done(start({}, {}), 1, 0).steps[0]).toMatchObject({ state: 'done', metricCount: 0 });
  });

  it('refuses a critical step with open items and completes it once they are ticked', () => {
    let flow = start({ rigour: 'critical' });
    expect(codeOf(() => done(flow, 1))).toBe('sop-checklist-open');
    for (const key of ['a', 'b'])
      flow = apply(flow, answerItem(flow, 1, key, { result: 'tick' }, NOW));
    expect(states(done(flow, 1))).toEqual(['done']);
  });

  it('completes a standard step with open items and keeps which were overridden', () => {
    const flow = apply(start({}), answerItem(start({}), 1, 'a', { result: 'tick' }, NOW));
    const change = completeStep(flow, 1, { reading: { count: 3, source: 'typed' } }, NOW);
    expect(change.overriddenKeys).toEqual(['b']);
    expect(apply(flow, change).steps[0]).toMatchObject({ overriddenKeys: ['b'] });
  });

  it('opens the next step by itself', () => {
    expect(states(done(start({}, {}, {}), 1))).toEqual(['done', 'doing', 'todo']);
  });

  it('may happen out of order; the open step stays open', () => {
    expect(states(done(start({}, {}, {}), 3))).toEqual(['doing', 'todo', 'done']);
  });

  it('keeps the number written down before, with its source', () => {
    const flow = start({}, {});
    const read = apply(flow, readMetric(flow, 1, { count: 42, source: 'records' }, NOW));
    const after = apply(read, completeStep(read, 1, {}, NOW));
    expect(after.steps[0]).toMatchObject({ metricCount: 42, metricSource: 'records' });
  });

  it('changes only the fields that it says', () => {
    const change = completeStep(start({}, {}), 1, { reading: { count: 3, source: 'typed' } }, NOW);
    expect(Object.keys(change.steps[0]?.patch ?? {}).sort()).toEqual([
      'doneAt',
      'doneBy',
      'metricCount',
      'metricSource',
      'overriddenAt',
      'overriddenBy',
      'overriddenKeys',
      'state',
    ]);
  });

  it('happens once', () => {
    expect(codeOf(() => done(done(start({}, {}), 1), 1))).toBe('sop-step-closed');
  });

  it('finishes the run with its last open step', () => {
    const flow = done(done(start({}, {}), 1), 2, 5, START + 9);
    expect(flow.run).toMatchObject({ status: 'finished', endedAt: START + 9 });
    expect(nextOpenStep(flow.steps)).toBeUndefined();
  });
});

describe('skipping and reopening', () => {
  it('needs a reason of more than blanks', () => {
    expect(codeOf(() => skipStep(start({}, {}), 1, '  ', NOW))).toBe('sop-skip-needs-reason');
  });

  it('goes on to the next step and counts towards the end of the run', () => {
    const flow = start({}, {});
    const skipped = apply(flow, skipStep(flow, 1, ' 不需要 ', NOW));
    expect(states(skipped)).toEqual(['skipped', 'doing']);
    expect(skipped.steps[0]?.skipReason).toBe('不需要');
    expect(done(skipped, 2).run.status).toBe('finished');
  });

  it('brings a finished run back, with count and ticks kept', () => {
    const ticked = apply(start({}), answerItem(start({}), 1, 'a', { result: 'tick' }, NOW));
    const finished = done(ticked, 1, 12);
    const reopened = apply(finished, reopenStep(finished, 1, NOW));
    expect(reopened.run).toMatchObject({ status: 'running', endedAt: undefined });
    expect(reopened.steps[0]).toMatchObject({ state: 'doing', metricCount: 12, tickedKeys: ['a'] });
    expect(reopened.steps[0]?.doneAt).toBeUndefined();
  });

  it('leaves an open step alone', () => {
    expect(codeOf(() => reopenStep(start({}), 1, NOW))).toBe('sop-step-open');
  });
});

describe('an ended run', () => {
  const flow = start({}, {});
  const ended = apply(flow, endRun(flow, ' 客服忙不过来 ', at(START + 5)));

  it('ends before its last step', () => {
    expect(ended.run).toMatchObject({
      status: 'ended',
      endedAt: START + 5,
      endReason: '客服忙不过来',
    });
    expect(codeOf(() => endRun(ended, '', NOW))).toBe('sop-run-ended');
  });

  it('takes no more moves', () => {
    expect(codeOf(() => done(ended, 1))).toBe('sop-run-ended');
    expect(codeOf(() => answerItem(ended, 1, 'a', { result: 'tick' }, NOW))).toBe('sop-run-ended');
    expect(codeOf(() => readMetric(ended, 1, undefined, NOW))).toBe('sop-run-ended');
  });
});

describe('the metric', () => {
  it('begins a waiting step', () => {
    const flow = start({}, {});
    const read = apply(flow, readMetric(flow, 2, { count: 7, source: 'typed' }, NOW));
    expect(read.steps[1]).toMatchObject({ state: 'doing', metricCount: 7, startedAt: START });
  });

  it('can be put right on a done step but not taken away', () => {
    const flow = done(start({}, {}), 1);
    const fixed = apply(flow, readMetric(flow, 1, { count: 11, source: 'typed' }, NOW));
    expect(fixed.steps[0]).toMatchObject({ state: 'done', metricCount: 11 });
    expect(codeOf(() => readMetric(flow, 1, undefined, NOW))).toBe('sop-metric-missing');
  });
});

describe('on time or late', () => {
  const dueAt = dueAfter(1);
  it.each([
    [{ state: 'done', dueAt, doneAt: dueAt }, 0, 'onTime'],
    [{ state: 'done', dueAt, doneAt: dueAt + 1 }, 0, 'late'],
    [{ state: 'doing', dueAt }, dueAt + 1, 'overdue'],
    [{ state: 'todo', dueAt }, dueAt - 1000, 'dueToday'],
    [{ state: 'todo', dueAt }, START, 'ahead'],
    [{ state: 'todo', dueAt, dueWaitsFor: 1 }, dueAt + 1, 'waiting'],
    [{ state: 'skipped', dueAt }, dueAt + 1, 'skipped'],
  ] as const)('%o at %d is %s', (step, now, expected) => {
    expect(timelinessOf(step, now, SHANGHAI)).toBe(expected);
  });
});
