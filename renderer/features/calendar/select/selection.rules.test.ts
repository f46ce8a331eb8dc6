import { expect, it } from 'vitest';
import { carry, idsBetween, inReadingOrder } from './selection.rules';

const item = (id: string, date: string, slot: 'morning' | 'noon' | 'evening' | 'night') => ({
  id,
  date,
  slot,
  position: 1,
});
const plan = [
  item('d', '2026-11-17', 'morning'),
  item('b', '2026-11-16', 'night'),
  { ...item('c', '2026-11-16', 'night'), position: 2 },
  item('a', '2026-11-16', 'noon'),
];
const order = inReadingOrder(plan);

it('reads a plan by day, slot and place', () => {
  expect(order.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
});

it('takes everything between two items, whichever comes first', () => {
  expect(idsBetween(order, 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(idsBetween(order, 'd', 'b')).toEqual(['b', 'c', 'd']);
  expect(idsBetween(order, 'gone', 'c')).toEqual(['c']);
  expect(idsBetween(order, 'a', 'gone')).toEqual([]);
});

it('carries items together and keeps them within the slots of a day', () => {
  const anchor = { date: '2026-11-16', slot: 'noon' } as const;
  expect(carry(order, anchor, { date: '2026-11-18', slot: 'evening' })).toEqual([
    { id: 'a', date: '2026-11-18', slot: 'evening' },
    { id: 'b', date: '2026-11-18', slot: 'night' },
    { id: 'c', date: '2026-11-18', slot: 'night' },
    { id: 'd', date: '2026-11-19', slot: 'noon' },
  ]);
  expect(
    carry(order, anchor, { date: '2026-11-15' }).map(({ date, slot }) => [date, slot]),
  ).toEqual([
    ['2026-11-15', 'noon'],
    ['2026-11-15', 'night'],
    ['2026-11-15', 'night'],
    ['2026-11-16', 'morning'],
  ]);
});
