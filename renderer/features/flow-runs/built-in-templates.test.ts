import { describe, expect, it } from 'vitest';
import { builtInTemplates } from './built-in-templates';

const template = builtInTemplates().find(({ key }) => key === 'traffic-7-steps');
const steps = template?.steps ?? [];
const texts = steps.flatMap((step) => [
  step.title,
  step.action,
  step.metric.name,
  ...(step.visual ? [step.visual] : []),
  ...step.checklist.map((item) => item.label),
  ...(step.placements ?? []).map((item) => item.label),
  ...step.scripts.flatMap((script) => [script.label, script.text]),
]);

describe('the seven steps from traffic to the group', () => {
  it('are seven, in the order of their tools', () => {
    expect(steps.map((step) => step.tool)).toEqual([
      'segment',
      'placements',
      'guidePage',
      'jump',
      'autoReply',
      'audit',
      'placement',
    ]);
  });

  it('can all be completed by a leader in a hurry', () => {
    expect(steps.every((step) => step.rigour === 'standard')).toBe(true);
  });

  it('name seven placements', () => {
    expect(steps[1]?.placements).toHaveLength(7);
  });

  it('say everything in both languages', () => {
    for (const text of texts) {
      expect(text.zh.trim()).not.toBe('');
      expect(text.en.trim()).not.toBe('');
      expect(text.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('use the same number of variables in both languages of a script', () => {
    const variables = (text: string) => new Set(text.match(/\{[^{}]+\}/g)).size;
    for (const { text } of steps.flatMap((step) => step.scripts)) {
      expect(variables(text.en)).toBe(variables(text.zh));
    }
  });

  it('have checklists of three to five items whose keys are their own', () => {
    for (const { checklist } of steps) {
      expect(checklist.length).toBeGreaterThanOrEqual(3);
      expect(checklist.length).toBeLessThanOrEqual(5);
      expect(new Set(checklist.map((item) => item.key)).size).toBe(checklist.length);
    }
  });

  it('aim at a conversion above the red line, from the second step on', () => {
    expect(steps[0]?.metric.targetRate).toBeUndefined();
    for (const { metric } of steps.slice(1)) {
      expect(metric.targetRate ?? 0).toBeGreaterThan(metric.redLineRate ?? 1);
    }
  });
});
