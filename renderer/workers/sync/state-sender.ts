import { ExpectedError } from '@shared/lib/errors';
import type { HubPort } from '@shared/sync/hub-port';
import type { SyncPlace } from '@shared/sync/local-port';
import type { Op } from '@shared/sync/op';
import { seesAll } from '@shared/sync/scopes';
import type { SyncStatus } from '@shared/sync/sync-status';
import type { ConsoleDb } from '@/db/db';
import { forgetOnDevice, keepOnDevice, recallOnDevice } from '@/db/device-memory';
import { readPlace } from '@/db/sync/place';
import { type SendStateParts, sendState } from '@/db/sync/state/send-state';
import { isErasure } from '@/db/write/scrub-past';
import type { WriteDoor } from '@/db/write/write-door';

export type StateSenderParts = {
  db: ConsoleDb;
  door: WriteDoor;
  hub: HubPort;
  onProgress: (progress: NonNullable<SyncStatus['progress']>) => void;
  isStopped: () => boolean;
  random: () => number;
};

const FIRST_OWED = 'stateOwed';
const ERASURE_OWED = 'stateOwedAfterErasure';
/** So long a laptop leaves it to the one on which somebody was erased, and then to chance. */
const PATIENCE_MS = 30_000;
const SPREAD_MS = 90_000;
/** A new laptop shall not have to take in more operations than these one by one. */
const MAX_OPS_SINCE = 5_000;
const LOOK_EVERY_MS = 30 * 60_000;
/** Others may write while this laptop looks: then it pulls and tries again. */
const MAX_TRIES = 5;

type ErasureOwed = {
  /** UTC ms. */
  notBefore: number;
  /** A state at this number of the log or a later one is without the erased; absent for own erasures. */
  fromSeq?: number;
};

/** Notes that the workspace has no state yet and gets this laptop's, whenever that comes through. */
export const oweState = (db: ConsoleDb): Promise<void> => keepOnDevice(db, FIRST_OWED, true);

/** What this laptop owed to a workspace that it left: another one must not get it. */
export async function forgetOwed(db: ConsoleDb): Promise<void> {
  await forgetOnDevice(db, FIRST_OWED);
  await forgetOnDevice(db, ERASURE_OWED);
}

/** Sends the state of the workspace when the others cannot do without. */
export class StateSender {
  private lookedAt = 0;

  constructor(private readonly parts: StateSenderParts) {}

  /** The state that was promised when the workspace was joined; before anything else goes out. */
  async sendFirst(): Promise<void> {
    const { db } = this.parts;
    if (!(await recallOnDevice<boolean>(db, FIRST_OWED))) return;
    const place = await readPlace(db);
    if (!place || (await this.send(place, {}))) await forgetOnDevice(db, FIRST_OWED);
  }

  /** Somebody was erased here: the hub gets a state without them, and drops what it had before. */
  async heard(op: Op): Promise<void> {
    if (op.isPulled || !isErasure(op.command)) return;
    await keepOnDevice(this.parts.db, ERASURE_OWED, { notBefore: 0 } satisfies ErasureOwed);
  }

  /** Somebody was erased on another laptop, which may not be allowed to send a state, or may be gone. */
  async heardFromOthers(): Promise<void> {
    const { db, random } = this.parts;
    const place = await readPlace(db);
    if (!place || (await recallOnDevice(db, ERASURE_OWED))) return;
    const notBefore = Date.now() + PATIENCE_MS + random() * SPREAD_MS;
    const owed: ErasureOwed = { notBefore, fromSeq: place.cursor };
    await keepOnDevice(db, ERASURE_OWED, owed);
  }

  /** After a round: what is owed to those who join later, or who may not keep what they have. */
  async sendDue(): Promise<void> {
    const place = await readPlace(this.parts.db);
    if (!place || !seesAll(place.grants) || place.role === 'viewer') return;
    await this.afterErasure(place);
    await this.afterManyOperations(place);
  }

  /**
   * Before somebody's sight is narrowed: a state that is cut by who may see what. From then on every
   * operation is cut. `round` brings what others wrote meanwhile.
   */
  async divide(round: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      await round();
      const place = await readPlace(this.parts.db);
      if (!place || !seesAll(place.grants)) throw new ExpectedError('forbidden');
      try {
        await this.send(place, { isDivided: true });
        return await round();
      } catch (error) {
        const isLate = error instanceof ExpectedError && error.code === 'behind-log';
        if (!isLate || tries >= MAX_TRIES) throw error;
      }
    }
  }

  private async afterErasure(place: SyncPlace): Promise<void> {
    const { db, hub } = this.parts;
    const owed = await recallOnDevice<ErasureOwed>(db, ERASURE_OWED);
    if (!owed || Date.now() < owed.notBefore) return;
    const { fromSeq } = owed;
    const newest = fromSeq === undefined ? undefined : await hub.newestCheckpoint();
    const isDone = newest !== undefined && newest.atSeq >= (fromSeq ?? 0);
    if (isDone || (await this.send(place, { isErasing: true }))) {
      await forgetOnDevice(db, ERASURE_OWED);
    }
  }

  private async afterManyOperations(place: SyncPlace): Promise<void> {
    if (Date.now() - this.lookedAt < LOOK_EVERY_MS) return;
    this.lookedAt = Date.now();
    const newest = await this.parts.hub.newestCheckpoint();
    if (place.cursor - (newest?.atSeq ?? 0) > MAX_OPS_SINCE) await this.send(place, {});
  }

  private send(
    place: SyncPlace,
    { isErasing = false, isDivided = place.isDivided }: Partial<SendStateParts>,
  ): Promise<boolean> {
    const { db, door, hub, onProgress, isStopped } = this.parts;
    return sendState({
      db,
      door,
      hub,
      isDivided,
      isErasing,
      isStopped,
      onProgress: (done, total) => onProgress({ kind: 'sendState', done, total }),
    });
  }
}
