import type { CheckpointManifest } from '@shared/contracts/hub-http';
import type { Erasure } from '@shared/domain/members/erasure.schema';
import { registry } from '@shared/domain/registry';
import { ExpectedError } from '@shared/lib/errors';
import type { LocalPort, SyncPlace } from '@shared/sync/local-port';
import { seesAll } from '@shared/sync/scopes';
import type { ConsoleDb } from '../../db';
import { CURRENT_SCHEMA_VERSION } from '../../schema';
import { inTransaction, meta, rowTable, type TableSource } from '../../tables';
import { readHead, writeProgress } from '../../write/identity';
import type { WriteDoor } from '../../write/write-door';
import type { WriteTx } from '../../write/write-tx';
import { worldWithin } from '../divide/world';
import { writePlace } from '../place';
import { Brought, isOfErased, tellable } from './brought';
import { countParts, dropParts, keepPart, partBytes } from './fetched-parts';
import { type OnlyHere, StateJoiner } from './join-slice';
import { unpackPart } from './part-bytes';
import { readParts } from './part-reader';
import { syncedEntities } from './read-state';
import type { StateSlice } from './slice';

const ERASURES_DUE = 'erasuresDue';

export type StatePortParts = {
  db: ConsoleDb;
  door: WriteDoor;
  /** Carries erasures out here that others made: people of theirs may be in this laptop's data. */
  eraseAgain: (erasures: Erasure[]) => Promise<void>;
};

type StatePort = Pick<LocalPort, 'keepCheckpointPart' | 'checkpointPartsHere' | 'takeCheckpoint'>;

/** Taking over the state of a workspace: its part of the `LocalPort`. */
export const createStatePort = (parts: StatePortParts): StatePort => ({
  keepCheckpointPart: (manifest, n, bytes) => keepPart(parts.db, manifest, n, bytes),
  checkpointPartsHere: (manifest) => countParts(parts.db, manifest),
  takeCheckpoint: (manifest) => takeState(parts, manifest),
});

/**
 * Joins the fetched state of the workspace into what is here, in one transaction: an empty database
 * takes its pages as they lie; otherwise each record is what both sides know of it, and where neither
 * bears a stamp the workspace's stays. What only this laptop has becomes an operation to send, except
 * what was erased. Throws `frame-damaged`, and `schema-newer`; then nothing was changed.
 */
async function takeState(parts: StatePortParts, manifest: CheckpointManifest): Promise<void> {
  const { db, door } = parts;
  const count = manifest.parts.length;
  if (manifest.schemaVersion > CURRENT_SCHEMA_VERSION) {
    throw new ExpectedError('schema-newer', { theirs: manifest.schemaVersion });
  }
  if ((await countParts(db, manifest)) < count) throw new ExpectedError('not-found');
  const first = await partBytes(db, 0);
  const newest = first && (await unpackPart(first)).hlc;
  await door.takeIn(
    'sync.applied',
    (tx) => joinState(tx, count),
    async (within, _tx, op, { brought, erasures }) => {
      const { progress } = await readHead(within);
      // Without a change of rows nobody wrote down how far the others' clocks are.
      const isLater = !op && newest !== undefined && newest > (progress.hlc ?? '');
      if (isLater) await writeProgress(within, { ...progress, hlc: newest });
      // Not before they are carried out: whoever is killed meanwhile takes the state once more.
      if (erasures.length === 0) await settle(within, manifest.atSeq);
      await brought?.finish();
      if (erasures.length > 0) await meta(within).put({ key: ERASURES_DUE, value: erasures });
    },
    newest === undefined ? {} : { newest },
  );
  await carryOutErasures(parts);
  await inTransaction(db, ['meta', 'inbox'], (within) => settle(within, manifest.atSeq));
}

/** Erasures that came with a state, this time or before a crash. */
async function carryOutErasures({ db, eraseAgain }: StatePortParts): Promise<void> {
  const due = (await meta(db).get(ERASURES_DUE))?.value as Erasure[] | undefined;
  if (!due) return;
  await eraseAgain(due);
  await meta(db).delete(ERASURES_DUE);
}

type Joined = { brought: Brought | undefined; erasures: Erasure[] };

async function joinState(tx: WriteTx, count: number): Promise<Joined> {
  const { progress, place } = await readHead(tx.db);
  const known = (await rowTable(tx.db, 'erasures').toArray()) as unknown as Erasure[];
  const erased = new Set(known.flatMap(({ id, alsoIds }) => [id, ...alsoIds]));
  const erasures: Erasure[] = [];
  const hear = (slice: StateSlice) => {
    if (slice.entity !== 'erasures') return;
    for (const erasure of (slice.rows ?? []) as unknown as Erasure[]) {
      if (!known.some(({ id }) => id === erasure.id)) erasures.push(erasure);
      for (const id of [erasure.id, ...erasure.alsoIds]) erased.add(id);
    }
  };
  // Two numbers on: between lies that of the operation which takes the state in.
  const brought = isTelling(place) ? new Brought(tx.db, progress.lastSeq + 2) : undefined;
  const isWhole = place !== undefined && seesAll(place.grants);
  const waiting: OnlyHere[] = [];
  const joiner = new StateJoiner(tx, async (record) => {
    if (record.row && isOfErased(record.row, erased)) return;
    if (isWhole) await brought?.add(record);
    else waiting.push(record);
  });
  await readParts(tx.db, count, async ({ slices }) => {
    for (const slice of slices.filter(isShared)) {
      hear(slice);
      await joiner.join(slice);
    }
  });
  await joiner.finish(syncedEntities());
  if (brought && waiting.length > 0 && place) {
    const world = await worldWithin(tx);
    for (const record of tellable(waiting, place.grants, world)) await brought.add(record);
  }
  return { brought, erasures };
}

/** Nothing else travels, whoever made the state. */
const isShared = ({ entity }: StateSlice): boolean =>
  Object.hasOwn(registry, entity) && registry[entity].scope === 'synced';

const isTelling = (place: SyncPlace | undefined): boolean =>
  place !== undefined && place.role !== 'viewer';

/** The log is followed from the state on; what waited of it before is of no more use. */
async function settle(within: TableSource, atSeq: number): Promise<void> {
  const { place } = await readHead(within);
  if (!place) return;
  const cursor = Math.max(place.cursor, atSeq);
  await writePlace(within, { ...place, cursor, piecesHere: 0, needsCheckpoint: false });
  await dropParts(within);
  await within.table('inbox').where('[seq+piece]').between([1], [cursor, []]).delete();
}
