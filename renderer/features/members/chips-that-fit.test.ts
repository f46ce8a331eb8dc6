import { expect, test } from 'vitest';
import { chipsThatFit } from './chips-that-fit';

test('as many tags are shown as fit, with room for how many more there are', () => {
  const tags = ['宝妈', '近30天活跃', '高复购', '爱水果'];
  expect(chipsThatFit(tags, 1000)).toBe(4);
  expect(chipsThatFit(tags, 180)).toBe(2);
  expect(chipsThatFit(['宝妈', '老客'], 84)).toBe(2);
  expect(chipsThatFit(['宝妈', '老客', '新客'], 84)).toBe(1);
  expect(chipsThatFit(tags, 20)).toBe(1);
  expect(chipsThatFit([], 100)).toBe(0);
});
