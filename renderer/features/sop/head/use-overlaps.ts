import { type Overlap, overlapsOf } from '@shared/domain/sop/overlap.rules';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

/** Which other running flows write to the people of this one; nothing before its target is fixed. */
export function useOverlaps(run: SopRun): readonly Overlap[] {
  const { id, targetSnapshotId, status } = run;
  const found = useLive(async () => {
    if (targetSnapshotId === undefined || status !== 'running') return [];
    const own = await readDb.rows('segmentSnapshots').get(targetSnapshotId);
    if (!own) return [];
    const running = await readDb.rows('sopRuns').by('status', 'running');
    const others: { runId: string; title: string; members: string }[] = [];
    for (const other of running) {
      if (other.id === id || other.targetSnapshotId === undefined) continue;
      const meant = await readDb.rows('segmentSnapshots').get(other.targetSnapshotId);
      if (meant) others.push({ runId: other.id, title: other.title, members: meant.members });
    }
    return overlapsOf(own.members, others);
  }, [id, targetSnapshotId, status]);
  return found ?? [];
}
