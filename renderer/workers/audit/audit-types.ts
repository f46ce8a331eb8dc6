import type { AuditPace, AuditProgress } from '@shared/domain/sop/audit.rules';
import type { Audit } from '@shared/domain/sop/audit.schema';

export const AUDIT_VIEWS = ['waiting', 'askAgain', 'decided'] as const;
export type AuditView = (typeof AUDIT_VIEWS)[number];

export type AuditQuestion = {
  view: AuditView;
  /** Looks in names as the members' search does. */
  text?: string;
  /** The person under the eye: the page begins there when they are in the list. */
  from?: string;
  /** Where it begins otherwise. */
  offset?: number;
  limit?: number;
};

export type AuditLine = { audit: Audit; name: string };

/** Counts of the whole queue, and one page of the list that was asked for. */
export type AuditAnswer = {
  progress: AuditProgress;
  /** People of the queue with all four ids. */
  complete: number;
  pace?: AuditPace;
  /** Who was decided on last, by this queue's own times. */
  lastDecidedId?: string;
  lastDecidedName?: string;
  total: number;
  offset: number;
  lines: AuditLine[];
};
