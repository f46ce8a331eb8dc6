import { MOST_INCENTIVE_FEN, MOST_INCENTIVE_POINTS } from '@shared/domain/koc/koc.schema';
import { describe, expect, it } from 'vitest';
import { readIncentive } from './read-incentive';

describe('what a promise is worth', () => {
  it('is read as yuan or as whole points, or is left open', () => {
    expect(readIncentive('goods', '')).toEqual({});
    expect(readIncentive('money', 12.34)).toEqual({ amountFen: 1234 });
    expect(readIncentive('points', '500')).toEqual({ points: 500 });
    for (const typed of ['-1', 'abc', -0.5]) expect(readIncentive('money', typed)).toBe('wrong');
    expect(readIncentive('points', 1.5)).toBe('wrong');
  });

  it('ends where nobody means what they typed', () => {
    const mostYuan = MOST_INCENTIVE_FEN / 100;
    expect(readIncentive('money', mostYuan)).toEqual({ amountFen: MOST_INCENTIVE_FEN });
    expect(readIncentive('points', MOST_INCENTIVE_POINTS)).toEqual({
      points: MOST_INCENTIVE_POINTS,
    });
    for (const typed of [mostYuan + 0.01, 1e20, Number.POSITIVE_INFINITY]) {
      expect(readIncentive('money', typed)).toBe('tooMuch');
    }
    expect(readIncentive('points', MOST_INCENTIVE_POINTS + 1)).toBe('tooMuch');
  });
});
