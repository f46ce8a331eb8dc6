import type { Segment } from '@shared/domain/segments/segment.schema';
import { useLive } from '@/db/use-live';
import { readSegments, readSnapshots, type SnapshotLine } from '../segments.queries';

export type SegmentList = { segments: Segment[]; snapshots: SnapshotLine[] };

export function useSegments(): SegmentList | undefined {
  return useLive(async () => {
    const [segments, snapshots] = await Promise.all([readSegments(), readSnapshots()]);
    return { segments, snapshots };
  }, []);
}
