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

/** Rows with all four identifiers ÷ rows, 0–1; undefined for an empty queue. */
export function auditCompleteness(
  members: readonly Pick<Member, AuditIdField>[],
): number | undefined {
  if (members.length === 0) return undefined;
  return members.filter((member) => missingIds(member).length === 0).length / members.length;
}
