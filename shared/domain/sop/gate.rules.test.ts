import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerItem, type ItemAnswer } from './checklist.rules';
import { clockRemarks, stepDurationMs } from './clock-remarks.rules';
import type { Flow, FlowChange } from './flow-change.rules';
import { gateOf } from './gate.rules';
import { metricStatusOf, metricText, parseMetric } from './metric.rules';
import { overlapsOf } from './overlap.rules';
import { planRun } from './run-start.rules';
import { METRIC_UNITS, type SopTemplate, type StepDefinition } from './sop.schema';
import { completeStep, endRun, readMetric, reopenStep, skipStep } from './sop-step.rules';

const START = Date.UTC(2026, 2, 2, 1);
const text = (zh: string) => ({ zh, en: zh });

const definition = (patch: Partial<StepDefinition> = {}): StepDefinition => ({
  title: text('步骤'),
  action: text('做'),
  ownerRole: 'leader',
  due: { on: { kind: 'afterStart', days: 1 }, isWorkingDays: false },
  rigour: 'critical',
  tool: 'none',
  checklist: [
    { key: 't', label: text('勾'), kind: 'tick' },
    { key: 'p', label: text('验'), kind: 'passFail' },
    { key: 'v', label: text('填'), kind: 'value' },
  ],
  scripts: [],
  metric: { name: text('数'), unit: 'people', direction: 'higher' },
  optional: false,
  ...patch,
});

const template = (steps: StepDefinition[]): SopTemplate => ({
  id: 't',
  key: 'demo',
  version: 1,
  name: text('流程'),
  purpose: text('目的'),
  kind: 'other',
  status: 'published',
  exitActions: [],
  steps,
});

const startOf = (...steps: StepDefinition[]): Flow =>
  planRun(template(steps), { runId: 'r', title: '一轮', now: START, timeZone: 'Asia/Shanghai' });

const apply = (flow: Flow, change: FlowChange): Flow => ({
  run: { ...flow.run, ...change.run },
  steps: flow.steps.map((step) =>
    Object.assign(
      {},
      step,
      ...change.steps.filter(({ id }) => id === step.id).map((it) => it.patch),
    ),
  ),
});

const moment = (now: number) => ({ now, timeZone: 'Asia/Shanghai', by: '林团长' });

describe('the gate', () => {
  const answered = (answers: Record<string, ItemAnswer>, rigour: 'critical' | 'standard') => {
    let flow = startOf(definition({ rigour }));
    for (const [key, answer] of Object.entries(answers)) {
      flow = apply(flow, answerItem(flow, 1, key, answer, moment(START)));
    }
    const [step] = flow.steps;
    if (!step) throw new Error('no step');
    return step;
  };
  const all: Record<string, ItemAnswer> = {
    t: { result: 'tick' },
    p: { result: 'pass' },
    v: { result: 'value', value: '3 ℃' },
  };

  it('opens with everything answered and the number read, and not before', () => {
    expect(gateOf(answered(all, 'critical'), 1)).toMatchObject({ verdict: 'open', missing: [] });
    expect(gateOf(answered(all, 'critical'))).toMatchObject({ verdict: 'refuses' });
    expect(gateOf(answered({}, 'critical'), 1).missing.map(({ key }) => key)).toEqual([
      't',
      'p',
      'v',
    ]);
  });

  it('lets a failure with its note pass a standard step and stop a critical one', () => {
    const failed = { ...all, p: { result: 'fail' as const, note: '漏水' } };
    expect(gateOf(answered(failed, 'standard'), 1).verdict).toBe('open');
    expect(gateOf(answered(failed, 'critical'), 1)).toMatchObject({
      verdict: 'refuses',
      missing: [{ key: 'p', state: 'failedNoted' }],
    });
  });

  it('takes an empty value and a withdrawn answer for no answer', () => {
    const emptied = { ...all, v: { result: 'value' as const, value: '  ' }, p: undefined };
    expect(gateOf(answered(emptied, 'standard'), 1)).toMatchObject({
      verdict: 'warns',
      missing: [{ key: 'p' }, { key: 'v' }],
    });
  });

  it('asks the steps of old runs, whose items have no kind, for a tick', () => {
    const step = answered({}, 'critical');
    const [tick] = step.definition.checklist;
    const old = {
      ...step,
      definition: { ...step.definition, checklist: [{ ...tick, kind: undefined }] },
    };
    expect(gateOf(old as unknown as typeof step, 1).missing).toEqual([{ key: 't', state: 'open' }]);
  });
});

