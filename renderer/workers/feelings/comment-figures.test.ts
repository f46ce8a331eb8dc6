import type { Comment } from '@shared/domain/feelings/comment.schema';
import { describe, expect, it } from 'vitest';
import { countComments, fits } from './comment-figures';

const ZONE = 'Asia/Shanghai';
const said = (at: string, more: Partial<Comment> = {}): Comment => ({
  id: at,
  at: Date.parse(`${at}+08:00`),
  origin: 'paste',
  text: '好吃',
  feeling: 'good',
  score: 2,
  intensity: 0,
  topic: 'taste',
  isCorrected: false,
  model: 'now',
  ...more,
});

const comments = [
  said('2026-11-16T00:10'),
  said('2026-11-15T23:50', { feeling: 'bad', intensity: 3, topic: 'freshness', memberId: 'm1' }),
  said('2026-11-17T12:00', { feeling: 'unsure', topic: 'other', isCorrected: true, model: 'old' }),
  said('2026-11-18T12:00', { feeling: 'bad', intensity: 1, model: 'old', groupId: 'g1' }),
];

describe('counts of comments', () => {
  it('by feeling, topic, week, and by which model', () => {
    expect(countComments(comments, 'now', ZONE)).toEqual({
      n: 4,
      byFeeling: { good: 1, bad: 2, unsure: 1 },
      severe: 1,
      unattached: 3,
      corrected: 1,
      outdated: 1,
      topics: [
        { topic: 'taste', n: 2, bad: 1, severe: 0 },
        { topic: 'freshness', n: 1, bad: 1, severe: 1 },
        { topic: 'other', n: 1, bad: 0, severe: 0 },
      ],
      weeks: [
        { week: '2026-11-09', n: 1, good: 0, bad: 1 },
        { week: '2026-11-16', n: 3, good: 1, bad: 1 },
      ],
    });
  });

  it('over those that fit every filter', () => {
    const count = (filter: Parameters<typeof fits>[1]) =>
      comments.filter((comment) => fits(comment, filter)).length;
    expect(count({})).toBe(4);
    expect(count({ feelings: ['bad'] })).toBe(2);
    expect(count({ feelings: ['bad'], topics: ['freshness'] })).toBe(1);
    expect(count({ intensities: [1, 3] })).toBe(2);
    expect(count({ groupIds: ['g1'] })).toBe(1);
    expect(count({ isUnattached: true })).toBe(3);
    expect(count({ isUnattached: false })).toBe(1);
    expect(count({ isCorrected: true })).toBe(1);
    expect(count({ fromMs: Date.parse('2026-11-16T00:00+08:00') })).toBe(3);
  });
});
