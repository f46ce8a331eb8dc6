import type { Member } from '@shared/domain/members/member.schema';
import type { Audit } from './audit.schema';

/** The four identifiers that one person is matched by, in the order of the card. */
export const AUDIT_ID_FIELDS = ['phone', 'wechatId', 'groupNickname', 'backOfficeId'] as const;
export type AuditIdField = (typeof AUDIT_ID_FIELDS)[number];

/** The identifiers that are still unknown; a masked phone does not count as known. */
export function missingIds(member: Pick<Member, AuditIdField>): AuditIdField[] {
  return AUDIT_ID_FIELDS.filter((field) => !member[field]?.trim());
}

export type AuditProgress = {
  total: number;
  waiting: number;
  askAgain: number;
  approved: number;
  rejected: number;
};

/** How far the queue is. `askAgain` is still open: the person has been asked for something. */
export function auditProgress(audits: readonly Audit[]): AuditProgress {
  const progress = { total: audits.length, waiting: 0, askAgain: 0, approved: 0, rejected: 0 };
  for (const audit of audits) progress[audit.status] += 1;
  return progress;
}

/**
 * The queue as it is worked off: first those who wait, in the order they came, then those who were
 * asked again, longest ago first. Decided ones are left out.
 */
export function auditQueue(audits: readonly Audit[]): Audit[] {
  const rank = (audit: Audit) => (audit.status === 'waiting' ? 0 : 1);
  return audits
    .filter((audit) => audit.status === 'waiting' || audit.status === 'askAgain')
    .sort((a, b) => rank(a) - rank(b) || a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** Decisions that the pace is read from, at most and at least. */
const PACE_OF = 20;
const PACE_FROM = 5;
/** Whoever stops for longer takes a break: the pace begins anew after it. */
const BREAK_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;

export type AuditPace = { perHour: number; decisions: number };

/**
 * How many an hour, over the last 20 decisions since the last break: (n − 1) ÷ the time between the
 * first and the last of them. Undefined below 5 decisions, or when the last one is a break ago.
 * `decidedAt` and `now` in UTC ms.
 */
export function auditPace(decidedAt: readonly number[], now: number): AuditPace | undefined {
  const newestFirst = [...decidedAt].sort((a, b) => b - a).slice(0, PACE_OF);
  const [last] = newestFirst;
  if (last === undefined || now - last > BREAK_MS) return undefined;
  const gap = newestFirst.findIndex((at, i) => (newestFirst[i - 1] ?? at) - at > BREAK_MS);
  const run = gap < 0 ? newestFirst : newestFirst.slice(0, gap);
  const spanMs = last - (run[run.length - 1] ?? last);
  if (run.length < PACE_FROM || spanMs <= 0) return undefined;
  return { perHour: ((run.length - 1) * HOUR_MS) / spanMs, decisions: run.length };
}
