import { describe, expect, it } from 'vitest';
import type { StepDefinition } from './sop.schema';
import { checkTemplate, type FlowContent, isFault } from './template-check.rules';
import { blankStep } from './template-edit.rules';

const both = (text: string) => ({ zh: text, en: text });

const step = (title: string, more: Partial<StepDefinition> = {}): StepDefinition => ({
  ...blankStep(),
  title: both(title),
  action: both('去做'),
  metric: { name: both('人数'), unit: 'people', direction: 'higher' },
  ...more,
});

const flow = (...steps: StepDefinition[]): FlowContent => ({
  key: 'flow',
  name: both('流程'),
  purpose: both(''),
  kind: 'other',
  exitActions: [],
  steps,
});

const codes = (of: FlowContent) =>
  checkTemplate(of).map(({ code, step: at }) => (at === undefined ? code : `${code} ${at}`));
const after = (other: number) => ({
  due: { on: { kind: 'afterStep', step: other, days: 1 } as const, isWorkingDays: false },
});
const hours = (from: string, to: string) => ({
  due: {
    on: { kind: 'afterStart', days: 0 } as const,
    isWorkingDays: false,
    window: { from, to },
  },
});
const metric = (more: Partial<StepDefinition['metric']>) => ({
  metric: { name: both('数'), unit: 'people', direction: 'higher', ...more } as const,
});
const tick = (key: string, label = key) => ({ key, label: both(label), kind: 'tick' as const });

