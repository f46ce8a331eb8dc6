import type { Member } from '@shared/domain/members/member.schema';
import type { Audit } from '@shared/domain/sop/audit.schema';
import { readDb } from '@/db/read';

type AuditedMember = { audit: Audit; member: Member };

/** The people in a run's audit queue with their records. */
export async function auditedMembers(runId: string): Promise<AuditedMember[]> {
  const audits = await readDb.rows('audits').by('runId', runId);
  const ids = audits.map((audit) => audit.memberId);
  const members = await readDb.pagedGetMany('members', ids);
  return audits.flatMap((audit, index) => {
    const member = members[index];
    return member ? [{ audit, member }] : [];
  });
}