type Move = (flow: Flow, now: number) => FlowChange;

const position = fc.integer({ min: 1, max: 3 });
const answer = fc.constantFrom<[string, ItemAnswer]>(
  ['t', { result: 'tick' }],
  ['t', undefined],
  ['p', { result: 'pass' }],
  ['p', { result: 'fail', note: '坏了' }],
  ['p', { result: 'fail', note: '' }],
  ['p', undefined],
  ['v', { result: 'value', value: '5' }],
  ['v', { result: 'value', value: '' }],
);
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(position, answer).map(
      ([at, [key, given]]): Move =>
        (flow, now) =>
          answerItem(flow, at, key, given, moment(now)),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(position, fc.option(fc.nat(50), { nil: undefined })).map(
      ([at, count]): Move =>
        (flow, now) => {
          const reading = count === undefined ? undefined : { count, source: 'typed' as const };
          return completeStep(flow, at, { reading, overrideReason: '先做' }, moment(now));
        },
    ),
  },
  position.map(
    (at): Move =>
      (flow, now) =>
        skipStep(flow, at, '不做', moment(now)),
  ),
  position.map(
    (at): Move =>
      (flow, now) =>
        reopenStep(flow, at, moment(now)),
  ),
  position.map(
    (at): Move =>
      (flow, now) =>
        readMetric(flow, at, { count: 4, source: 'records' }, moment(now)),
  ),
  { weight: 1, arbitrary: fc.constant<Move>((flow, now) => endRun(flow, '', moment(now))) },
);

