import { describe, expect, it } from 'vitest';
import type { StepDefinition } from './sop.schema';
import type { FlowContent } from './template-check.rules';
import { diffTemplates } from './template-diff.rules';
import { blankStep } from './template-edit.rules';

const zh = (text: string) => ({ zh: text, en: '' });
const step = (title: string, more: Partial<StepDefinition> = {}): StepDefinition => ({
  ...blankStep(),
  title: zh(title),
  action: zh(`做${title}`),
  ...more,
});
const flow = (...steps: StepDefinition[]): FlowContent => ({
  key: 'k',
  name: zh('流程'),
  purpose: zh(''),
  kind: 'other',
  exitActions: [],
  steps,
});
const parts = (a: FlowContent, b: FlowContent) =>
  diffTemplates(a, b).map(({ part, step: at }) => (at === undefined ? part : `${part} ${at}`));
const [a, b, c] = [step('甲'), step('乙'), step('丙')];
const item = (key: string, label: string) => ({ key, label: zh(label), kind: 'tick' as const });

describe('the differences of two versions', () => {
  it('are none between a flow and itself, whatever the order of its fields', () => {
    const turned = JSON.parse(JSON.stringify(flow(a, b)), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as FlowContent;
    expect(diffTemplates(flow(a, b), turned)).toEqual([]);
  });

  it('name steps that came, went and moved', () => {
    expect(parts(flow(a, b), flow(a, c, b))).toEqual(['step 2']);
    expect(parts(flow(a, b, c), flow(a, c))).toEqual(['step 2']);
    expect(diffTemplates(flow(a, b, c), flow(b, c, a))).toEqual([
      {
        part: 'place',
        step: 3,
        title: zh('甲'),
        before: { as: 'place', place: 1 },
        after: { as: 'place', place: 3 },
      },
    ]);
  });

  it('know a step again that got another title', () => {
    expect(parts(flow(a, b), flow({ ...a, title: zh('新') }, b))).toEqual(['title 1']);
    const tool = step('审核', { tool: 'audit' });
    const renamed = { ...tool, title: zh('查资料'), action: zh('换了说法') };
    expect(parts(flow(tool, b), flow(b, renamed))).toContain('title 2');
  });

  it('show before and after of what a step says', () => {
    const metric = { ...a.metric, targetRate: 0.5 };
    const [change] = diffTemplates(flow(b, a), flow(b, { ...a, metric }));
    expect(change).toEqual({
      part: 'metric',
      step: 2,
      title: zh('甲'),
      before: { as: 'metric', metric: a.metric },
      after: { as: 'metric', metric },
    });
  });

  it('follow items, scripts and their variants by their keys', () => {
    const before = { ...a, checklist: [item('x', '看价格'), item('y', '看库存')] };
    const after = { ...a, checklist: [item('y', '看库存'), item('z', '看日期')] };
    expect(diffTemplates(flow(before), flow(after))).toMatchObject([
      { part: 'item', before: { text: zh('看价格') } },
      { part: 'item', after: { text: zh('看日期') } },
    ]);
    const turned = { ...a, checklist: [...before.checklist].reverse() };
    expect(parts(flow(before), flow(turned))).toEqual(['itemOrder 1']);
    const script = { key: 's', label: zh('欢迎'), text: zh('你好') };
    const variants = [{ key: 'v', label: zh('短'), text: zh('嗨') }];
    const told = flow({ ...a, scripts: [script] });
    expect(parts(told, flow({ ...a, scripts: [{ ...script, variants }] }))).toEqual(['variant 1']);
    expect(parts(told, flow({ ...a, scripts: [{ ...script, text: zh('您好') }] }))).toEqual([
      'script 1',
    ]);
  });

  it('tell of the flow as a whole', () => {
    const quiet = { ...flow(a), quietHours: { from: '22:00', to: '08:00' } };
    expect(parts(flow(a), { ...quiet, name: zh('新名') })).toEqual(['name', 'quietHours']);
  });
});

describe('a step’s own window', () => {
  it('is said before and after, also when there was none', () => {
    const limited = step('乙', { windowMs: 3_600_000 });
    expect(diffTemplates(flow(a, b), flow(a, limited))).toEqual([
      {
        part: 'window',
        step: 2,
        title: zh('乙'),
        before: { as: 'window', windowMs: undefined },
        after: { as: 'window', windowMs: 3_600_000 },
      },
    ]);
    expect(parts(flow(a, limited), flow(a, { ...limited }))).toEqual([]);
  });
});
