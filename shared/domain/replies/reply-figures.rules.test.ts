import { describe, expect, it } from 'vitest';
import type { ChatQuestion } from './reply.schema';
import { answerTimes, replyHits, unanswered } from './reply-figures.rules';
import { replyText } from './reply-text.rules';

const MINUTE = 60_000;
const asked = (id: string, took: number | undefined, more: Partial<ChatQuestion> = {}) => ({
  id,
  groupId: 'g1',
  text: '几点到？',
  askedAt: 1_000_000,
  state: took === undefined ? ('open' as const) : ('answered' as const),
  ...(took !== undefined && { answeredAt: 1_000_000 + took * MINUTE }),
  ...more,
});

describe('figures of answers', () => {
  it('gives median and 90th percentile of what is known to the minute, with n', () => {
    const times = answerTimes([
      asked('a', 1),
      asked('b', 2),
      asked('c', 3),
      asked('d', 10),
      asked('e', 500, { isDayOnly: true }),
      asked('f', undefined),
    ]);
    // 1 2 3 10: median 2.5, 90th percentile at rank 2.7: 3 + 0.7 × 7.
    expect(times.n).toBe(4);
    expect(times.medianMs).toBeCloseTo(2.5 * MINUTE, 6);
    expect(times.p90Ms).toBeCloseTo(7.9 * MINUTE, 6);
    expect(answerTimes([asked('x', undefined)])).toEqual({ n: 0 });
  });

  it('counts hits within the days, and the questions they answered once each', () => {
    const use = (id: string, day: string, questionId?: string) => ({
      id,
      replyId: 'r1',
      day,
      at: Date.parse(`${day}T04:00:00Z`),
      ...(questionId && { questionId }),
    });
    const uses = [
      use('1', '2026-11-01'),
      use('2', '2026-11-02', 'a'),
      use('3', '2026-11-03', 'a'),
      use('4', '2026-11-09'),
    ];
    const days = { from: '2026-11-02', to: '2026-11-08' };
    expect(replyHits([{ id: 'r0' }, { id: 'r1' }], uses, [asked('a', 4)], days)).toMatchObject([
      { replyId: 'r1', uses: 2, answered: 1, times: { n: 1, medianMs: 4 * MINUTE } },
      { replyId: 'r0', uses: 0, answered: 0, times: { n: 0 } },
    ]);
  });

  it('lists open questions, the oldest first, of one group or all', () => {
    const list = [
      asked('b', undefined, { askedAt: 9 }),
      asked('a', undefined, { askedAt: 5, groupId: 'g2' }),
      asked('c', 1),
    ];
    expect(unanswered(list).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(unanswered(list, 'g1').map(({ id }) => id)).toEqual(['b']);
  });

  it('fills an answer for whoever asked, and says what has no value', () => {
    const facts = { day: '2026-11-22', groupName: '一群', workspaceVariables: { 昵称: '邻居' } };
    expect(replyText('{昵称}，{群名}今天{几点}到', facts, '小满')).toEqual({
      text: '小满，一群今天{几点}到',
      missing: ['几点'],
    });
    expect(replyText('{nickname} ', facts).text).toBe('邻居 ');
  });
});
