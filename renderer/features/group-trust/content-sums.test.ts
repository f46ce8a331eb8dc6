import { expect, it } from 'vitest';
import type { ContentLine } from '@/workers/group-life/life-types';
import { contentSums, memberVerdict } from './content-sums';

const line = (speaker: ContentLine['speaker'], reach: number, participants: number) => ({
  ...(speaker && { speaker }),
  pieces: 1,
  reported: 1,
  sharedReports: 0,
  reach,
  opens: reach,
  participants,
  orders: 0,
  gmvFen: 0,
});
const verdictOf = (...lines: ContentLine[]) =>
  memberVerdict(contentSums(lines, ({ speaker }) => speaker ?? ''));

it('says nothing of members’ own sharing below a reach of thirty', () => {
  expect(verdictOf(line('expert', 100, 5))).toEqual({ kind: 'few' });
  expect(verdictOf(line('member', 14, 9), line('member', 15, 9))).toEqual({
    kind: 'small',
    reach: 29,
  });
});

it('compares with every speaker of enough reach, and with all of them together when ahead', () => {
  const lines = [line('expert', 100, 5), line('brandOwner', 100, 10), line('internalIp', 5, 5)];
  expect(verdictOf(line('member', 50, 20), ...lines)).toMatchObject({
    kind: 'ahead',
    own: { reach: 50, participants: 20 },
    rest: { reach: 200, participants: 15 },
  });
  expect(verdictOf(line('member', 50, 2), ...lines)).toMatchObject({
    kind: 'behind',
    best: { key: 'brandOwner' },
  });
});
