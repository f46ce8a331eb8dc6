import type { WaitingEntry } from '@shared/domain/groups/member-class.schema';
import type { Member } from '@shared/domain/members/member.schema';
import { readDb } from '@/db/read';

/** Somebody whom the audit of a run let through. */
export type ApprovedPerson = {
  member: Member;
  /** UTC ms of the approval, or since when they wait for room; the order of arrival. */
  since: number;
  isListed: boolean;
};

/** The people whom the audit of a run let through, in order of arrival. */
export async function readApproved(runId: string): Promise<ApprovedPerson[]> {
  const audits = await readDb.rows('audits').by('runId', runId);
  const approved = audits.filter(({ status }) => status === 'approved');
  const [members, listed] = await Promise.all([
    readDb.pagedGetMany(
      'members',
      approved.map(({ memberId }) => memberId),
    ),
    readDb.rows('waitingEntries').all(),
  ]);
  const waitingOf = new Map<string, WaitingEntry>(listed.map((row) => [row.memberId, row]));
  return approved
    .flatMap((audit, i): ApprovedPerson[] => {
      const member = members[i];
      const waiting = waitingOf.get(audit.memberId);
      if (!member) return [];
      return [{ member, since: waiting?.at ?? audit.at, isListed: waiting !== undefined }];
    })
    .sort((a, b) => a.since - b.since || (a.member.id < b.member.id ? -1 : 1));
}
