import { ALL, SHARED } from '@shared/sync/scopes';
import type { ConsoleDb } from '../../db';
import { counters, inTransaction, meta, type TableSource } from '../../tables';
import { readProgress } from '../../write/identity';
import type { WriteDoor } from '../../write/write-door';
import { cutSlices, indexOfSlices } from '../divide/cut-slices';
import { readPlace } from '../place';
import { PART_BYTES, packPart, weightOf } from './part-bytes';
import { readState } from './read-state';
import type { StateSlice } from './slice';

/** Where parts of this laptop's state wait in the inbox until the hub has them. */
const STAGED = -1;
const STAGING = 'stagedState';
/** Parts that are being compressed while the next is read. */
const AT_ONCE = 3;
/** What was read longer ago is read anew instead of being sent on. */
const FRESH_MS = 60 * 60 * 1000;

/** A state that was read and waits to be sent. */
export type StagedState = {
  atSeq: number;
  /** Own operations up to this number are in it. */
  lastSeq: number;
  isDivided: boolean;
  isErasing: boolean;
  parts: number;
  bytes: number;
  erasures: number;
  readAt: number;
  /** Under which name the hub keeps the parts that it has, and how many these are. */
  sent?: { id: string; parts: number };
};

export type StateKind = Pick<StagedState, 'isDivided' | 'isErasing'>;

/** The state that waits, where it is still of use. */
export async function stagedState(
  db: TableSource,
  kind: StateKind,
): Promise<StagedState | undefined> {
  const staged = (await meta(db).get(STAGING))?.value as StagedState | undefined;
  if (!staged || staged.isDivided !== kind.isDivided || staged.isErasing !== kind.isErasing) return;
  const isSame = staged.erasures === (await countErasures(db));
  // The inbox may have been emptied since: the workspace was left, or begun anew.
  const isThere = (await partsIn(db).count()) === staged.parts;
  return isSame && isThere && Date.now() - staged.readAt < FRESH_MS ? staged : undefined;
}

export const noteSent = (db: TableSource, staged: StagedState): Promise<string> =>
  meta(db).put({ key: STAGING, value: staged });

export const stagedPart = (db: TableSource, n: number): Promise<Uint8Array | undefined> =>
  db
    .table('inbox')
    .get([STAGED, n])
    .then((row?: { bytes: Uint8Array }) => row?.bytes);

const partsIn = (db: TableSource) =>
  db.table('inbox').where('[seq+piece]').between([STAGED], [STAGED, []]);

/** Nothing of a state that was read waits any more. */
export function dropStaged(db: ConsoleDb): Promise<void> {
  return inTransaction(db, ['inbox', 'meta'], async (within) => {
    await partsIn(within).delete();
    await meta(within).delete(STAGING);
  });
}

/**
 * Reads everything that travels at one point of the log, and puts it by in parts as they will be sent.
 * Writers wait for the reading, not for the sending.
 */
export async function stageState(
  db: ConsoleDb,
  door: WriteDoor,
  { isDivided, isErasing }: StateKind,
): Promise<StagedState> {
  await dropStaged(db);
  return door.exclusively(async () => {
    const place = await readPlace(db);
    const { lastSeq, hlc } = await readProgress(db);
    const putBy = new PartsPutBy(db, hlc);
    const slices = readState(db);
    if (isDivided) {
      await cutSlices(db, slices, (some, scopes) => putBy.add(some, scopes));
    } else await inParts(slices, (some) => putBy.add(some, [ALL]));
    // A state of nothing is one too.
    if (putBy.parts === 0) await putBy.add([], [isDivided ? SHARED : ALL]);
    await putBy.finish();
    const staged: StagedState = {
      isDivided,
      isErasing,
      atSeq: place?.cursor ?? 0,
      lastSeq,
      parts: putBy.parts,
      bytes: putBy.bytes,
      erasures: await countErasures(db),
      readAt: Date.now(),
    };
    await noteSent(db, staged);
    return staged;
  });
}

async function inParts(
  slices: AsyncIterable<StateSlice>,
  add: (slices: StateSlice[]) => Promise<void>,
): Promise<void> {
  let waiting: StateSlice[] = [];
  let weight = 0;
  for await (const slice of slices) {
    waiting.push(slice);
    weight += weightOf(slice);
    if (weight < PART_BYTES) continue;
    await add(waiting);
    waiting = [];
    weight = 0;
  }
  if (waiting.length > 0) await add(waiting);
}

/** Packs parts while others are read, and puts them by in order. */
class PartsPutBy {
  parts = 0;
  bytes = 0;
  private readonly underWay: Promise<void>[] = [];

  constructor(
    private readonly db: ConsoleDb,
    private readonly hlc: string | undefined,
  ) {}

  async add(slices: StateSlice[], scopes: readonly string[]): Promise<void> {
    const n = this.parts;
    this.parts += 1;
    const isCut = !scopes.includes(ALL);
    const put = this.put(n, slices, scopes, isCut);
    // Heard by whoever waits for it in its turn.
    put.catch(() => undefined);
    this.underWay.push(put);
    if (this.underWay.length >= AT_ONCE) await this.underWay.shift();
  }

  async finish(): Promise<void> {
    for (const put of this.underWay) await put;
  }

  private async put(
    n: number,
    slices: StateSlice[],
    scopes: readonly string[],
    isCut: boolean,
  ): Promise<void> {
    const body = { slices, ...(this.hlc !== undefined && { hlc: this.hlc }) };
    const bytes = await packPart(body, scopes, isCut ? indexOfSlices(slices) : undefined);
    this.bytes += bytes.byteLength;
    await this.db.table('inbox').put({ seq: STAGED, piece: n, bytes });
  }
}

const countErasures = async (db: TableSource): Promise<number> =>
  (await counters(db).get('erasures'))?.n ?? 0;
