import type { Segment, SegmentSnapshot } from '@shared/domain/segments/segment.schema';
import { readDb } from '@/db/read';

/** A snapshot without its people, who may be a hundred thousand. */
export type SnapshotLine = Omit<SegmentSnapshot, 'members'>;

/** Newest first; segments of before their day was kept come last. */
export async function readSegments(): Promise<Segment[]> {
  const segments = await readDb.rows('segments').all();
  return segments.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
}

/** Newest first. */
export async function readSnapshots(): Promise<SnapshotLine[]> {
  const rows = await readDb.rows('segmentSnapshots').all();
  return rows.map(({ members: _, ...line }) => line).sort((a, b) => b.at - a.at);
}
