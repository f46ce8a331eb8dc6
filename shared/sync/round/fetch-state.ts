import { ExpectedError } from '@shared/lib/errors';
import type { CheckpointManifest } from '../../contracts/hub-http';
import type { RoundParts } from './round-parts';

/** A newer state may take the place of the one that is being fetched; so often it is begun anew. */
const MAX_TRIES = 3;

/** Fetches the newest state, part by part from where it was cut, and joins it in. */
export async function fetchState(parts: RoundParts): Promise<void> {
  for (let tries = 1; ; tries++) {
    const manifest = await parts.hub.newestCheckpoint();
    if (!manifest) throw new ExpectedError('state-missing');
    if (manifest.schemaVersion > parts.schemaVersion) {
      throw new ExpectedError('schema-newer', { theirs: manifest.schemaVersion });
    }
    try {
      const isWhole = await fetchParts(parts, manifest);
      if (isWhole) await parts.local.takeCheckpoint(manifest);
      return;
    } catch (error) {
      const isReplaced = error instanceof ExpectedError && error.code === 'not-found';
      if (!isReplaced || tries >= MAX_TRIES) throw error;
    }
  }
}

async function fetchParts(
  { local, hub, onProgress, isStopped }: RoundParts,
  manifest: CheckpointManifest,
): Promise<boolean> {
  const here = await local.checkpointPartsHere(manifest);
  const total = manifest.parts.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const [place, { n, bytes }] of manifest.parts.entries()) {
    if (place >= here) {
      if (isStopped()) return false;
      const part = await hub.checkpointPart(manifest.id, n);
      if (part.byteLength !== bytes) throw new ExpectedError('hub-answers-strangely');
      await local.keepCheckpointPart(manifest, n, part);
    }
    done += bytes;
    onProgress?.({ kind: 'fetchState', done, total });
  }
  return !isStopped();
}
