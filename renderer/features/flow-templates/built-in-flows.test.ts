import { planRun } from '@shared/domain/sop/run-start.rules';
import type { SopTemplate, StepDefinition } from '@shared/domain/sop/sop.schema';
import { completeStep } from '@shared/domain/sop/sop-step.rules';
import { checkTemplate } from '@shared/domain/sop/template-check.rules';
import { diffTemplates } from '@shared/domain/sop/template-diff.rules';
import { readFlowFile, writeFlowFile } from '@shared/domain/sop/template-file.rules';
import { dayOf } from '@shared/lib/time';
import { describe, expect, it } from 'vitest';
import { builtInTemplates } from '@/features/flow-runs';

const templates = builtInTemplates();
const KEYS = [
  'content-day',
  'crisis',
  'entry-ceremony',
  'group-iteration',
  'habit-21-days',
  'newcomers-7-days',
  'revive-group',
  'season-30-days',
  'three-reviews',
  'touch-five',
  'traffic-7-steps',
];

const textsOf = (step: StepDefinition) => [
  step.title,
  step.action,
  step.metric.name,
  ...(step.visual ? [step.visual] : []),
  ...step.checklist.flatMap(({ label, hint }) => (hint ? [label, hint] : [label])),
  ...(step.placements ?? []).map(({ label }) => label),
  ...step.scripts.flatMap(({ label, text, variants = [] }) => [
    label,
    text,
    ...variants.flatMap((it) => [it.label, it.text]),
  ]),
];

it('every flow that comes with the console has its own key', () => {
  expect(templates.map(({ key }) => key).sort()).toEqual(KEYS);
  expect(new Set(templates.map(({ id }) => id)).size).toBe(KEYS.length);
});

describe.each(templates.map((it): [string, SopTemplate] => [it.key, it]))('%s', (_, template) => {
  it('has nothing to mend and nothing to mention', () => {
    expect(checkTemplate(template)).toEqual([]);
  });

  it('says everything in both languages, with the same variables', () => {
    for (const text of [template.name, template.purpose, ...template.steps.flatMap(textsOf)]) {
      expect(text.zh.trim()).not.toBe('');
      expect(text.en.trim()).not.toBe('');
      expect(text.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('has no step due before the one it waits for, and ends with its last day', () => {
    const { steps } = planRun(template, {
      runId: 'r',
      title: 't',
      now: Date.UTC(2026, 2, 2, 1),
      timeZone: 'Asia/Shanghai',
    });
    const days = steps.map(({ dueAt }) => dayOf(dueAt, 'Asia/Shanghai'));
    for (const [index, { due }] of template.steps.entries()) {
      if (due.on.kind !== 'afterStep') continue;
      expect((days[due.on.step - 1] ?? '') <= (days[index] ?? '')).toBe(true);
    }
    expect(days.at(-1)).toBe([...days].sort().at(-1));
    for (const { dueFromAt = 0, dueAt } of steps) expect(dueFromAt).toBeLessThan(dueAt);
  });

  it('is critical only where there is something that must not go wrong', () => {
    for (const { rigour, checklist } of template.steps) {
      if (rigour === 'critical') expect(checklist.length).toBeGreaterThan(0);
    }
  });

  it('aims at something where it has a red line', () => {
    for (const { metric } of template.steps) {
      if (metric.redLineRate !== undefined) expect(metric.targetRate).toBeDefined();
      if (metric.redLineValue !== undefined) expect(metric.targetValue).toBeDefined();
    }
  });

  it('goes into a file and comes back the same', () => {
    const file = writeFlowFile(template);
    const reading = readFlowFile(file, file.length);
    if (reading.kind !== 'flow') throw new Error(JSON.stringify(reading));
    expect(diffTemplates(template, reading.flow)).toEqual([]);
  });
});

describe('the seven steps', () => {
  const traffic = templates.find(({ key }) => key === 'traffic-7-steps');
  if (!traffic) throw new Error('traffic-7-steps is gone');

  it('can be walked with seven numbers and not one tick', () => {
    const now = Date.UTC(2026, 2, 2, 1);
    const timeZone = 'Asia/Shanghai';
    let flow = planRun(traffic, { runId: 'r', title: 't', now, timeZone });
    for (let position = 1; position <= 7; position += 1) {
      const reading = { count: 1000 - position, source: 'typed' as const };
      const change = completeStep(flow, position, { reading }, { now, timeZone, by: undefined });
      flow = {
        run: { ...flow.run, ...change.run },
        steps: flow.steps.map((step) => ({
          ...step,
          ...change.steps.find(({ id }) => id === step.id)?.patch,
        })),
      };
    }
    expect(flow.steps.map(({ state }) => state)).toEqual(Array(7).fill('done'));
    expect(flow.run.status).toBe('finished');
  });

  it('judge the guide page by what it says, its proof and its one action', () => {
    const judged = traffic.steps[2]?.checklist.filter(({ kind }) => kind === 'passFail');
    expect(judged?.map(({ key }) => key)).toEqual(['value', 'proof', 'one-action']);
  });

  it('try a second wording from the placements on, with the same variables or fewer', () => {
    for (const { scripts } of traffic.steps.slice(1)) {
      expect(scripts.some(({ variants = [] }) => variants.length > 0)).toBe(true);
    }
  });

  it('leave people alone at night', () => {
    expect(traffic.quietHours).toEqual({ from: '22:00', to: '08:00' });
  });
});
