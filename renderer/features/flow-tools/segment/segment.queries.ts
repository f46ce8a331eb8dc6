import type { SopRun } from '@shared/domain/sop/sop.schema';
import { readDb } from '@/db/read';

/** Other runs under way that have people of their own, newest first. */
export async function otherRunningRuns(runId: string): Promise<SopRun[]> {
  const running = await readDb.rows('sopRuns').by('status', 'running');
  return running
    .filter((run) => run.id !== runId && run.targetSnapshotId !== undefined)
    .sort((a, b) => b.startedAt - a.startedAt);
}

/** How many people a snapshot keeps. */
export async function snapshotSize(snapshotId: string): Promise<number> {
  return (await readDb.rows('segmentSnapshots').get(snapshotId))?.count ?? 0;
}
