import { expect, it } from 'vitest';
import { auditCompleteness, auditProgress, auditQueue, missingIds } from './audit.rules';
import type { Audit } from './audit.schema';

const audit = (memberId: string, status: Audit['status'], at: number): Audit => ({
  id: `${memberId}.r1`,
  memberId,
  runId: 'r1',
  status,
  at,
});

const full = { phone: '+8613800138000', wechatId: 'w', groupNickname: 'n', backOfficeId: 'b' };

it('works off those who wait first, then those asked again, longest ago first', () => {
  const rows = [
    audit('asked', 'askAgain', 1),
    audit('late', 'waiting', 9),
    audit('done', 'approved', 2),
    audit('early', 'waiting', 3),
  ];
  expect(auditQueue(rows).map((row) => row.memberId)).toEqual(['early', 'late', 'asked']);
  expect(auditProgress(rows)).toEqual({
    total: 4,
    waiting: 2,
    askAgain: 1,
    approved: 1,
    rejected: 0,
  });
});

it('is complete where all four identifiers are known', () => {
  const { wechatId: _, ...noWechat } = full;
  expect(missingIds(noWechat)).toEqual(['wechatId']);
  expect(auditCompleteness([full, noWechat, { ...full, backOfficeId: ' ' }, full])).toBe(0.5);
  expect(auditCompleteness([])).toBeUndefined();
});
