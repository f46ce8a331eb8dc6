import { expect, test } from 'vitest';
import { pickPrunable } from './prune.rules';

const spans = [
  { firstSeq: 1, lastSeq: 10 },
  { firstSeq: 11, lastSeq: 20 },
  { firstSeq: 21, lastSeq: Number.POSITIVE_INFINITY },
];

test('only what all kept backups hold may go', () => {
  expect(pickPrunable(spans, [20, 25, 30])).toEqual(spans.slice(0, 2));
  expect(pickPrunable(spans, [19, 25, 30])).toEqual(spans.slice(0, 1));
  expect(pickPrunable(spans, [9, 25, 30])).toEqual([]);
});

test('with fewer than three backups nothing goes', () => {
  expect(pickPrunable(spans, [25, 30])).toEqual([]);
});

test('the last segment stays', () => {
  expect(pickPrunable(spans, [99, 99, 99])).toEqual(spans.slice(0, 2));
  expect(pickPrunable(spans.slice(2), [99, 99, 99])).toEqual([]);
});
