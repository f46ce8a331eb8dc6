import type { Segment } from '@shared/domain/segments/segment.schema';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { readDb } from '@/db/read';

/** Other runs under way that have people of their own, newest first. */
export async function otherRunningRuns(runId: string): Promise<SopRun[]> {
  const running = await readDb.rows('sopRuns').by('status', 'running');
  return running
    .filter((run) => run.id !== runId && run.targetSnapshotId !== undefined)
    .sort((a, b) => b.startedAt - a.startedAt);
}

export const findSegment = async (segmentId: string): Promise<Segment | undefined> =>
  readDb.rows('segments').get(segmentId);

/** When the people of a snapshot were fixed, UTC ms, and how many they were. */
export async function snapshotFigures(
  snapshotId: string,
): Promise<{ at: number; count: number } | null> {
  const row = await readDb.rows('segmentSnapshots').get(snapshotId);
  return row ? { at: row.at, count: row.count } : null;
}
