import { stringify, v7, validate, version } from 'uuid';
import { expect, it } from 'vitest';
import { newIds } from './new-ids';

it('makes as many ids as asked for, ascending, between those made before and after', () => {
  const before = v7();
  const bytes = newIds(20_000);
  const ids = Array.from({ length: 20_000 }, (_, i) => stringify(bytes, i * 16));
  const all = [before, ...ids, v7()];
  expect(all.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(all).toEqual([...new Set(all)].sort());
  expect(newIds(0)).toHaveLength(0);
});
