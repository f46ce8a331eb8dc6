import type { Member } from '@shared/domain/members/member.schema';
import type { Audit } from '@shared/domain/sop/audit.schema';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { assertNever } from '@shared/lib/errors';
import { unpackIds } from '@shared/lib/pack-ids';
import { dataWorker } from '@/db/client';
import { readDb } from '@/db/read';
import type { MemberListRow } from '@/workers/index/list-types';

export type AuditedMember = { audit: Audit; member: Member };

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

/** People found by name, pinyin, initials, WeChat ID or phone. */
export async function searchRoster(text: string, limit: number): Promise<MemberListRow[]> {
  return (await dataWorker().lists.queryMembers({ text, limit })).rows;
}

/** The members whom a run means: as they were fixed for it, else as its target reads now. */
export async function targetIdsOf(run: SopRun): Promise<string[]> {
  const { target, targetSnapshotId } = run;
  if (targetSnapshotId) return snapshotIds(targetSnapshotId);
  if (!target) return [];
  switch (target.by) {
    case 'all':
      return dataWorker().lists.memberIds({});
    case 'identity':
      return dataWorker().lists.memberIds({ filter: { identity: [target.value] } });
    case 'region':
      return dataWorker().lists.memberIds({ filter: { region: [target.value] } });
    case 'tag':
      return dataWorker().lists.memberIds({ filter: { tagIds: [target.value] } });
    case 'segment': {
      const segment = await readDb.rows('segments').get(target.value);
      return segment ? dataWorker().people.ids(segment.rule) : [];
    }
    case 'snapshot':
      return snapshotIds(target.value);
    default:
      return assertNever(target, 'targetIdsOf');
  }
}

async function snapshotIds(id: string): Promise<string[]> {
  const snapshot = await readDb.rows('segmentSnapshots').get(id);
  return snapshot ? unpackIds(snapshot.members) : [];
}
