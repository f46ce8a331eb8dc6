import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitStanding, limitUseId } from './limit-use.rules';
import { readPlatformLimits } from './platform-limits';

describe('a daily limit', () => {
  it('warns from four fifths on and says when it is reached', () => {
    expect([0, 23, 24, 29, 30, 31].map((count) => limitStanding(count, 30))).toEqual([
      'free',
      'free',
      'near',
      'near',
      'reached',
      'over',
    ]);
    expect(limitStanding(0, 1)).toBe('free');
    expect(limitStanding(1, 1)).toBe('reached');
  });

  it('only gets stricter as the count grows', () => {
    const order = ['free', 'near', 'reached', 'over'];
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 300 }), (count, perDay) => {
        const rank = (n: number) => order.indexOf(limitStanding(n, perDay));
        expect(rank(count + 1)).toBeGreaterThanOrEqual(rank(count));
      }),
    );
  });

  it('is counted apart by day and account', () => {
    expect(limitUseId('friendRequests', '2026-03-02', ' 小号 ')).toBe(
      'friendRequests.2026-03-02.小号',
    );
  });
});

describe('the figures', () => {
  it('are the defaults until somebody changes one', () => {
    const limits = readPlatformLimits(undefined);
    expect(limits.friendRequests).toMatchObject({ perDay: 30, isEstimate: true, isOwn: false });
    const own = { key: 'friendRequests', perDay: 15, asOf: '2026-03-02', source: '自己的号' };
    const changed = readPlatformLimits({ limits: [own] });
    expect(changed.friendRequests).toEqual({ ...own, isOwn: true, isEstimate: false });
    expect(changed.massSends).toEqual(limits.massSends);
  });

  it('fall back to the defaults when what is stored cannot be read', () => {
    expect(readPlatformLimits({ limits: 'x' })).toEqual(readPlatformLimits(undefined));
  });
});
