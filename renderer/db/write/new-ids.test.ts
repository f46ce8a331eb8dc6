import { stringify, validate, version } from 'uuid';
import { afterEach, expect, it, vi } from 'vitest';
import { newId, newIds } from './new-ids';

afterEach(() => {
  vi.restoreAllMocks();
});

const textsOf = (bytes: Uint8Array) =>
  Array.from({ length: bytes.length / 16 }, (_, i) => stringify(bytes, i * 16));

it('makes as many ids as asked for, ascending, between those made before and after', () => {
  const before = newId();
  const all = [before, ...textsOf(newIds(20_000)), newId(), ...textsOf(newIds(3)), newId()];
  expect(all).toHaveLength(20_006);
  expect(all.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(all).toEqual([...new Set(all)].sort());
  expect(newIds(0)).toHaveLength(0);
});

it('holds the millisecond in which an id was made', () => {
  const later = Date.now() + 60_000;
  vi.spyOn(Date, 'now').mockReturnValue(later);
  expect(Number.parseInt(newId().replace('-', '').slice(0, 12), 16)).toBe(later);
});

it('goes on ascending, and waits for nothing, while the clock stands still or was set back', () => {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 120_000);
  const before = [newId(), ...textsOf(newIds(100))];
  clock.mockReturnValue(Date.UTC(2020, 0, 1));
  const all = [...before, ...textsOf(newIds(5000)), newId(), newId(), ...textsOf(newIds(2))];
  expect(all).toEqual([...new Set(all)].sort());
});
