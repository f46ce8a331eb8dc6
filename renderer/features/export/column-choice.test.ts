import { expect, test } from 'vitest';
import { moveColumn, toggleColumn } from './column-choice';

test('a column moves by one place and stays at the ends', () => {
  expect(moveColumn(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(moveColumn(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(moveColumn(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
  expect(moveColumn(['a', 'b'], 'b', 1)).toEqual(['a', 'b']);
  expect(moveColumn(['a'], 'x', 1)).toEqual(['a']);
});

test('ticking puts a column at the end, unticking takes it out', () => {
  expect(toggleColumn(['a', 'b'], 'c')).toEqual(['a', 'b', 'c']);
  expect(toggleColumn(['a', 'b'], 'a')).toEqual(['b']);
});
