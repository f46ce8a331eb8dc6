import type { Member } from '@shared/domain/members/member.schema';
import type { AuditPhoto } from '@shared/domain/sop/audit.schema';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import type { AuditWords } from '@shared/domain/workspace/workspace.schema';
import { assertNever } from '@shared/lib/errors';
import { unpackIds } from '@shared/lib/pack-ids';
import { joinId } from '@shared/lib/record-ids';
import { dataWorker } from '@/db/client';
import { consoleDb } from '@/db/db';
import { readDb } from '@/db/read';
import { nextUndo } from '@/db/write/undo-log';
import type { AuditAnswer, AuditView } from '@/workers/audit/audit-types';
import type { MemberListRow } from '@/workers/index/list-types';
import { decideAudit } from './audit.commands';

/** How many cards are at hand, so that the next one is there before the answer to a decision. */
const CARDS_AHEAD = 6;

/** The queue at a place: counts, the next few people with their whole records. */
export async function queuePage(
  runId: string,
  { view, text, offset, from }: { view: AuditView; text: string; offset: number; from?: string },
): Promise<{ answer: AuditAnswer; members: Map<string, Member> }> {
  const answer = await dataWorker().audits.queue(runId, {
    view,
    text,
    offset,
    limit: CARDS_AHEAD,
    ...(from !== undefined && { from }),
  });
  const ids = answer.lines.map(({ audit }) => audit.memberId);
  const found = await readDb.pagedGetMany('members', ids);
  const members = new Map(found.flatMap((member) => (member ? [[member.id, member]] : [])));
  return { answer, members };
}

export const photosOf = (auditId: string): Promise<AuditPhoto[]> =>
  readDb.rows('auditPhotos').by('auditId', auditId);

/** Pictures of a run's people who are decided on. */
export async function decidedPhotoCount(runId: string): Promise<number> {
  const photos = (await readDb.rows('auditPhotos').all()).filter((it) => it.runId === runId);
  const audits = await Promise.all(photos.map((it) => readDb.rows('audits').get(it.auditId)));
  return audits.filter((audit) => audit?.status !== 'waiting' && audit?.status !== 'askAgain')
    .length;
}

/** The reasons and the text that the team works with; absent where nobody changed them. */
export async function auditWords(): Promise<AuditWords | null> {
  return (await readDb.rows('workspace').get('workspace'))?.auditWords ?? null;
}

/** Whether undo would take back a decision of the audit now. */
export async function isDecisionNext(): Promise<boolean> {
  const next = await nextUndo(consoleDb());
  return DECISION_LABELS.has(next?.label.en ?? '');
}

const DECISION_LABELS: ReadonlySet<string> = new Set(
  (['approved', 'rejected', 'askAgain'] as const).map(
    (status) => decideAudit.label({ runId: '', memberId: '', status }).en,
  ),
);

export type FoundMember = { row: MemberListRow; isQueued: boolean };

/** People found by name, pinyin, initials, WeChat ID or phone. */
export async function searchRoster(
  runId: string,
  text: string,
  limit: number,
): Promise<FoundMember[]> {
  const { rows } = await dataWorker().lists.queryMembers({ text, limit });
  const ids = rows.map((row) => joinId(row.id, runId));
  const audits = await Promise.all(ids.map((id) => readDb.rows('audits').get(id)));
  return rows.map((row, at) => ({ row, isQueued: audits[at] !== undefined }));
}

/** Whom the run means and who wrote back at the step before, as far as they are not queued. */
export async function notYetQueued(
  run: SopRun,
  repliedAt: number,
): Promise<{ target: string[]; replied: string[] }> {
  const desk = dataWorker().audits;
  // Everybody is no choice: nobody is offered the whole roster by one click.
  const [target, replied, queued] = await Promise.all([
    run.target?.by === 'all' ? [] : targetIdsOf(run),
    desk.repliedIds(run.id, repliedAt),
    desk.queuedIds(run.id),
  ]);
  const known = new Set(queued);
  const isNew = (id: string) => !known.has(id);
  return { target: target.filter(isNew), replied: replied.filter(isNew) };
}

/** The members whom a run means: as they were fixed for it, else as its target reads now. */
async function targetIdsOf(run: SopRun): Promise<string[]> {
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
