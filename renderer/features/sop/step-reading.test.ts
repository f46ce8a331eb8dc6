import type { SopStep } from '@shared/domain/sop/sop.schema';
import { describe, expect, it } from 'vitest';
import { builtInTemplates } from '@/features/flow-runs/index';
import { funnelOf, readingOf } from './step-reading';

function step(patch: Partial<SopStep> = {}): SopStep {
  const definition = builtInTemplates().find(({ key }) => key === 'traffic-7-steps')?.steps[1];
  if (!definition) throw new Error('the flow has no second step');
  return {
    id: 'r.2',
    runId: 'r',
    position: 2,
    definition,
    state: 'doing',
    dueAt: 0,
    tickedKeys: [],
    overriddenKeys: [],
    ...patch,
  };
}

describe('the metric field', () => {
  it('is empty before anything is known, and stays so while there are no records', () => {
    expect(readingOf(step()).input.kind).toBe('empty');
    expect(readingOf(step(), undefined, 0).text).toBe('');
  });

  it('offers the count of the records and follows it', () => {
    expect(readingOf(step(), undefined, 12)).toMatchObject({ text: '12', source: 'records' });
    const read = step({ metricCount: 12, metricSource: 'records' });
    expect(readingOf(read, undefined, 15)).toMatchObject({ text: '15', source: 'records' });
  });

  it('keeps what was typed, whatever the records say', () => {
    const typed = step({ metricCount: 9, metricSource: 'typed' });
    expect(readingOf(typed, undefined, 12)).toMatchObject({ text: '9', source: 'typed' });
    expect(readingOf(step(), '7', 12)).toMatchObject({ text: '7', source: 'typed' });
    expect(readingOf(step(), '12', 12).source).toBe('records');
  });

  it('does not move any more once the step is done', () => {
    const done = step({ state: 'done', metricCount: 12, metricSource: 'records' });
    expect(readingOf(done, undefined, 20).text).toBe('12');
  });
});

describe('the funnel on screen', () => {
  it('moves with what is typed and keeps the stored count where the typing is unreadable', () => {
    const steps = [step({ position: 1, metricCount: 200 }), step({ metricCount: 80 })];
    const typed = (draft: string) => new Map([[2, readingOf(step(), draft)]]);
    expect(funnelOf(steps, typed('50'))[1]?.rate).toBe(0.25);
    expect(funnelOf(steps, typed('5x'))[1]?.rate).toBe(0.4);
  });
});
