import type { Grant, MeAnswer } from '@shared/contracts/hub-http';
import { isSame } from '@shared/lib/is-same';
import type { LocalPort, SyncPlace } from '@shared/sync/local-port';
import { ALL } from '@shared/sync/scopes';
import type { Frame } from '@shared/sync/wire';
import type { ConsoleDb } from '../db';
import { inTransaction } from '../tables';
import type { WriteDoor } from '../write/write-door';
import { settleSight } from './divide/sight-due';
import { keepPiece } from './inbox';
import { changePlace, herePlace, writePlace } from './place';
import { renew } from './renew';
import { answered } from './send/answered';
import { type Divide, outgoing } from './send/outgoing';
import type { ErasePerson } from './take/erasing';
import { takeFrames } from './take/take-frames';
import { foldTwins } from './twins';

export type LocalPortParts = {
  db: ConsoleDb;
  door: WriteDoor;
  /** Taking over the state of a workspace (`renderer/db/sync/state`). */
  state: Pick<LocalPort, 'keepCheckpointPart' | 'checkpointPartsHere' | 'takeCheckpoint'>;
  /** Cutting by who may see what, and letting go of what may not be seen any more (`renderer/db/sync/divide`). */
  divide: Divide;
  prune: (grants: readonly Grant[], people?: ReadonlySet<string>) => Promise<void>;
  erasePerson: ErasePerson;
};

/** The database as the session needs it. */
export function createLocalPort(parts: LocalPortParts): LocalPort {
  const { db, door, state } = parts;
  return {
    ...state,
    place: () => herePlace(db),
    heardMe: (me) => heardMe(parts, me),
    outgoing: (after, maxBytes) => outgoing(parts, after, maxBytes),
    answered: (sent, results) => answered(parts, sent, results),
    keepPiece: (frame) => keepFrame(db, frame),
    take: async (frames) => {
      await takeFrames(parts, frames);
      await settleSight(parts, parts.prune);
      await foldTwins(parts);
    },
    renew: (why) => renew(door, why),
    startOver: () => startOver(db),
    agreed: async (atMs) => {
      await settleSight(parts, parts.prune, true);
      await changePlace(db, { agreedAt: atMs });
    },
  };
}

async function heardMe({ db, prune }: LocalPortParts, me: MeAnswer): Promise<void> {
  const known = await herePlace(db);
  const { workspaceName, seatId, role, grants, grantsVersion, isDivided, logId } = me;
  const heard = { workspaceName, seatId, role, grants, grantsVersion, isDivided, logId };
  const isOther = !isSame(known.grants, grants);
  if (isOther) await prune(grants);
  // Last: whoever is killed before hears it again, and prunes again.
  await inTransaction(db, ['meta', 'inbox', 'hubOps'], async (within) => {
    const place: SyncPlace = { ...(await herePlace(within)), ...heard };
    if (!isOther) return writePlace(within, place);
    // What came in part was cut by what this seat saw before.
    await within.table('inbox').where('[seq+piece]').aboveOrEqual([0]).delete();
    // The log told nothing so far of what it sees from now on: that is in the state, and in the log after it.
    const isMore = grants.some(({ scope }) => !isIn(known.grants, scope));
    if (isMore) await within.table('hubOps').clear();
    const anew = isMore && { cursor: 0, needsCheckpoint: true };
    await writePlace(within, { ...place, piecesHere: 0, ...anew });
  });
}

const isIn = (grants: readonly Grant[], wanted: string): boolean =>
  grants.some(({ scope }) => scope === ALL || scope === wanted);

async function keepFrame(db: ConsoleDb, frame: Frame): Promise<void> {
  await inTransaction(db, ['meta', 'inbox'], async (within) => {
    const place = await herePlace(within);
    const { seq, piece } = frame.header;
    if (seq !== place.cursor + 1 || piece?.n !== place.piecesHere) return;
    await keepPiece(within, frame);
    await writePlace(within, { ...place, piecesHere: place.piecesHere + 1 });
  });
}

function startOver(db: ConsoleDb): Promise<void> {
  return inTransaction(db, ['meta', 'inbox', 'hubOps'], async (within) => {
    const { logId: _other, ...place } = await herePlace(within);
    await writePlace(within, { ...place, cursor: 0, piecesHere: 0, needsCheckpoint: true });
    await within.table('inbox').clear();
    await within.table('hubOps').clear();
  });
}
