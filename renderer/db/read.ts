import type { EntityName, Row } from '@shared/domain/registry';
import { consoleDb } from './db';
import { decodePage, decodeRow, findInPage, type PageRecord } from './paged/page';
import { storesOf } from './schema';
import {
  coldPages,
  counters,
  hotPages,
  readTransaction,
  rowTable,
  type TableSource,
} from './tables';

/** Reads for the window: by key, by index, by page; never a count, an offset or a whole big store. */
const db = () => consoleDb();

const rows = <E extends EntityName>(entity: E) => rowsIn(db, entity);

function rowsIn<E extends EntityName>(from: () => TableSource, entity: E) {
  const table = () => rowTable(from(), entity);
  return {
    all: () => table().toArray() as Promise<unknown> as Promise<Row<E>[]>,
    get: (id: string) => table().get(id) as Promise<unknown> as Promise<Row<E> | undefined>,
    by: (index: string, value: string) =>
      table().where(index).equals(value).toArray() as Promise<unknown> as Promise<Row<E>[]>,
    byAny: (index: string, values: readonly string[]) =>
      table()
        .where(index)
        .anyOf([...values])
        .toArray() as Promise<unknown> as Promise<Row<E>[]>,
    /** Both ends included. */
    between: (index: string, lo: string, hi: string) =>
      table().where(index).between(lo, hi, true, true).toArray() as Promise<unknown> as Promise<
        Row<E>[]
      >,
  };
}

/**
 * One moment's state of an entity's pages. Without it a commit between two reads could join the hot
 * half of one row to the cold half of another, or show a row twice that moved to a new page.
 */
function atOnce<T>(entity: EntityName, work: (pages: Pages) => Promise<T>): Promise<T> {
  const stores = storesOf(entity);
  return readTransaction(db(), stores, (within) =>
    work({
      hot: hotPages(within, entity),
      coldOf: async (lo) => (stores.length > 1 ? coldPages(within, entity).get(lo) : undefined),
    }),
  );
}

type PageTable = ReturnType<typeof hotPages>;
type Pages = { hot: PageTable; coldOf: (lo: string) => Promise<PageRecord | undefined> };

function pagedGet<E extends EntityName>(entity: E, id: string): Promise<Row<E> | undefined> {
  return atOnce(entity, async (pages) => {
    const hot = await pageOf(pages, id);
    const at = hot ? findInPage(hot, id) : -1;
    if (!hot || at < 0) return undefined;
    return decodeRow(hot, await pages.coldOf(hot.lo), at) as Row<E>;
  });
}

/** Rows by id, whole, in the order asked for; each page is opened once, however many it holds. */
function pagedGetMany<E extends EntityName>(
  entity: E,
  ids: readonly string[],
): Promise<(Row<E> | undefined)[]> {
  return atOnce(entity, async (pages) => {
    const found = new Map<string, Row<E>>();
    let hot: PageRecord | undefined;
    let cold: PageRecord | undefined;
    for (const id of [...new Set(ids)].sort()) {
      if (!hot || findInPage(hot, id) < 0) {
        hot = await pageOf(pages, id);
        cold = hot && (await pages.coldOf(hot.lo));
      }
      const at = hot ? findInPage(hot, id) : -1;
      if (hot && at >= 0) found.set(id, decodeRow(hot, cold, at) as Row<E>);
    }
    return ids.map((id) => found.get(id));
  });
}

/** The page that an id belongs to. */
function pageOf({ hot }: Pages, id: string): Promise<PageRecord | undefined> {
  return hot.where(':id').belowOrEqual(id).last();
}

function pagedByPrefix<E extends EntityName>(entity: E, prefix: string): Promise<Row<E>[]> {
  return atOnce(entity, async (pages) => {
    const before = await pages.hot.where(':id').below(prefix).last();
    const within = await pages.hot.where(':id').startsWith(prefix).toArray();
    const found: Row<E>[] = [];
    for (const hot of before ? [before, ...within] : within) {
      const page = decodePage(hot, await pages.coldOf(hot.lo));
      found.push(...(page.filter((row) => row.id.startsWith(prefix)) as Row<E>[]));
    }
    return found;
  });
}

/** Rows whose id lies within a range, both ends included; hot fields only. */
function pagedBetween<E extends EntityName>(entity: E, lo: string, hi: string): Promise<Row<E>[]> {
  return atOnce(entity, async ({ hot }) => {
    const before = await hot.where(':id').below(lo).last();
    const within = await hot.where(':id').between(lo, hi, true, true).toArray();
    const pages = before ? [before, ...within] : within;
    const rows = pages.flatMap((page) => decodePage(page, undefined));
    return rows.filter((row) => row.id >= lo && row.id <= hi) as Row<E>[];
  });
}

/** The newest or the oldest rows by id, without an index: what a list shows before anything is searched. */
function firstPage<E extends EntityName>(
  entity: E,
  limit: number,
  from: 'newest' | 'oldest',
): Promise<Row<E>[]> {
  return atOnce(entity, async (pages) => {
    const found: Row<E>[] = [];
    let key: string | undefined;
    while (found.length < limit) {
      const hot = await nextPage(pages.hot, key, from);
      if (!hot) break;
      const page = decodePage(hot, undefined) as Row<E>[];
      found.push(...(from === 'newest' ? page.reverse() : page));
      key = hot.lo;
    }
    return found.slice(0, limit);
  });
}

function nextPage(pages: PageTable, key: string | undefined, from: 'newest' | 'oldest') {
  if (key === undefined) {
    const all = pages.orderBy(':id');
    return from === 'newest' ? all.last() : all.first();
  }
  return from === 'newest'
    ? pages.where(':id').below(key).last()
    : pages.where(':id').above(key).first();
}

/** How many rows an entity holds, or a kept sum such as `orders.amountFen`: from the counters. */
const counter = (name: CounterName): Promise<number> => counterIn(db(), name);

type CounterName = EntityName | 'orders.amountFen' | 'orders.refundFen';

async function counterIn(from: TableSource, name: CounterName): Promise<number> {
  return (await counters(from).get(name))?.n ?? 0;
}

/** Reads of whole rows and of counters. */
export type SmallReads = { rows: typeof rows; counter: typeof counter };

/**
 * Several small reads of one moment in one transaction, which costs a start less than one for each.
 * `work` reads nothing but the named entities and the counters, and waits for nothing else: the
 * transaction ends with the first other wait.
 */
function together<T>(
  entities: readonly EntityName[],
  work: (reads: SmallReads) => Promise<T>,
): Promise<T> {
  return readTransaction(db(), [...entities, 'counters'], (within) =>
    work({
      rows: (entity) => rowsIn(() => within, entity),
      counter: (name) => counterIn(within, name),
    }),
  );
}

export const readDb = {
  rows,
  pagedGet,
  pagedGetMany,
  pagedByPrefix,
  pagedBetween,
  firstPage,
  counter,
  together,
};
