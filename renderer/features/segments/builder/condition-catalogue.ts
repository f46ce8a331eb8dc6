import type { Condition, EventRef } from '@shared/domain/rules/rule.schema';

export const CONDITION_GROUPS = [
  'who',
  'bought',
  'did',
  'said',
  'where',
  'tagged',
  'models',
] as const;
export type ConditionGroup = (typeof CONDITION_GROUPS)[number];

/** What the data have to offer for a first value that finds somebody. */
export type StartValues = {
  channel: string;
  region: string;
  product: string;
  otherProduct: string;
  category: string | undefined;
  tagId: string | undefined;
  segmentId: string | undefined;
  snapshotId: string | undefined;
  level: string | undefined;
  frequency: string | undefined;
};

export type ConditionStart = { group: ConditionGroup; make: (from: StartValues) => Condition };

const order: EventRef = { of: 'order' };
const within = (lastDays: number) => ({ lastDays });
const did = (kind: Extract<EventRef, { of: 'interaction' }>['kinds'][number]): ConditionStart => ({
  group: 'did',
  make: () => ({
    kind: 'times',
    event: { of: 'interaction', kinds: [kind] },
    within: within(30),
    times: { min: 1 },
  }),
});
const start = (group: ConditionGroup, make: (from: StartValues) => Condition): ConditionStart => ({
  group,
  make,
});

/** Every way to begin a condition, with values that make sense in the trade. */
export const conditionStarts = {
  identity: start('who', () => ({ kind: 'attribute', field: 'identity', isAny: ['consumer'] })),
  channel: start('who', (from) => ({
    kind: 'attribute',
    field: 'channel',
    isAny: [from.channel],
  })),
  region: start('who', (from) => ({ kind: 'attribute', field: 'region', isAny: [from.region] })),
  source: start('who', () => ({ kind: 'attribute', field: 'source', isAny: ['import'] })),
  gender: start('who', () => ({ kind: 'attribute', field: 'gender', isAny: ['female'] })),
  known: start('who', () => ({ kind: 'known', daysAgo: { max: 30 } })),
  birthday: start('who', () => ({ kind: 'birthday', daysAway: { max: 7 } })),
  age: start('who', () => ({ kind: 'age', years: { min: 25, max: 45 } })),
  filled: start('who', () => ({ kind: 'filled', field: 'phone' })),
  text: start('who', () => ({ kind: 'text', field: 'note', containsAny: ['VIP'] })),

  ordered: start('bought', () => ({
    kind: 'times',
    event: order,
    within: within(30),
    times: { min: 3 },
  })),
  neverOrdered: start('bought', () => ({ kind: 'times', event: order, times: { max: 0 } })),
  lastOrder: start('bought', () => ({
    kind: 'when',
    event: order,
    which: 'last',
    daysAgo: { min: 30 },
  })),
  firstOrder: start('bought', () => ({
    kind: 'when',
    event: order,
    which: 'first',
    daysAgo: { max: 7 },
  })),
  product: start('bought', (from) => ({
    kind: 'times',
    event: { of: 'order', product: [from.product] },
    within: within(90),
    times: { min: 1 },
  })),
  category: start('bought', (from) => ({
    kind: 'times',
    event:
      from.category === undefined
        ? { of: 'order', product: [from.product] }
        : { of: 'order', category: [from.category] },
    within: within(90),
    times: { min: 1 },
  })),
  aNotB: start('bought', (from) => ({
    kind: 'sequence',
    steps: [{ of: 'order', product: [from.product] }],
    without: { of: 'order', product: [from.otherProduct] },
  })),
  sequence: start('bought', (from) => ({
    kind: 'sequence',
    steps: [
      { of: 'order', product: [from.product] },
      { of: 'order', product: [from.otherProduct] },
    ],
    withinDays: 30,
  })),
  spent: start('bought', () => ({
    kind: 'money',
    measure: 'netFen',
    within: within(90),
    range: { min: 50_000 },
  })),
  average: start('bought', () => ({
    kind: 'money',
    measure: 'averageFen',
    within: within(90),
    range: { min: 5000 },
  })),
  largest: start('bought', () => ({
    kind: 'money',
    measure: 'largestFen',
    range: { min: 20_000 },
  })),
  refunds: start('bought', () => ({
    kind: 'money',
    measure: 'refundFen',
    within: within(90),
    range: { min: 1 },
  })),
  orderDays: start('bought', () => ({
    kind: 'days',
    event: order,
    within: within(30),
    days: { min: 4 },
  })),
  share: start('bought', (from) => ({
    kind: 'share',
    event: { of: 'order', product: [from.product] },
    within: within(90),
    share: { min: 0.5 },
  })),

  checkIn: did('checkIn'),
  shared: did('share'),
  ugc: did('ugc'),
  question: did('question'),
  complaint: did('complaint'),
  nps: start('did', () => ({
    kind: 'times',
    event: { of: 'interaction', kinds: ['nps'], value: { max: 6 } },
    within: within(90),
    times: { min: 1 },
  })),
  silent: start('did', () => ({
    kind: 'when',
    event: { of: 'interaction', kinds: ['checkIn', 'share', 'ugc', 'question', 'click', 'open'] },
    which: 'last',
    daysAgo: { min: 14 },
  })),

  saidBad: start('said', () => ({
    kind: 'times',
    event: { of: 'comment', feelings: ['bad'] },
    within: within(90),
    times: { min: 1 },
  })),
  saidGood: start('said', () => ({
    kind: 'times',
    event: { of: 'comment', feelings: ['good'] },
    within: within(90),
    times: { min: 2 },
  })),
  severe: start('said', () => ({
    kind: 'times',
    event: { of: 'comment', intensity: { min: 2 } },
    within: within(30),
    times: { min: 1 },
  })),

  inGroup: start('where', () => ({ kind: 'inGroup' })),
  groupPhase: start('where', () => ({ kind: 'inGroup', phases: ['middle'] })),
  groupRole: start('where', () => ({ kind: 'inGroup', roles: ['koc'] })),
  manyGroups: start('where', () => ({ kind: 'inGroup', groups: { min: 2 } })),

  tag: start('tagged', (from) => ({ kind: 'tag', tagIds: [from.tagId ?? 'none'] })),
  segment: start('tagged', (from) => ({ kind: 'segment', segmentId: from.segmentId ?? 'none' })),
  snapshot: start('tagged', (from) => ({
    kind: 'snapshot',
    snapshotId: from.snapshotId ?? 'none',
  })),

  rfm: start('models', () => ({ kind: 'rfm', r: { min: 4 }, f: { min: 4 } })),
  quadrant: start('models', () => ({ kind: 'quadrant', isAny: ['churn'] })),
  persona: start('models', (from) => ({
    kind: 'persona',
    frequency: [from.frequency ?? 'weekly'],
  })),
  level: start('models', (from) => ({ kind: 'level', isAny: [from.level ?? 'silver'] })),
  ltv: start('models', () => ({ kind: 'ltv', fen: { min: 20_000 } })),
} satisfies Record<string, ConditionStart>;

export type StartId = keyof typeof conditionStarts;
export const START_IDS = Object.keys(conditionStarts) as StartId[];

/** What cannot be begun, because there is nothing of it yet. */
export function isOffered(id: StartId, from: StartValues): boolean {
  if (id === 'tag') return from.tagId !== undefined;
  if (id === 'segment') return from.segmentId !== undefined;
  if (id === 'snapshot') return from.snapshotId !== undefined;
  return true;
}
