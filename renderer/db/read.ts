import type { EntityName, Row } from '@shared/domain/registry';
import { consoleDb } from './db';
import { decodePage, decodeRow, findInPage } from './paged/page';
import { storesOf } from './schema';
import { coldPages, counters, hotPages, rowTable } from './tables';

/** Reads for the window: by key, by index, by page; never a count, an offset or a whole big store. */
const db = () => consoleDb();

function rows<E extends EntityName>(entity: E) {
  const table = () => rowTable(db(), entity);
  return {
    all: () => table().toArray() as Promise<unknown> as Promise<Row<E>[]>,
    get: (id: string) => table().get(id) as Promise<unknown> as Promise<Row<E> | undefined>,
    by: (index: string, value: string) =>
      table().where(index).equals(value).toArray() as Promise<unknown> as Promise<Row<E>[]>,
    /** Both ends included. */
    between: (index: string, lo: string, hi: string) =>
      table().where(index).between(lo, hi, true, true).toArray() as Promise<unknown> as Promise<
        Row<E>[]
      >,
  };
}

async function coldOf(entity: EntityName, lo: string) {
  return storesOf(entity).length > 1 ? coldPages(db(), entity).get(lo) : undefined;
}

async function pagedGet<E extends EntityName>(entity: E, id: string): Promise<Row<E> | undefined> {
  const hot = await openPage(entity, id);
  const at = hot ? findInPage(hot, id) : -1;
  if (!hot || at < 0) return undefined;
  return decodeRow(hot, await coldOf(entity, hot.lo), at) as Row<E>;
}

/** Rows by id, whole, in the order asked for; each page is opened once, however many it holds. */
async function pagedGetMany<E extends EntityName>(
  entity: E,
  ids: readonly string[],
): Promise<(Row<E> | undefined)[]> {
  const found = new Map<string, Row<E>>();
  let hot: Awaited<ReturnType<typeof openPage>>;
  let cold: Awaited<ReturnType<typeof coldOf>>;
  for (const id of [...new Set(ids)].sort()) {
    if (!hot || findInPage(hot, id) < 0) {
      hot = await openPage(entity, id);
      cold = hot && (await coldOf(entity, hot.lo));
    }
    const at = hot ? findInPage(hot, id) : -1;
    if (hot && at >= 0) found.set(id, decodeRow(hot, cold, at) as Row<E>);
  }
  return ids.map((id) => found.get(id));
}

/** The page that an id belongs to. */
function openPage(entity: EntityName, id: string) {
  return hotPages(db(), entity).where(':id').belowOrEqual(id).last();
}

async function pagedByPrefix<E extends EntityName>(entity: E, prefix: string): Promise<Row<E>[]> {
  const before = await hotPages(db(), entity).where(':id').below(prefix).last();
  const within = await hotPages(db(), entity).where(':id').startsWith(prefix).toArray();
  const found: Row<E>[] = [];
  for (const hot of before ? [before, ...within] : within) {
    const page = decodePage(hot, await coldOf(entity, hot.lo));
    found.push(...(page.filter((row) => row.id.startsWith(prefix)) as Row<E>[]));
  }
  return found;
}

/** Rows whose id lies within a range, both ends included; hot fields only. */
async function pagedBetween<E extends EntityName>(
  entity: E,
  lo: string,
  hi: string,
): Promise<Row<E>[]> {
  const before = await hotPages(db(), entity).where(':id').below(lo).last();
  const within = await hotPages(db(), entity).where(':id').between(lo, hi, true, true).toArray();
  const pages = before ? [before, ...within] : within;
  const rows = pages.flatMap((hot) => decodePage(hot, undefined));
  return rows.filter((row) => row.id >= lo && row.id <= hi) as Row<E>[];
}

/** The newest or the oldest rows by id, without an index: what a list shows before anything is searched. */
async function firstPage<E extends EntityName>(
  entity: E,
  limit: number,
  from: 'newest' | 'oldest',
): Promise<Row<E>[]> {
  const found: Row<E>[] = [];
  let key: string | undefined;
  while (found.length < limit) {
    const pages = hotPages(db(), entity);
    const hot = await (key === undefined
      ? from === 'newest'
        ? pages.orderBy(':id').last()
        : pages.orderBy(':id').first()
      : from === 'newest'
        ? pages.where(':id').below(key).last()
        : pages.where(':id').above(key).first());
    if (!hot) break;
    const page = decodePage(hot, undefined) as Row<E>[];
    found.push(...(from === 'newest' ? page.reverse() : page));
    key = hot.lo;
  }
  return found.slice(0, limit);
}

/** How many rows an entity holds, or a kept sum such as `orders.amountFen`: from the counters. */
async function counter(
  name: EntityName | 'orders.amountFen' | 'orders.refundFen',
): Promise<number> {
  return (await counters(db()).get(name))?.n ?? 0;
}

export const readDb = {
  rows,
  pagedGet,
  pagedGetMany,
  pagedByPrefix,
  pagedBetween,
  firstPage,
  counter,
};
