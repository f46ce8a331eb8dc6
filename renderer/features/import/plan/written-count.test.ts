import { describe, expect, it } from 'vitest';
import type { Comparison } from '../session/import-session';
import { undecidedCount, writtenCount } from './written-count';

const comparison = (part: Partial<Comparison>): Comparison => ({
  summary: {
    counts: {
      ...{ create: 10, update: 5, unchanged: 2, confirm: 6, rejected: 1 },
      ...{ total: 24, rows: 24, newMembers: 0 },
    },
    reasons: [],
    riskCount: 0,
  },
  choice: 'skip',
  decided: { same: 0, new: 0, skip: 0 },
  planNumber: 1,
  ...part,
});

describe('the number on the button', () => {
  it('leaves out what is to confirm until somebody decides', () => {
    expect(writtenCount(comparison({}))).toBe(15);
  });

  it('takes in what was decided one by one, whatever goes for the others', () => {
    const decided = { same: 2, new: 1, skip: 1 };
    expect(undecidedCount(comparison({ decided }))).toBe(2);
    expect(writtenCount(comparison({ decided }))).toBe(18);
    expect(writtenCount(comparison({ decided, choice: 'new' }))).toBe(20);
  });
});
