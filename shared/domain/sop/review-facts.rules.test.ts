import { computeFunnel } from '@shared/domain/funnel/funnel.rules';
import { describe, expect, it } from 'vitest';
import { reviewFacts } from './review-facts.rules';
import { type SopStep, sopStepSchema } from './sop.schema';

const both = (text: string) => ({ zh: text, en: text });
const DAY = 86_400_000;

function step(position: number, metricCount: number | undefined, more: object = {}): SopStep {
  return sopStepSchema.parse({
    id: `r.${position}`,
    runId: 'r',
    position,
    state: 'done',
    dueAt: 10 * DAY,
    doneAt: 9 * DAY,
    metricCount,
    definition: {
      title: both('步'),
      action: both('做'),
      ownerRole: 'leader',
      due: { on: { kind: 'afterStart', days: 0 } },
      rigour: 'standard',
      tool: 'none',
      checklist: [],
      scripts: [],
      metric: { name: both('人'), unit: 'people', direction: 'higher', targetRate: 0.5 },
    },
    ...more,
  });
}
const barsOf = (steps: readonly SopStep[]) =>
  computeFunnel(
    steps.map(({ position, metricCount, state, definition }) => ({
      position,
      count: metricCount,
      isSkipped: state === 'skipped',
      targetRate: definition.metric.targetRate,
    })),
  );
const factsOf = (steps: readonly SopStep[]) => reviewFacts(steps, barsOf(steps));

describe('what a run says of itself', () => {
  it('holds each step against its target', () => {
    const { steps, worst } = factsOf([step(1, 1000), step(2, 400), step(3, 300)]);
    expect(steps.map(({ gap }) => gap && Number(gap.toFixed(9)))).toEqual([undefined, -0.1, 0.25]);
    expect(steps.map(({ verdict }) => verdict)).toEqual(['noTarget', 'below', 'above']);
    // (1000 · 0.5 − 400) · 0.75
    expect(worst).toMatchObject({ position: 2, by: 'bottleneck' });
    expect(worst?.gainedPeople).toBeCloseTo(75, 9);
  });

  it('says too few rather than a verdict', () => {
    expect(factsOf([step(1, 20), step(2, 1)]).steps[1]?.verdict).toBe('tooFew');
  });

  it('names late steps, overridden ones and those left out, with their reasons', () => {
    const facts = factsOf([
      step(1, 100, { doneAt: 12 * DAY }),
      step(2, 60, { overriddenKeys: ['a'], overrideReason: '先上线', overriddenBy: '小满' }),
      step(3, undefined, { state: 'skipped', skipReason: '没有 App', doneBy: '阿青' }),
    ]);
    expect(facts.late).toEqual([{ position: 1, byMs: 2 * DAY }]);
    expect(facts.overrides).toEqual([{ position: 2, keys: ['a'], reason: '先上线', by: '小满' }]);
    expect(facts.skips).toEqual([{ position: 3, reason: '没有 App', by: '阿青' }]);
  });

  it('finds the worst step of a flow that counts no people', () => {
    const minutes = (targetValue: number, metricCount: number, position: number) => {
      const base = step(position, metricCount);
      const metric = {
        ...base.definition.metric,
        unit: 'minutes',
        direction: 'lower',
        targetValue,
      };
      return sopStepSchema.parse({ ...base, definition: { ...base.definition, metric } });
    };
    const { worst, steps } = reviewFacts([minutes(30, 33, 1), minutes(10, 20, 2)], []);
    expect(worst).toEqual({ position: 2, by: 'belowTarget' });
    expect(steps[1]?.gap).toBe(10);
  });

  it('has nothing to name when nothing was counted', () => {
    const facts = factsOf([step(1, undefined), step(2, undefined)]);
    expect(facts.worst).toBeUndefined();
    expect(facts.steps.every(({ gap }) => gap === undefined)).toBe(true);
  });
});
