import type { LocalPort } from '@shared/sync/local-port';
import type { ConsoleDb } from '../db';
import type { WriteDoor } from '../write/write-door';

export type LocalPortParts = {
  db: ConsoleDb;
  door: WriteDoor;
  /** Taking over the state of a workspace (`renderer/db/sync/state`). */
  state: Pick<LocalPort, 'keepCheckpointPart' | 'checkpointPartsHere' | 'takeCheckpoint'>;
};

/** The database as the session needs it. */
export function createLocalPort(parts: LocalPortParts): LocalPort {
  throw new Error(`being built: ${Object.keys(parts).join()}`);
}
