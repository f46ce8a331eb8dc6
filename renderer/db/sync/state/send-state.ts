import { ExpectedError } from '@shared/lib/errors';
import type { HubPort } from '@shared/sync/hub-port';
import type { ConsoleDb } from '../../db';
import { CURRENT_SCHEMA_VERSION } from '../../schema';
import { inTransaction } from '../../tables';
import type { WriteDoor } from '../../write/write-door';
import { tidyOutbox } from '../outbox';
import { readPlace, writePlace } from '../place';
import {
  dropStaged,
  noteSent,
  type StagedState,
  type StateKind,
  stagedPart,
  stagedState,
  stageState,
} from './stage-state';

export type SendStateParts = StateKind & {
  db: ConsoleDb;
  door: WriteDoor;
  hub: HubPort;
  /** Bytes. */
  onProgress?: (done: number, total: number) => void;
  isStopped?: () => boolean;
};

/** The hub forgets a state that was begun and not finished; then it is begun anew. */
const MAX_TRIES = 2;

/**
 * Makes the hub keep the state of the whole workspace as this laptop has it. What was read and partly
 * sent when the way was cut is sent on. Ends early, to be gone on with, when `isStopped`; answers
 * whether the hub has all of it. Throws what `HubPort` throws.
 */
export async function sendState(parts: SendStateParts): Promise<boolean> {
  const { db, door, hub } = parts;
  const isFirst = await isNothingThere(parts);
  for (let tries = 1; ; tries += 1) {
    const staged = (await stagedState(db, parts)) ?? (await stageState(db, door, parts));
    try {
      const id = staged.sent?.id ?? (await begin(hub, staged));
      if (!(await sendParts(parts, staged, id))) return false;
      await hub.finishCheckpoint(id, staged.parts);
      await dropStaged(db);
      if (isFirst) await acknowledge(parts, staged.lastSeq);
      return true;
    } catch (error) {
      const isForgotten = error instanceof ExpectedError && error.code === 'not-found';
      if (!isForgotten || !staged.sent || tries >= MAX_TRIES) throw error;
      await dropStaged(db);
    }
  }
}

const begin = async (
  hub: HubPort,
  { atSeq, isDivided, isErasing }: StagedState,
): Promise<string> => {
  const schemaVersion = CURRENT_SCHEMA_VERSION;
  return (await hub.beginCheckpoint({ atSeq, schemaVersion, isDivided, isErasing })).id;
};

async function sendParts(
  { db, hub, onProgress, isStopped }: SendStateParts,
  staged: StagedState,
  id: string,
): Promise<boolean> {
  let done = 0;
  for (let n = 0; n < staged.parts; n += 1) {
    if (isStopped?.()) return false;
    const bytes = await stagedPart(db, n);
    if (!bytes) throw new Error(`part ${n} of the state is not there`);
    if (n >= (staged.sent?.parts ?? 0)) {
      await hub.putCheckpointPart(id, n, new Uint8Array(bytes));
      staged.sent = { id, parts: n + 1 };
      await noteSent(db, staged);
    }
    done += bytes.byteLength;
    onProgress?.(done, staged.bytes);
  }
  return true;
}

/** Whether the workspace holds nothing yet: then its first state says all that was written before. */
async function isNothingThere({ db, hub }: SendStateParts): Promise<boolean> {
  const place = await readPlace(db);
  if (!place || place.cursor > 0 || (await hub.newestCheckpoint())) return false;
  return (await hub.me()).head === 0;
}

/** Own operations that the first state holds need not be sent any more. */
function acknowledge({ db, door }: SendStateParts, lastSeq: number): Promise<void> {
  return door.exclusively(() =>
    inTransaction(db, ['meta', 'outbox', 'opPayloads'], async (within) => {
      const place = await readPlace(within);
      if (!place || place.ackedSeq >= lastSeq) return;
      await writePlace(within, { ...place, ackedSeq: lastSeq });
      await tidyOutbox(within);
    }),
  );
}