describe('whatever sequence of moves', () => {
  it('never leaves a critical step done with an open item, nor states that contradict', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(move, fc.integer({ min: -5, max: 500 })), { maxLength: 40 }),
        (moves) => {
          const hanging = {
            on: { kind: 'afterStep' as const, step: 1, days: 1 },
            isWorkingDays: true,
          };
          let flow = startOf(
            definition(),
            definition({ rigour: 'standard', due: hanging }),
            definition({
              due: { on: { kind: 'afterStep', step: 2, days: 0 }, isWorkingDays: false },
            }),
          );
          let now = START;
          for (const [make, minutes] of moves) {
            now += minutes * 60_000;
            let change: FlowChange;
            try {
              change = make(flow, now);
            } catch {
              continue;
            }
            expect(change.story.length).toBeGreaterThan(0);
            flow = apply(flow, change);
            const closed = flow.steps.filter((it) => it.state === 'done' || it.state === 'skipped');
            for (const step of flow.steps) {
              if (step.state === 'done') {
                expect(step.metricCount).toBeDefined();
                expect(step.doneAt).toBeDefined();
                const gate = gateOf(step);
                if (step.definition.rigour === 'critical') expect(gate.missing).toEqual([]);
                else expect(gate.missing.map(({ key }) => key)).toEqual(step.overriddenKeys);
              } else {
                expect(step.overriddenKeys).toEqual([]);
                if (step.state !== 'skipped') expect(step.doneAt).toBeUndefined();
              }
              expect(stepDurationMs(step) ?? 0).toBeGreaterThanOrEqual(0);
            }
            if (flow.run.status === 'finished') expect(closed).toHaveLength(3);
            if (flow.run.status === 'running') {
              expect(closed.length).toBeLessThan(3);
              expect(flow.steps.some((it) => it.state === 'doing')).toBe(true);
            }
            const [first, second] = flow.steps;
            const isFirstOpen = first?.state === 'todo' || first?.state === 'doing';
            const isSecondOpen = second?.state === 'todo' || second?.state === 'doing';
            if (isSecondOpen) expect(second?.dueWaitsFor).toBe(isFirstOpen ? 1 : undefined);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a clock that was set back', () => {
  it('is said, and makes no duration', () => {
    const flow = startOf(definition({ checklist: [] }));
    const reading = { count: 1, source: 'typed' as const };
    const done = apply(flow, completeStep(flow, 1, { reading }, moment(START - 3_600_000)));
    expect(clockRemarks(done, START, START - 3_600_000)).toEqual([
      { kind: 'doneBeforeStarted', position: 1 },
      { kind: 'endedBeforeStarted' },
      { kind: 'nowBeforeStory', lastAt: START },
    ]);
    const [step] = done.steps;
    expect(step && stepDurationMs(step)).toBeUndefined();
    expect(clockRemarks(flow, START, START + 5)).toEqual([]);
  });
});

describe('the metric', () => {
  it('is read in its own unit, and refused with the reason', () => {
    expect(parseMetric('12.5%', 'percent')).toEqual({ kind: 'count', count: 1250 });
    expect(parseMetric('100', 'percent')).toEqual({ kind: 'count', count: 10_000 });
    expect(parseMetric('101', 'percent')).toEqual({ kind: 'refused', reason: 'tooLarge' });
    expect(parseMetric('1.234', 'percent')).toEqual({ kind: 'refused', reason: 'fraction' });
    expect(parseMetric('是', 'yesNo')).toEqual({ kind: 'count', count: 1 });
    expect(parseMetric('也许', 'yesNo')).toEqual({ kind: 'refused', reason: 'notANumber' });
    expect(parseMetric('-3', 'minutes')).toEqual({ kind: 'refused', reason: 'negative' });
    expect(parseMetric(' ', 'percent')).toEqual({ kind: 'empty' });
  });

  it('comes back from what it is typed as, in every unit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...METRIC_UNITS), fc.nat(10_000), (unit, number) => {
        const count = unit === 'yesNo' ? number % 2 : number;
        expect(parseMetric(metricText(count, unit), unit)).toEqual({ kind: 'count', count });
      }),
    );
  });

  it('stands against its own target in its own direction, else against the share', () => {
    const metric = { name: text('分钟'), unit: 'minutes' as const, direction: 'lower' as const };
    const limits = { ...metric, targetValue: 10, redLineValue: 30 };
    expect(metricStatusOf(limits, { count: 10 })).toBe('reached');
    expect(metricStatusOf(limits, { count: 11 })).toBe('below');
    expect(metricStatusOf(limits, { count: 31 })).toBe('red');
    const share = { ...metric, direction: 'higher' as const, targetRate: 0.5, redLineRate: 0.2 };
    expect(metricStatusOf(share, { count: 5, rate: 0.1 })).toBe('red');
    expect(metricStatusOf(share, { count: 5, rate: 0.4 })).toBe('below');
    expect(metricStatusOf(share, { count: 5 })).toBe('none');
  });
});

describe('overlap with other running flows', () => {
  it('counts everybody once and names only flows that share somebody', () => {
    const others = [
      { runId: 'x', title: '七天计划', members: ' b c' },
      { runId: 'y', title: '触达', members: ' d' },
      { runId: 'z', title: '大促', members: ' a b c b' },
    ];
    expect(overlapsOf(' a b c', others)).toEqual([
      { runId: 'z', title: '大促', count: 3 },
      { runId: 'x', title: '七天计划', count: 2 },
    ]);
    expect(overlapsOf('', others)).toEqual([]);
  });
});
