import type { HubPort } from '@shared/sync/hub-port';
import { seesAll } from '@shared/sync/scopes';
import type { SyncStatus } from '@shared/sync/sync-status';
import type { ConsoleDb } from '@/db/db';
import { forgetOnDevice, keepOnDevice, recallOnDevice } from '@/db/device-memory';
import { readPlace } from '@/db/sync/place';
import { sendState } from '@/db/sync/state/send-state';
import type { WriteDoor } from '@/db/write/write-door';

export type StateSenderParts = {
  db: ConsoleDb;
  door: WriteDoor;
  hub: HubPort;
  onProgress: (progress: NonNullable<SyncStatus['progress']>) => void;
  isStopped: () => boolean;
};

const OWED = 'stateOwed';

/** Notes that the workspace has no state yet and gets this laptop's, whenever that comes through. */
export const oweState = (db: ConsoleDb): Promise<void> => keepOnDevice(db, OWED, true);

/** Sends the state of the workspace when the others cannot do without. */
export class StateSender {
  constructor(private readonly parts: StateSenderParts) {}

  /** The state that was promised when the workspace was joined. */
  async sendOwed(): Promise<void> {
    const { db } = this.parts;
    if (!(await recallOnDevice<boolean>(db, OWED))) return;
    if (await this.send(false)) await forgetOnDevice(db, OWED);
  }

  private async send(isErasing: boolean): Promise<boolean> {
    const { db, door, hub, onProgress, isStopped } = this.parts;
    const place = await readPlace(db);
    if (!place || !seesAll(place.grants)) return false;
    return sendState({
      db,
      door,
      hub,
      isDivided: place.isDivided,
      isErasing,
      isStopped,
      onProgress: (done, total) => onProgress({ kind: 'sendState', done, total }),
    });
  }
}
