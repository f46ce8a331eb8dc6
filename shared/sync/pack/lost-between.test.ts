import { expect, it } from 'vitest';
import { formatHlc } from '../clock';
import type { Held } from '../merge/record-state';
import { lostBetween } from './lost-between';

const stamp = (n: number, laptop: string) => formatHlc(1_700_000_000_000 + n, 0, laptop);
const [mine, theirs] = [stamp(1, 'a'), stamp(2, 'b')];
const knew = () => true;
const never = () => false;
const person = (name: string, at: string): Held => ({
  row: { id: 'r', name },
  clocks: { at: { name: at } },
});

it('tells of a value that gives way to one of which its writer had not heard', () => {
  const lost = [{ field: 'name', value: '甲写的', writtenAt: mine, lostTo: theirs }];
  const [a, b] = [person('甲写的', mine), person('乙写的', theirs)];
  expect(lostBetween(a, b, never, never)).toEqual(lost);
  expect(lostBetween(b, a, never, never)).toEqual(lost);
});

it('tells nothing of what was replaced knowingly, is the same, or was never stamped', () => {
  const [a, b] = [person('甲写的', mine), person('乙写的', theirs)];
  expect(lostBetween(a, b, knew, never)).toEqual([]);
  expect(lostBetween(a, b, never, knew)).toEqual([]);
  expect(lostBetween(a, person('甲写的', theirs), never, never)).toEqual([]);
  expect(lostBetween({ row: { id: 'r', name: '旧' } }, b, never, never)).toEqual([]);
});

it('tells of an edit of a record that the other removed, whichever came first', () => {
  const edit = person('甲写的', mine);
  const gone = (at: string): Held => ({ clocks: { since: at, isGone: true } });
  const lostTo = (at: string) => [{ field: 'name', value: '甲写的', writtenAt: mine, lostTo: at }];
  expect(lostBetween(edit, gone(theirs), never, never)).toEqual(lostTo(theirs));
  const before = stamp(0, 'b');
  expect(lostBetween(edit, gone(before), never, never)).toEqual(lostTo(before));
});