describe('a flow before it is published', () => {
  it('is in order when every step says what to do and which number to watch', () => {
    expect(codes(flow(step('一'), step('二', after(1))))).toEqual([]);
  });

  it('needs one language, not both', () => {
    const inOne = step('', { title: { zh: '', en: 'One' }, action: { zh: '做', en: '' } });
    expect(codes(flow(inOne))).toEqual([]);
  });

  it('names the step that lacks a title, an action or a number', () => {
    const bare = { ...blankStep(), title: both(' ') };
    expect(codes({ ...flow(step('一'), bare), name: both('') })).toEqual([
      'noName',
      'noTitle 2',
      'noAction 2',
      'noMetric 2',
    ]);
  });

  it('lets a step wait for an earlier one only', () => {
    expect(codes(flow(step('一', after(1))))).toEqual(['afterItself 1']);
    expect(codes(flow(step('一', after(2)), step('二')))).toEqual(['afterLater 1']);
    expect(codes(flow(step('一', after(9))))).toEqual(['afterMissing 1']);
    const circle = flow(step('一', after(3)), step('二', after(1)), step('三', after(2)));
    expect(codes(circle)).toEqual(['afterCircle 1', 'afterCircle 2', 'afterCircle 3']);
    // A step outside the circle that waits for one in it is not in a circle itself.
    const tail = flow(step('一', after(2)), step('二', after(1)), step('三', after(1)));
    expect(codes(tail)).toEqual(['afterCircle 1', 'afterCircle 2']);
  });

  it('has its red line on the far side of the target', () => {
    const wrong = 'wrongSide 2';
    const of = (more: Partial<StepDefinition['metric']>) =>
      codes(flow(step('一'), step('二', metric(more))));
    expect(of({ targetRate: 0.4, redLineRate: 0.6 })).toEqual([wrong]);
    expect(of({ targetRate: 0.4, redLineRate: 0.4 })).toEqual([]);
    expect(of({ direction: 'lower', unit: 'minutes', targetValue: 15, redLineValue: 5 })).toEqual([
      wrong,
    ]);
    expect(of({ direction: 'lower', unit: 'minutes', targetValue: 15, redLineValue: 30 })).toEqual(
      [],
    );
  });

  it('aims at numbers that its unit can have, and at rates only where people come from a step', () => {
    expect(codes(flow(step('一', metric({ unit: 'percent', targetValue: 10_001 }))))).toEqual([
      'outOfRange 1',
    ]);
    expect(codes(flow(step('一', metric({ unit: 'yesNo', targetValue: 2 }))))).toEqual([
      'outOfRange 1',
    ]);
    expect(codes(flow(step('一', metric({ targetRate: 0.5 }))))).toEqual(['firstStepRate 1']);
    expect(
      codes(flow(step('一'), step('二', metric({ unit: 'minutes', targetRate: 0.5 })))),
    ).toEqual(['rateOfNoPeople 2']);
  });

  it('has hours that are some time long, and mentions those over midnight or at rest', () => {
    expect(codes(flow(step('一', hours('09:00', '09:00'))))).toEqual(['noHours 1']);
    expect(codes(flow(step('一', hours('22:00', '02:00'))))).toEqual(['hoursOverMidnight 1']);
    const quiet = { from: '22:00', to: '08:00' };
    const scripts = [{ key: 's', label: both('s'), text: both('在吗') }];
    expect(
      codes({ ...flow(step('一', hours('06:00', '07:00'))), quietHours: quiet }),
      'nothing is sent, so nobody is disturbed',
    ).toEqual([]);
    const night = (from: string, to: string) => ({
      ...flow(step('一', { ...hours(from, to), scripts })),
      quietHours: quiet,
    });
    expect(codes(night('06:00', '08:00'))).toEqual(['hoursInQuiet 1']);
    expect(codes(night('06:00', '08:01'))).toEqual([]);
    expect(codes(night('23:00', '01:00'))).toEqual(['hoursOverMidnight 1', 'hoursInQuiet 1']);
    expect(codes({ ...flow(step('一')), quietHours: { from: '08:00', to: '08:00' } })).toEqual([
      'noHours',
    ]);
  });

  it('keeps keys apart within a step', () => {
    const script = (key: string, text = 'x') => ({ key, label: both(key), text: both(text) });
    const bad = step('一', {
      checklist: [tick('a'), tick('a', '又一个'), tick('b', '')],
      scripts: [
        script('s'),
        { ...script('s', ''), variants: [script('v'), script('v'), script('w', '')] },
      ],
      placements: [
        { key: 'p', label: both('弹窗') },
        { key: 'p', label: both('') },
      ],
    });
    expect(codes(flow(bad)).sort()).toEqual(
      [
        'emptyItem 1',
        'emptyPlacement 1',
        'emptyScript 1',
        'emptyVariant 1',
        'sameItemKey 1',
        'samePlacementKey 1',
        'sameScriptKey 1',
        'sameVariantKey 1',
      ].sort(),
    );
  });

  it('mentions what is odd without holding the flow back', () => {
    const odd = flow(
      step('一', { rigour: 'critical' }),
      step('一', {
        scripts: [
          { key: 's', label: both('s'), text: { zh: '{昵称}好，{福利}', en: 'Hi {name}' } },
        ],
      }),
    );
    const problems = checkTemplate(odd);
    expect(problems.map(({ code }) => code)).toEqual([
      'criticalWithoutItems',
      'sameTitle',
      'variablesDiffer',
    ]);
    expect(problems.some(isFault)).toBe(false);
  });

  it('does not start itself anew at its end', () => {
    const loop = {
      ...flow(step('一')),
      exitActions: [{ kind: 'startFlow', when: 'finished', templateKey: 'flow' } as const],
    };
    expect(codes(loop)).toEqual(['startsItself']);
  });
});

describe('a step’s own window', () => {
  it('is longer than nothing, and has a step before it to count from', () => {
    const windowMs = 3_600_000;
    expect(codes(flow(step('一'), step('二', { windowMs })))).toEqual([]);
    expect(codes(flow(step('一'), step('二', { windowMs: 0 })))).toEqual(['noWindow 2']);
    expect(codes(flow(step('一', { windowMs }), step('二')))).toEqual(['firstStepWindow 1']);
    expect([isFault({ code: 'noWindow' }), isFault({ code: 'firstStepWindow' })]).toEqual([
      true,
      false,
    ]);
  });
});
