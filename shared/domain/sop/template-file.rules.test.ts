import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SopTemplate, sopTemplateSchema } from './sop.schema';
import { diffTemplates } from './template-diff.rules';
import { flowOf, LARGEST_FLOW_FILE, readFlowFile, writeFlowFile } from './template-file.rules';

const text = fc.record({ zh: fc.string({ maxLength: 40 }), en: fc.string({ maxLength: 40 }) });
const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const clock = fc.constantFrom('00:00', '08:30', '22:00', '23:59');
const span = fc.record({ from: clock, to: clock });
const few = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 3 });
const on = fc.oneof(
  fc.record({ kind: fc.constant('afterStart' as const), days: fc.nat(3650) }),
  fc.record({
    kind: fc.constant('afterStep' as const),
    step: fc.integer({ min: 1, max: 60 }),
    days: fc.nat(30),
  }),
  fc.record({ kind: fc.constant('weekday' as const), weekday: fc.integer({ min: 1, max: 7 }) }),
  fc.record({ kind: fc.constant('onDay' as const), day: fc.constant('2026-02-28') }),
);
const labelled = { key, label: text };
const step = fc.record(
  {
    title: text,
    action: text,
    ownerRole: fc.constantFrom('leader', 'operator', 'auditor', 'designer', 'official'),
    due: fc.record({ on, isWorkingDays: fc.boolean(), window: span }, { requiredKeys: ['on'] }),
    rigour: fc.constantFrom('standard', 'critical'),
    tool: fc.constantFrom('segment', 'audit', 'none'),
    checklist: few(
      fc.record(
        { ...labelled, kind: fc.constantFrom('tick', 'passFail', 'value'), hint: text },
        { requiredKeys: ['key', 'label'] },
      ),
    ),
    scripts: few(
      fc.record(
        { ...labelled, text, variants: few(fc.record({ ...labelled, text })) },
        { requiredKeys: ['key', 'label', 'text'] },
      ),
    ),
    visual: text,
    placements: few(fc.record(labelled)),
    metric: fc.record(
      {
        name: text,
        unit: fc.constantFrom('people', 'percent', 'yesNo'),
        direction: fc.constantFrom('higher', 'lower'),
        targetRate: fc.double({ min: 0, max: 1, noNaN: true }).map((rate) => rate + 0),
        redLineValue: fc.nat(),
      },
      { requiredKeys: ['name', 'unit', 'direction'] },
    ),
    optional: fc.boolean(),
  },
  {
    requiredKeys: [
      'title',
      'action',
      'ownerRole',
      'due',
      'rigour',
      'tool',
      'checklist',
      'scripts',
      'metric',
    ],
  },
);
const template: fc.Arbitrary<SopTemplate> = fc
  .record(
    {
      id: fc.uuid(),
      key,
      version: fc.integer({ min: 1, max: 900 }),
      name: text,
      purpose: text,
      kind: fc.constantFrom('traffic', 'crisis', 'other'),
      steps: fc.array(step, { minLength: 1, maxLength: 4 }),
      quietHours: span,
      exitActions: few(
        fc.record({
          kind: fc.constant('tag' as const),
          when: fc.constantFrom('finished', 'either'),
          whom: fc.constantFrom('target', 'placed'),
          tagName: fc.constant('进群'),
        }),
      ),
      source: fc.string({ maxLength: 60 }),
      createdBy: fc.constant('王小店'),
      createdAt: fc.constant(1),
      changeNote: fc.constant('和李老板说好的'),
      basedOnId: fc.constant('some-row'),
    },
    { requiredKeys: ['id', 'key', 'version', 'name', 'purpose', 'steps'] },
  )
  .map((it) => sopTemplateSchema.parse(it));

const sizeOf = (of: string) => new TextEncoder().encode(of).byteLength;
const read = (of: string) => readFlowFile(of, sizeOf(of));

