import type { Audit } from '@shared/domain/sop/audit.schema';

/** How far the people of one import have come, each step counted by itself; all out of `members`. */
export type BatchConversion = {
  /** Members whom the batch brought in and who are still there. */
  members: number;
  /** With an order that counts. */
  ordered: number;
  /** With two and more. */
  repurchased: number;
  /** In a group now. */
  inGroup: number;
  /** Approved in an audit, whatever became of them afterwards. */
  approved: number;
};

export type ConversionFacts = {
  memberIds: ReadonlySet<string>;
  orderCounts: Iterable<{ id: string; orderCount: number }>;
  memberships: Iterable<{ memberId: string; leftAt?: number | undefined }>;
  audits: Iterable<{ memberId: string; status: Audit['status'] }>;
};

/** Counts people, not records: somebody in three groups is one person in a group. */
export function batchConversion(facts: ConversionFacts): BatchConversion {
  const { memberIds } = facts;
  const inGroup = new Set<string>();
  const approved = new Set<string>();
  let ordered = 0;
  let repurchased = 0;
  for (const { id, orderCount } of facts.orderCounts) {
    if (!memberIds.has(id)) continue;
    if (orderCount >= 1) ordered += 1;
    if (orderCount >= 2) repurchased += 1;
  }
  for (const { memberId, leftAt } of facts.memberships) {
    if (leftAt === undefined && memberIds.has(memberId)) inGroup.add(memberId);
  }
  for (const { memberId, status } of facts.audits) {
    if (status === 'approved' && memberIds.has(memberId)) approved.add(memberId);
  }
  return {
    members: memberIds.size,
    ordered,
    repurchased,
    inGroup: inGroup.size,
    approved: approved.size,
  };
}
