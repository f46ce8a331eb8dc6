import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SopTemplate, StepDefinition } from './sop.schema';
import {
  blankStep,
  editTemplate,
  freeKey,
  MOST_STEPS,
  type TemplateEdit,
} from './template-edit.rules';

const step = (title: string, waitsFor?: number): StepDefinition => ({
  ...blankStep(),
  title: { zh: title, en: '' },
  ...(waitsFor === undefined
    ? {}
    : { due: { on: { kind: 'afterStep', step: waitsFor, days: 2 }, isWorkingDays: true } }),
});
const draft = (...steps: StepDefinition[]): SopTemplate => ({
  id: 'd',
  key: 'k',
  version: 1,
  name: { zh: '', en: '' },
  purpose: { zh: '', en: '' },
  kind: 'other',
  status: 'draft',
  exitActions: [],
  steps,
});
const titles = (of: SopTemplate) => of.steps.map(({ title }) => title.zh).join('');
/** `b→a`: the step called b waits for the one called a. */
const waits = (of: SopTemplate) =>
  of.steps.flatMap(({ title, due: { on } }) =>
    on.kind === 'afterStep' ? [`${title.zh}→${of.steps[on.step - 1]?.title.zh ?? '?'}`] : [],
  );

describe('changing a draft', () => {
  const abc = draft(step('a'), step('b', 1), step('c', 2));

  it('moves a step, and whoever waits still waits for the same one', () => {
    const moved = editTemplate(abc, { kind: 'moveStep', from: 1, to: 3 });
    expect(titles(moved)).toBe('bca');
    expect(waits(moved)).toEqual(['b→a', 'c→b']);
  });

  it('takes a step out; what waited for it counts from the start', () => {
    const without = editTemplate(abc, { kind: 'removeStep', at: 1 });
    expect(titles(without)).toBe('bc');
    expect(without.steps[0]?.due).toEqual({
      on: { kind: 'afterStart', days: 2 },
      isWorkingDays: true,
    });
    expect(waits(without)).toEqual(['c→b']);
  });

  it('keeps the last step, and at most sixty', () => {
    expect(titles(editTemplate(draft(step('a')), { kind: 'removeStep', at: 1 }))).toBe('a');
    const full = draft(...Array.from({ length: MOST_STEPS }, () => step('x')));
    const more = editTemplate(full, { kind: 'addStep', at: 1, step: step('y') });
    expect(more.steps).toHaveLength(MOST_STEPS);
  });

  it('puts a step between', () => {
    const more = editTemplate(abc, { kind: 'addStep', at: 2, step: step('n') });
    expect(titles(more)).toBe('anbc');
    expect(waits(more)).toEqual(['b→a', 'c→b']);
  });

  it('takes quiet hours, pictures and placements away', () => {
    const hours = { from: '22:00', to: '08:00' };
    const quiet = editTemplate(abc, { kind: 'head', patch: { quietHours: hours } });
    expect(quiet.quietHours).toEqual(hours);
    expect(editTemplate(quiet, { kind: 'head', patch: { name: { zh: '名', en: '' } } })).toEqual({
      ...quiet,
      name: { zh: '名', en: '' },
    });
    const loud = editTemplate(quiet, { kind: 'head', patch: { quietHours: null } });
    expect('quietHours' in loud).toBe(false);
    const pictured = { ...step('a'), visual: { zh: '图', en: '' } };
    const bare = editTemplate(draft(pictured), {
      kind: 'step',
      at: 1,
      patch: { optional: true },
      without: ['visual'],
    });
    expect(bare.steps).toEqual([{ ...step('a'), optional: true }]);
  });

  it('never loses who waits for whom, whatever is moved and added', () => {
    const place = fc.integer({ min: 1, max: 8 });
    const edit: fc.Arbitrary<TemplateEdit> = fc.oneof(
      fc.record({ kind: fc.constant('moveStep' as const), from: place, to: place }),
      fc.record({ kind: fc.constant('addStep' as const), at: place, step: fc.constant(step('n')) }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const end = edits.reduce(editTemplate, abc);
        expect(waits(end).sort()).toEqual(['b→a', 'c→b']);
      }),
    );
  });

  it('makes keys that nothing has', () => {
    expect(freeKey([], 'item')).toBe('item-1');
    expect(freeKey([{ key: 'item-2' }], 'item')).toBe('item-3');
  });
});

describe('a step’s own window', () => {
  it('is taken away when it is emptied', () => {
    const limited = editTemplate(draft(step('a')), {
      kind: 'step',
      at: 1,
      patch: { windowMs: 60_000 },
    });
    expect(limited.steps[0]?.windowMs).toBe(60_000);
    const free = editTemplate(limited, { kind: 'step', at: 1, patch: {}, without: ['windowMs'] });
    expect(free).toEqual(draft(step('a')));
  });
});
