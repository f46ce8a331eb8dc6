import type { EntityName } from '@shared/domain/registry';
import type { RowChange } from '@shared/sync/op';
import type { PagePair } from '../paged/page';
import { spec, storesOf } from '../schema';
import { coldPages, hotPages, readTransaction, type TableSource } from '../tables';
import type { LaidPages, OpPayload, RecordState } from './changes';
import type { Head } from './identity';
import type { WriteTx } from './write-tx';

/**
 * The payload of an operation, until the journal has it, in parts of about a megabyte. Pages that
 * the operation laid are not copied: the part names them, and whoever is about to change pages
 * makes the part hold them first (`keepLaidPages`).
 */
export type PayloadPart = Partial<OpPayload>;

/**
 * Its key: number of the operation, number of the part, and 1 where the part only names its pages.
 * (The first version stored a payload in one piece, under the number alone.)
 */
type StoredPart = { seq: number | number[]; payload: PayloadPart; laid?: LaidPages };

/** Parts from here on are of what never leaves the laptop: the journal needs them, the hub does not. */
const FIRST_OWN_PART = 1_000_000;

const staysHere = (entity: string) => spec(entity as EntityName).scope !== 'synced';

export const ROWS_A_PART = 4096;
const CHANGES_A_PART = 4000;
const REMOVED_A_PART = 16;
const STATES_A_PART = 2000;

const partsOf = (within: TableSource, seq: number) =>
  within
    .table('opPayloads')
    .where('seq')
    .between([seq], [seq + 1]);

/** Stores what `tx` did under the operation's number. */
export async function storePayload(
  tx: WriteTx,
  seq: number,
  changes: readonly RowChange[],
): Promise<void> {
  const { created, removed, states } = tx.notes;
  const list = new PartList(seq);
  for (const { entity, keys } of created) {
    const isOwn = staysHere(entity);
    const changed = keys.flatMap((lo) => tx.originalOf(entity, lo) ?? []);
    for (const pages of chunked(changed, 1)) list.add(isOwn, { created: [{ entity, pages }] });
    const rest = keys.filter((lo) => !tx.originalOf(entity, lo));
    for (const some of chunked(rest, pagesAPart(entity)))
      list.add(isOwn, {}, { entity, keys: some });
  }
  list.addRest(removed, changes, states);
  await tx.db.table('opPayloads').bulkAdd(list.parts);
}

/** The same of an operation that comes from the journal and waits to be sent. */
export async function storeReplayed(
  within: TableSource,
  seq: number,
  { created, removed, changes, states = [] }: OpPayload,
): Promise<void> {
  const list = new PartList(seq);
  for (const { entity, pages } of created) {
    for (const some of chunked(pages, pagesAPart(entity)))
      list.add(staysHere(entity), { created: [{ entity, pages: some }] });
  }
  list.addRest(removed, changes, states);
  await within.table('opPayloads').bulkPut(list.parts);
}

class PartList {
  readonly parts: StoredPart[] = [];
  private shared = 0;
  private own = FIRST_OWN_PART;

  constructor(private readonly seq: number) {}

  add(isOwn: boolean, payload: PayloadPart, laid?: LaidPages): void {
    const n = isOwn ? this.own++ : this.shared++;
    this.parts.push(
      laid ? { seq: [this.seq, n, 1], payload, laid } : { seq: [this.seq, n], payload },
    );
  }

  addRest(
    removed: OpPayload['removed'],
    changes: readonly RowChange[],
    states: readonly RecordState[],
  ): void {
    for (const isOwn of [false, true]) {
      const ours = <T extends { entity: string }>(items: readonly T[]) =>
        items.filter(({ entity }) => staysHere(entity) === isOwn);
      for (const some of chunked(ours(removed), REMOVED_A_PART)) this.add(isOwn, { removed: some });
      for (const some of chunked(ours(changes), CHANGES_A_PART)) this.add(isOwn, { changes: some });
    }
    for (const some of chunked(states, STATES_A_PART)) this.add(false, { states: some });
  }
}

function pagesAPart(entity: EntityName): number {
  const { storage } = spec(entity);
  return storage.kind === 'paged' ? Math.max(1, Math.floor(ROWS_A_PART / storage.pageSize)) : 1;
}

function chunked<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < items.length; i += size) parts.push(items.slice(i, i + size));
  return parts;
}

