import { describe, expect, it } from 'vitest';
import { batchConversion } from './batch-conversion.rules';

const memberIds = new Set(['a', 'b', 'c', 'd']);

describe('how a batch converted', () => {
  it('counts its people at each step, whatever others did', () => {
    const conversion = batchConversion({
      memberIds,
      orderCounts: [
        { id: 'a', orderCount: 3 },
        { id: 'b', orderCount: 1 },
        { id: 'c', orderCount: 0 },
        { id: 'stranger', orderCount: 9 },
      ],
      memberships: [
        { memberId: 'a' },
        { memberId: 'a' },
        { memberId: 'b', leftAt: 5 },
        { memberId: 'stranger' },
      ],
      audits: [
        { memberId: 'a', status: 'approved' },
        { memberId: 'a', status: 'approved' },
        { memberId: 'c', status: 'waiting' },
        { memberId: 'd', status: 'rejected' },
      ],
    });
    expect(conversion).toEqual({ members: 4, ordered: 2, repurchased: 1, inGroup: 1, approved: 1 });
  });

  it('of a batch without people is nothing', () => {
    const facts = { memberIds: new Set<string>(), orderCounts: [], memberships: [], audits: [] };
    expect(batchConversion(facts).members).toBe(0);
  });
});
