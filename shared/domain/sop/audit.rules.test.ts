import { expect, it } from 'vitest';
import { auditPace, auditProgress, auditQueue, missingIds } from './audit.rules';
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
  expect(missingIds({ ...full, backOfficeId: ' ' })).toEqual(['backOfficeId']);
  expect(missingIds(full)).toEqual([]);
});

it('reads the pace from the last decisions, and not across a break', () => {
  const every = (stepMs: number, count: number, from = 0) =>
    Array.from({ length: count }, (_, i) => from + i * stepMs);
  expect(auditPace(every(12_000, 5), 60_000)).toEqual({ perHour: 300, decisions: 5 });
  expect(auditPace(every(12_000, 4), 60_000)).toBeUndefined();
  expect(auditPace(every(12_000, 40), 480_000)).toEqual({ perHour: 300, decisions: 20 });
  // Slow in the morning, then after a break fast: only what came after it counts.
  const mixed = [...every(60_000, 9), ...every(10_000, 6, 2_000_000)];
  expect(auditPace(mixed, 2_060_000)).toEqual({ perHour: 360, decisions: 6 });
  expect(auditPace(every(12_000, 9), 3_600_000)).toBeUndefined();
  expect(auditPace(every(0, 9), 0)).toBeUndefined();
});
