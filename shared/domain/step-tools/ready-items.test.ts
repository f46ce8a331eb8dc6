import { stepItemSchema } from '@shared/domain/sop/run-record.schema';
import { expect, it } from 'vitest';
import { readyItems } from './ready-items';

const label = (zh: string, en: string) => ({ zh, en });
const step = {
  id: 'r.2',
  runId: 'r',
  position: 2,
  definition: {
    placements: [
      { key: 'home-popup', label: label('首页弹窗：每人每天最多一次', 'Home pop-up: once a day') },
      { key: 'own', label: label('门店海报', '') },
    ],
  },
} as unknown as Parameters<typeof readyItems>[0];

it('takes a place apart into its name and what is said about it', () => {
  expect(readyItems(step, 'placement', 'zh')).toMatchObject([
    {
      id: 'r.2.home-popup',
      label: '首页弹窗',
      note: '每人每天最多一次',
      state: 'planned',
      rank: 0,
    },
    { label: '门店海报', rank: 1 },
  ]);
  expect(readyItems(step, 'placement', 'en').map((item) => item.label)).toEqual([
    'Home pop-up',
    '门店海报',
  ]);
});

it('brings ways over and reasons that can be stored, each with a key of its own', () => {
  for (const language of ['zh', 'en'] as const) {
    const items = (['jumpVariant', 'lossReason'] as const).flatMap((kind) =>
      readyItems(step, kind, language),
    );
    for (const item of items) expect(stepItemSchema.safeParse(item).success).toBe(true);
    expect(new Set(items.map((item) => item.key)).size).toBe(items.length);
    expect(new Set(items.map((item) => item.label)).size).toBe(items.length);
  }
});
