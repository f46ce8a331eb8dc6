import type { JournalFrame } from '@shared/contracts/ipc';
import { ExpectedError } from '@shared/lib/errors';

/**
 * The frames of a batch that are not yet written. Numbers up to `lastSeq` are repeats of a batch
 * whose answer got lost and are skipped; a hole is refused, because what is missing could never be
 * rebuilt. An empty journal (`lastSeq` null) begins wherever the window begins.
 */
export function pickNewFrames(
  frames: readonly JournalFrame[],
  lastSeq: number | null,
): JournalFrame[] {
  const fresh = frames.filter((frame) => lastSeq === null || frame.seq > lastSeq);
  let expected = lastSeq === null ? (fresh[0]?.seq ?? 1) : lastSeq + 1;
  for (const frame of fresh) {
    if (frame.seq !== expected) {
      throw new ExpectedError('journal-gap', { expected, found: frame.seq });
    }
    expected += 1;
  }
  return fresh;
}
