import { contentItemSchema } from '@shared/domain/calendar/content.schema';
import { expect, it } from 'vitest';
import { filterItems, NO_FILTER, voiceOf } from './item-filter';

const item = (id: string, more: object = {}) =>
  contentItemSchema.parse({ id, date: '2026-11-16', slot: 'noon', title: id, ...more });
const columns = {
  choices: [
    { id: 'col-guide', category: 'guide' as const },
    { id: 'col-know', category: 'knowledge' as const },
  ],
  rows: new Map([['col-guide', { voice: 'seeded' as const }]]),
};
const items = [
  item('for-all'),
  item('for-east', { groupIds: ['east'], columnId: 'col-guide', owner: '林晓燕' }),
  item('for-west', { groupIds: ['west'], form: 'live', voice: 'peer', status: 'ready' }),
];
const shown = (filter: Partial<typeof NO_FILTER>) =>
  filterItems(items, { ...NO_FILTER, ...filter }, columns).map(({ id }) => id);

it('shows of one group what is for it and what is for all', () => {
  expect(shown({ groups: ['east'] })).toEqual(['for-all', 'for-east']);
  expect(shown({ groups: ['east', 'west'] })).toEqual(['for-all', 'for-east', 'for-west']);
});

it('joins its parts, and lets everything through without any', () => {
  expect(shown({})).toHaveLength(3);
  expect(shown({ categories: ['guide'] })).toEqual(['for-east']);
  expect(shown({ categories: ['guide'], forms: ['live'] })).toEqual([]);
  expect(shown({ statuses: ['ready'] })).toEqual(['for-west']);
  expect(shown({ owners: ['林晓燕'] })).toEqual(['for-east']);
  expect(shown({ owners: [''] })).toEqual(['for-all', 'for-west']);
});

it('hears an item by its own voice, then by that of its column', () => {
  expect(items.map((it) => voiceOf(it, columns.rows))).toEqual(['official', 'seeded', 'peer']);
  expect(shown({ voices: ['seeded', 'peer'] })).toEqual(['for-east', 'for-west']);
});
