import { expect, it } from 'vitest';
import { parseCount } from './sop-count.rules';

it.each([
  ['128', 128],
  [' 12 000 ', 12000],
  ['１２，０００', 12000],
  ['1.2万', 12000],
  ['3w', 30000],
  ['0', 0],
  ['-0', 0],
  ['1.0', 1],
])('reads %s', (text, count) => {
  expect(parseCount(text)).toEqual({ kind: 'count', count });
});

it.each([
  ['-3', 'negative'],
  ['−3', 'negative'],
  ['1.5', 'fraction'],
  ['1.23456万', 'fraction'],
  ['abc', 'notANumber'],
  ['1e3', 'notANumber'],
  ['99999999999', 'tooLarge'],
])('refuses %s with its reason', (text, reason) => {
  expect(parseCount(text)).toEqual({ kind: 'refused', reason });
});

it('knows an empty field from a zero', () => {
  expect(parseCount('  ')).toEqual({ kind: 'empty' });
});
