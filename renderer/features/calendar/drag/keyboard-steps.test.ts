import { expect, it } from 'vitest';
import { isSamePlace } from '../same-place';
import { stepCell, stepIn } from './keyboard-steps';

const noon = { date: '2026-11-22', slot: 'noon' } as const;

it('steps over the rim of the week into the next one, and stops at the first and last slot', () => {
  expect(stepCell(noon, 'ArrowRight')).toEqual({ date: '2026-11-23', slot: 'noon' });
  expect(stepCell(noon, 'ArrowLeft')).toEqual({ date: '2026-11-21', slot: 'noon' });
  expect(stepCell(noon, 'ArrowUp')).toEqual({ date: '2026-11-22', slot: 'morning' });
  expect(stepCell({ ...noon, slot: 'morning' }, 'ArrowUp')).toBeUndefined();
  expect(stepCell({ ...noon, slot: 'night' }, 'ArrowDown')).toBeUndefined();
  expect(stepCell(noon, 'Enter')).toBeUndefined();
});

it('steps over whole days and weeks in a month', () => {
  const step = stepIn('month');
  expect(step(noon, 'ArrowDown')).toEqual({ date: '2026-11-29', slot: 'noon' });
  expect(step(noon, 'ArrowUp')).toEqual({ date: '2026-11-15', slot: 'noon' });
  expect(step({ ...noon, date: '2026-11-30' }, 'ArrowRight')).toEqual({
    date: '2026-12-01',
    slot: 'noon',
  });
  expect(stepIn('day')(noon, 'ArrowRight')).toEqual({ date: '2026-11-23', slot: 'noon' });
});

it('knows when a drop changes nothing', () => {
  const item = (id: string) => ({ ...noon, id });
  const cell = [item('a'), item('b'), item('c')];
  expect(isSamePlace(item('b'), { ...noon, index: 1 }, cell)).toBe(true);
  expect(isSamePlace(item('b'), { ...noon, index: 0 }, cell)).toBe(false);
  // Without an index an item goes behind all others.
  expect(isSamePlace(item('c'), noon, cell)).toBe(true);
  expect(isSamePlace(item('a'), noon, cell)).toBe(false);
  expect(isSamePlace(item('b'), { date: '2026-11-23', slot: 'noon', index: 1 }, [])).toBe(false);
});
