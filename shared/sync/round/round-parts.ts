import type { HubPort } from '../hub-port';
import type { LocalPort } from '../local-port';
import type { SyncStatus } from '../sync-status';

/** What every step of a round works with. */
export type RoundParts = {
  local: LocalPort;
  hub: HubPort;
  /** The newest schema that this console knows; operations of a newer one are not taken in. */
  schemaVersion: number;
  onProgress?: ((progress: NonNullable<SyncStatus['progress']>) => void) | undefined;
  /** Asked between steps: whether to end here (the console quits, the workspace was left). */
  isStopped: () => boolean;
  /** UTC ms by this laptop's clock. */
  nowMs: () => number;
};
