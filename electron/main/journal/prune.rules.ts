export type Span = { firstSeq: number; lastSeq: number };

const NEEDED_BACKUPS = 3;

/**
 * Segments that recovery no longer needs: every operation in them is inside each of the three
 * oldest kept backups, so even two damaged ones lose nothing. The last segment always stays.
 * `spans` is in ascending order, `backupLastSeqs` holds the good backups of the same database.
 */
export function pickPrunable<T extends Span>(
  spans: readonly T[],
  backupLastSeqs: readonly number[],
): T[] {
  if (backupLastSeqs.length < NEEDED_BACKUPS) return [];
  const covered = Math.min(...backupLastSeqs);
  return spans.slice(0, -1).filter((span) => span.lastSeq <= covered);
}
