import { formatHlc, type Hlc, STAMP_DEVICE_AT } from '@shared/sync/clock';
import { EVER } from '@shared/sync/merge/record-state';
import { joinKnown, type Knowledge, laptopOf } from '@shared/sync/pack/knowledge';
import type { AnyRow } from '../paged/page';
import { decodePage } from '../paged/page';
import { hotPages, inTransaction, meta, type TableSource } from '../tables';
import { clocksOf } from '../write/clock-book';
import { readIdentity, readProgress } from '../write/identity';

/** Read by every commit (`readHead`), which stamps what it writes where this is kept. */
const PACKS = 'packs';

/** Another laptop of which a pack was taken in. */
export type PackLaptop = {
  id: string;
  name: string;
  publicKey: string;
  /** What it knew when it made its newest pack. */
  knowledge: Knowledge;
  /** UTC ms of that pack. */
  heardAt: number;
};

/** A workspace that is handed over by packs, as this laptop knows it; kept in the database beside the data. */
export type PacksPlace = {
  /** This laptop's id when it was written: a restored copy has another one. */
  self: string;
  /** What this laptop is called in its packs. */
  name: string;
  /** On which laptop it began: what bears no stamp is its. */
  origin: string;
  /** What is known of the other laptops; of this one everything is. */
  knowledge: Knowledge;
  laptops: PackLaptop[];
  /** How all laptops are called that were ever heard of. */
  names: Record<string, string>;
  /** UTC ms. */
  since: number;
};

export async function readPacks(db: TableSource): Promise<PacksPlace | undefined> {
  return (await meta(db).get(PACKS))?.value as PacksPlace | undefined;
}

export async function writePacks(within: TableSource, packs: PacksPlace): Promise<void> {
  await meta(within).put({ key: PACKS, value: packs });
}

export const forgetPacks = (within: TableSource): Promise<void> => meta(within).delete(PACKS);

/** What this laptop knows of all, itself included: no stamp of its own is later than its newest. */
export async function knowledgeOf(db: TableSource, packs: PacksPlace): Promise<Knowledge> {
  const { hlc } = await readProgress(db);
  const own = { [packs.self]: newestOwn(packs.self, hlc) };
  const { whole, masked } = packs.knowledge;
  return { whole: joinKnown(whole, own), masked: joinKnown(masked, own) };
}

/** Never empty: the laptop on which it began is known by it, also before it wrote anything. */
const newestOwn = (self: string, hlc: Hlc | undefined): Hlc => hlc ?? formatHlc(0, 0, self);

/**
 * After a restore this laptop goes on under a new id. Of what it wrote under the old one it knows what
 * is in the data; others may know more of it, and give it back.
 */
export async function keepOwnPast(db: TableSource): Promise<PacksPlace | undefined> {
  const packs = await readPacks(db);
  const identity = await readIdentity(db);
  if (!packs || !identity || packs.self === identity.deviceId) return packs;
  const { self } = packs;
  const newest = await newestStampOf(db, self);
  const past = { [self]: newest > EVER ? newest : formatHlc(0, 0, self) };
  const { whole, masked } = packs.knowledge;
  const kept: PacksPlace = {
    ...packs,
    self: identity.deviceId,
    names: { ...packs.names, [self]: packs.name },
    knowledge: { whole: joinKnown(whole, past), masked: joinKnown(masked, past) },
  };
  await inTransaction(db, ['meta'], (within) => writePacks(within, kept));
  return kept;
}

async function newestStampOf(db: TableSource, laptop: string): Promise<Hlc> {
  let newest = EVER;
  for await (const rows of clockPages(db)) {
    for (const row of rows) {
      const { since = EVER, at = {} } = clocksOf(row);
      for (const stamp of [since, ...Object.values(at)]) {
        if (stamp > newest && laptopOf(stamp) === laptop) newest = stamp;
      }
    }
  }
  return newest;
}

/** The clocks of all records, page by page, in order of entity and id. */
export async function* clockPages(db: TableSource): AsyncGenerator<AnyRow[]> {
  for (const lo of await hotPages(db, 'clocks').toCollection().primaryKeys()) {
    const page = await hotPages(db, 'clocks').get(lo);
    if (page) yield decodePage(page, undefined);
  }
}

/** Everything that any laptop wrote since this time, as if it were known until then. */
export const knownAt = (ms: number, { whole }: Knowledge): Record<string, Hlc> => {
  const begin = formatHlc(ms, 0, '').slice(0, STAMP_DEVICE_AT);
  return Object.fromEntries(
    Object.entries(whole).map(([laptop, stamp]) => [laptop, stamp < begin ? stamp : begin]),
  );
};
