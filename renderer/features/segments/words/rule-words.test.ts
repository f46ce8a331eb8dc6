import type { Rule } from '@shared/domain/rules/rule.schema';
import { describe, expect, it } from 'vitest';
import { createFormat } from '@/ui/format';
import { modelNames } from './model-names';
import { createRuleWords } from './rule-words';

const named: Record<string, string> = { t1: '宝妈', s1: '高复购', p1: '开学名单', g1: '望江一群' };
const speak = (language: 'zh-CN' | 'en', settings = {}) =>
  createRuleWords(language, createFormat({ language, isMasked: true, timeZone: 'Asia/Shanghai' }), {
    tag: (id) => named[id],
    segment: (id) => named[id],
    snapshot: (id) => named[id],
    group: (id) => named[id],
    ...modelNames(language, settings),
  });
const order = { of: 'order' } as const;

const cases: [string, Rule, string, string][] = [
  [
    'buying often, but not one thing',
    {
      kind: 'all',
      of: [
        { kind: 'times', event: order, within: { lastDays: 30 }, times: { min: 3 } },
        {
          kind: 'not',
          of: { kind: 'times', event: { of: 'order', category: ['fruit'] }, times: { min: 1 } },
        },
      ],
    },
    '近 30 天下单 ≥ 3 次，且没买过 水果',
    'ordered ≥ 3 times in the last 30 days, and did not buy Fruit',
  ],
  [
    'groups within groups',
    {
      kind: 'all',
      of: [
        { kind: 'attribute', field: 'identity', isAny: ['consumer'] },
        {
          kind: 'any',
          of: [
            { kind: 'tag', tagIds: ['t1'] },
            { kind: 'segment', segmentId: 's1' },
          ],
        },
      ],
    },
    '身份是 C 端，且（有标签 宝妈，或属于人群「高复购」）',
    'identity is Consumer, and (tagged 宝妈, or in the segment “高复购”)',
  ],
  [
    'thresholds of money, which are no secret',
    {
      kind: 'money',
      measure: 'netFen',
      within: { lastDays: 90 },
      range: { min: 50_000, max: 120_050 },
    },
    '近 90 天净消费 ¥500–¥1200.5',
    'net spend ¥500–¥1200.5 in the last 90 days',
  ],
  [
    'one thing and never another',
    {
      kind: 'sequence',
      steps: [{ of: 'order', product: ['草莓'] }],
      without: { of: 'order', product: ['蓝莓'] },
      withinDays: 7,
    },
    '买过 草莓，之后 7 天内没买过 蓝莓',
    'bought 草莓, and within 7 days did not buy 蓝莓',
  ],
  [
    'how long something is past',
    {
      kind: 'all',
      of: [
        { kind: 'when', event: order, which: 'first', daysAgo: { max: 90 } },
        { kind: 'when', event: order, which: 'last', daysAgo: { min: 30 } },
        { kind: 'when', event: order, which: 'last', daysAgo: { min: 30, max: 60 } },
      ],
    },
    '首次下单在 90 天内，且最近一次下单在 30 天以前，且最近一次下单在 30–60 天前',
    'first ordered within 90 days, and last ordered at least 30 days ago, and last ordered 30–60 days ago',
  ],
  [
    'what has held for a while',
    { kind: 'held', days: 7, of: { kind: 'not', of: { kind: 'filled', field: 'phone' } } },
    '没填手机号（已持续至少 7 天）',
    'phone is not filled in (for at least 7 days)',
  ],
  [
    'the models by their names',
    {
      kind: 'any',
      of: [
        { kind: 'quadrant', isAny: ['churn'] },
        { kind: 'persona', frequency: ['daily'], orderValue: ['low', 'top'] },
        { kind: 'level', isAny: ['gold'] },
      ],
    },
    '四象限为 流失预警，或画像为 频次 每周 7 次起，且客单 ¥0–¥50、¥120 以上，或成长等级为 金卡',
    'quadrant is Slipping away, or persona is frequency from 7 a week, and order value ¥0–¥50 / above ¥120, or growth level is Gold',
  ],
  [
    'what is gone',
    { kind: 'snapshot', snapshotId: 'x' },
    '在快照「已删除」里',
    'in the snapshot “deleted”',
  ],
  ['everybody', { kind: 'all', of: [] }, '所有成员', 'everybody'],
];

describe('a rule in words', () => {
  it.each(cases)('says %s', (_, rule, zh, en) => {
    expect(speak('zh-CN').sentence(rule)).toBe(zh);
    expect(speak('en').sentence(rule)).toBe(en);
  });

  it('goes by the bands that the workspace has set', () => {
    const settings = {
      persona: {
        frequencyBands: [
          { key: 'few', fromPerWeek: 0 },
          { key: 'many', fromPerWeek: 2 },
        ],
      },
    };
    const rule: Rule = { kind: 'persona', frequency: ['few'] };
    expect(speak('zh-CN', settings).sentence(rule)).toBe('画像为 频次 每周不到 2 次');
  });
});