const small = sopTemplateSchema.parse({
  id: 'row-1',
  key: 'my-flow',
  version: 2,
  name: { zh: '流程', en: '' },
  purpose: { zh: '', en: '' },
  createdBy: '王小店',
  steps: [
    {
      title: { zh: '一', en: '' },
      action: { zh: '做', en: '' },
      ownerRole: 'leader',
      due: { on: { kind: 'afterStart', days: 0 } },
      rigour: 'standard',
      tool: 'none',
      checklist: [],
      scripts: [],
      metric: { name: { zh: '人', en: '' }, unit: 'people', direction: 'higher' },
    },
  ],
});
// biome-ignore lint/suspicious/noExplicitAny: files are damaged on purpose
const spoilt = (damage: (file: any) => void): string => {
  const file = JSON.parse(writeFlowFile(small));
  damage(file);
  return JSON.stringify(file);
};

describe('a flow as a file', () => {
  it('comes back as it went out', () => {
    fc.assert(
      fc.property(template, (it) => {
        const reading = read(writeFlowFile(it));
        expect(reading).toEqual({ kind: 'flow', flow: flowOf(it) });
        if (reading.kind === 'flow') expect(diffTemplates(it, reading.flow)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('takes nobody and nothing of the workspace along', () => {
    fc.assert(
      fc.property(template, (it) => {
        const file = writeFlowFile(it);
        expect(file).not.toContain('王小店');
        expect(file).not.toContain('李老板');
        expect(file).not.toContain('some-row');
        expect(file).not.toContain(it.id);
      }),
    );
  });

  it('says what a file is when it is no flow', () => {
    const refusal = (of: string) => {
      const reading = read(of);
      return reading.kind === 'refused' ? reading.faults : 'taken';
    };
    expect(refusal('手机号,昵称')).toEqual([{ code: 'notAFlow' }]);
    expect(refusal('{"format":"something"}')).toEqual([{ code: 'notAFlow' }]);
    expect(refusal('null')).toEqual([{ code: 'notAFlow' }]);
    expect(refusal(writeFlowFile(small).slice(0, -40))).toEqual([{ code: 'damaged' }]);
    expect(refusal(spoilt((file) => Object.assign(file, { formatVersion: 9 })))).toEqual([
      { code: 'newer', version: 9 },
    ]);
    expect(refusal(spoilt(({ template: it }) => delete it.steps[0].metric))).toEqual([
      { code: 'noMetric', step: 1 },
    ]);
    expect(refusal(spoilt(({ template: it }) => (it.steps[0].due.on.days = -1)))).toEqual([
      { code: 'stepField', step: 1, field: 'due' },
    ]);
    expect(refusal(spoilt(({ template: it }) => (it.steps = [])))).toEqual([{ code: 'noSteps' }]);
    const many = (length: number) =>
      spoilt(({ template: it }) => (it.steps = Array.from({ length }, () => it.steps[0])));
    expect(read(many(60)).kind).toBe('flow');
    expect(refusal(many(61))).toEqual([{ code: 'tooManySteps' }]);
    expect(refusal(spoilt(({ template: it }) => (it.key = '__proto__')))).toEqual([
      { code: 'field', field: 'key' },
    ]);
    expect(readFlowFile(writeFlowFile(small), LARGEST_FLOW_FILE + 1)).toEqual({
      kind: 'refused',
      faults: [{ code: 'tooLarge' }],
    });
    const long = '长'.repeat(5001);
    expect(refusal(spoilt(({ template: it }) => (it.steps[0].action.zh = long)))).toEqual([
      { code: 'textTooLong', step: 1 },
    ]);
  });

  it('is harmless whatever else is in it', () => {
    const html = '<img src=x onerror="alert(1)"><script>alert(1)</script>';
    const wrapped = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const hostile = spoilt(({ template: it }) => {
      it.name.zh = html;
      it.id = 'overwrite';
      it.status = 'published';
      it.isArchived = true;
      it.steps[0].secret = 'NESTED';
    })
      .replace(
        '"key":',
        '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":1}},"key":',
      )
      .replace('"NESTED"', wrapped);
    const reading = read(hostile);
    expect(reading).toEqual({
      kind: 'flow',
      flow: { ...flowOf(small), name: { zh: html, en: '' } },
    });
    expect(Object.hasOwn(reading.kind === 'flow' ? reading.flow : {}, '__proto__')).toBe(false);
    expect('polluted' in {}).toBe(false);
  });

  it('throws for no text whatever', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (of) => {
        expect(read(of).kind).toBe('refused');
      }),
    );
  });
});
