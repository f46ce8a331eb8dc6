import type { CheckpointManifest } from '@shared/contracts/hub-http';
import type { SyncPlace } from '@shared/sync/local-port';
import { seesAll } from '@shared/sync/scopes';
import { meta, type TableSource } from '../../tables';
import type { StateKind } from './stage-state';

const MAX_OPS_SINCE = 5000;
const ERASED_AT = 'erasedAtSeq';

/** Notes that the log says at this number that somebody was erased. */
export async function noteErasedAt(within: TableSource, seq: number): Promise<void> {
  const known = ((await meta(within).get(ERASED_AT))?.value as number | undefined) ?? 0;
  if (seq > known) await meta(within).put({ key: ERASED_AT, value: seq });
}

/**
 * With what state this laptop should provide the hub now, if with any: the workspace has none, it is to
 * be divided and the newest is not, somebody was erased since, or the log since is long. Only who sees
 * everything, and has the log to its head, can make one.
 */
export async function needsFreshState(
  db: TableSource,
  place: SyncPlace,
  newest: Pick<CheckpointManifest, 'atSeq' | 'isDivided'> | undefined,
): Promise<StateKind | undefined> {
  const { cursor, isDivided, needsCheckpoint } = place;
  if (needsCheckpoint || place.role === 'viewer' || !seesAll(place.grants)) return undefined;
  const erasedAt = ((await meta(db).get(ERASED_AT))?.value as number | undefined) ?? 0;
  const isErasing = erasedAt > (newest?.atSeq ?? 0) && erasedAt <= cursor;
  const isDue =
    !newest ||
    isErasing ||
    (isDivided && !newest.isDivided) ||
    cursor - newest.atSeq > MAX_OPS_SINCE;
  return isDue ? { isDivided, isErasing } : undefined;
}