/** The parts of an operation's payload, each with its pages; one is read while another is used. */
export async function* readPayload(db: TableSource, seq: number): AsyncGenerator<PayloadPart> {
  const keys = [seq, ...(await partsOf(db, seq).primaryKeys())];
  let next = readPart(db, keys[0]);
  for (let i = 1; i <= keys.length; i += 1) {
    const part = await next;
    if (i < keys.length) {
      next = readPart(db, keys[i]);
      // Heard at the next turn, if there is one.
      next.catch(() => undefined);
    }
    if (part) yield part;
  }
}

/** Keys of the parts that are to be sent: their order and number stay, whatever is done to their pages. */
export async function sharedPartKeys(db: TableSource, seq: number): Promise<number[][]> {
  const keys = (await partsOf(db, seq).primaryKeys()) as unknown as number[][];
  return keys.filter(([, n = 0]) => n < FIRST_OWN_PART);
}

/** The parts that hold no created rows: of an operation whose pages the journal has already. */
export async function* readUncreated(db: TableSource, seq: number): AsyncGenerator<PayloadPart> {
  for (const key of await partsOf(db, seq).primaryKeys()) {
    const stored = (await db.table('opPayloads').get(key)) as StoredPart | undefined;
    if (!stored || stored.laid || stored.payload.created) continue;
    yield stored.payload;
  }
}

export async function readPart(db: TableSource, key: unknown): Promise<PayloadPart | undefined> {
  const stored = (await db.table('opPayloads').get(key)) as StoredPart | undefined;
  if (stored && !stored.laid) return stored.payload;
  if (!stored && !isLaidKey(key)) return undefined;
  // Once more, at one moment with the pages: a command may have moved or changed both meanwhile.
  const stores = ['opPayloads', ...(stored?.laid ? storesOf(stored.laid.entity) : [])];
  return readTransaction(db, stores, async (within) => {
    const parts = within.table('opPayloads');
    const now = ((await parts.get(key)) ?? (isLaidKey(key) && (await parts.get(heldKey(key))))) as
      | StoredPart
      | undefined;
    if (!now?.laid) return now?.payload;
    return { ...now.payload, created: [await pagesOf(within, now.laid)] };
  });
}

const isLaidKey = (key: unknown): key is number[] => Array.isArray(key) && key.length === 3;
/** Under which the part lies once it holds its pages itself. */
const heldKey = (key: readonly number[]) => key.slice(0, 2);

async function pagesOf(within: TableSource, { entity, keys }: LaidPages) {
  const hot = await hotPages(within, entity).bulkGet(keys);
  const hasCold = storesOf(entity).length > 1;
  const cold = hasCold ? await coldPages(within, entity).bulkGet(keys) : [];
  const pages = keys.map((lo, i): PagePair => {
    const page = hot[i];
    if (!page) throw new Error(`page ${lo} of ${entity} is gone`);
    return { hot: page, cold: cold[i] };
  });
  return { entity, pages };
}

/**
 * Before a transaction over these stores changes anything: pages that the journal, or the hub, still
 * has to read from them move into their parts. Nearly always both were faster and there is nothing to do.
 */
export async function keepLaidPages(
  within: TableSource,
  stores: ReadonlySet<string>,
  { progress, place }: Head,
): Promise<void> {
  const { journaledSeq } = progress;
  const neededFrom = Math.min(journaledSeq, place?.ackedSeq ?? journaledSeq) + 1;
  const waiting = within.table('opPayloads').where('seq').above([neededFrom]);
  for (const key of (await waiting.primaryKeys()) as unknown as number[][]) {
    // An older console named pages in parts that do not show it; only the journal waits for those.
    if (!isLaidKey(key) && (key[0] ?? 0) <= journaledSeq) continue;
    const stored = (await within.table('opPayloads').get(key)) as StoredPart | undefined;
    if (!stored?.laid || !stores.has(stored.laid.entity)) continue;
    const payload = { ...stored.payload, created: [await pagesOf(within, stored.laid)] };
    await within.table('opPayloads').delete(key);
    await within.table('opPayloads').put({ seq: heldKey(key), payload } satisfies StoredPart);
  }
}

/** The journal has them now. */
export async function dropPayloads(within: TableSource, seqs: readonly number[]): Promise<void> {
  await within.table('opPayloads').bulkDelete([...seqs]);
  for (const seq of seqs) await partsOf(within, seq).delete();
}
