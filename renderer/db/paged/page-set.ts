import type { EntityName } from '@shared/domain/registry';
import { spec } from '../schema';
import { coldPages, hotPages, type TableSource } from '../tables';
import { columnValue } from './columns';
import { type AnyRow, decodePage, encodePage, type PagedStorage, type PagePair } from './page';

type OpenPage = { lo: string; rows: AnyRow[]; isDirty: boolean };

/**
 * The pages of one entity as one transaction sees them: pages are opened on demand, changed in
 * memory and written once, at `flush`. Pages hold disjoint ranges of ids, like the leaves of a
 * B-tree; a row belongs to the page with the greatest `lo` not above its id.
 */
export class PageSet {
  private readonly storage: PagedStorage;
  private readonly hasCold: boolean;
  private keys: string[] | undefined;
  private readonly open = new Map<string, OpenPage>();
  /** Pages packed in this transaction and not written yet. */
  private readonly fresh = new Map<string, PagePair>();
  private readonly dropped = new Set<string>();

  constructor(
    private readonly db: TableSource,
    private readonly entity: EntityName,
  ) {
    const { storage } = spec(entity);
    if (storage.kind !== 'paged') throw new Error(`${entity} is not paged`);
    this.storage = storage;
    this.hasCold = Object.keys(storage.cold).length > 0;
  }

  async get(id: string): Promise<AnyRow | undefined> {
    const page = await this.pageOf(id);
    return page?.rows[indexOf(page.rows, id)];
  }

  async byPrefix(prefix: string): Promise<AnyRow[]> {
    const keys = await this.loadKeys();
    const found: AnyRow[] = [];
    for (let k = Math.max(0, greatestNotAbove(keys, prefix)); k < keys.length; k += 1) {
      const lo = keys[k] ?? '';
      if (lo > prefix && !lo.startsWith(prefix)) break;
      const page = await this.openPage(lo);
      for (const row of page.rows) if (row.id.startsWith(prefix)) found.push(row);
    }
    return found;
  }

  /** Shows the named fields of every row, without keeping pages in memory. */
  async scan(fields: readonly string[], visit: (row: AnyRow) => void): Promise<void> {
    const needsCold = fields.some((field) => field in this.storage.cold);
    for (const lo of [...(await this.loadKeys())]) {
      const known = this.open.get(lo);
      if (known) {
        known.rows.forEach(visit);
        continue;
      }
      const pair = this.fresh.get(lo) ?? (await this.readPair(lo, needsCold));
      if (!pair) continue;
      const columns = fields.map(
        (field) => [field, pair.hot.c[field] ?? pair.cold?.c[field]] as const,
      );
      for (let i = 0; i < pair.hot.n; i += 1) {
        const row: AnyRow = { id: '' };
        for (const [field, column] of columns) if (column) row[field] = columnValue(column, i);
        visit(row);
      }
    }
  }

  /** Every row whole; for the small paged entities. */
  async rows(): Promise<AnyRow[]> {
    return (await this.pagesWithin('', '\uffff')).flatMap((page) => page.rows);
  }

  /** The pages that reach into a range, in order of id. (No generator: Dexie loses its transaction in one.) */
  private async pagesWithin(from: string, to: string): Promise<OpenPage[]> {
    const pages: OpenPage[] = [];
    const keys = await this.loadKeys();
    for (const lo of keys.slice(Math.max(0, greatestNotAbove(keys, from)))) {
      if (lo > to) break;
      const page = await this.openPage(lo);
      const last = page.rows[page.rows.length - 1];
      if (last && last.id >= from) pages.push(page);
    }
    return pages;
  }

  /** Inserts or replaces rows, which come sorted by id. */
  async upsertSorted(rows: AnyRow[]): Promise<void> {
    let i = 0;
    while (i < rows.length) {
      const keys = await this.loadKeys();
      const first = rows[i]?.id ?? '';
      const k = greatestNotAbove(keys, first);
      const next = keys[k + 1];
      let j = i + 1;
      while (j < rows.length && (next === undefined || (rows[j]?.id ?? '') < next)) j += 1;
      const run = rows.slice(i, j);
      if (k < 0) this.addFresh(run);
      else await this.mergeInto(keys[k] ?? '', run);
      i = j;
    }
  }

  /** Packs new rows into pages of their own when they follow everything stored; the pages, else undefined. */
  async appendFresh(rows: AnyRow[]): Promise<PagePair[] | undefined> {
    const keys = await this.loadKeys();
    const lastKey = keys[keys.length - 1];
    const first = rows[0]?.id ?? '';
    if (lastKey !== undefined) {
      if (first <= lastKey) return undefined;
      const last = await this.lastIdOf(lastKey);
      if (first <= last) return undefined;
    }
    return this.addFresh(rows);
  }

  /** Takes a packed page over as it is when it follows everything stored; else says no. */
  async adopt(pair: PagePair): Promise<boolean> {
    const keys = await this.loadKeys();
    const lastKey = keys[keys.length - 1];
    if (lastKey !== undefined && pair.hot.lo <= (await this.lastIdOf(lastKey))) return false;
    this.fresh.set(pair.hot.lo, pair);
    keys.push(pair.hot.lo);
    return true;
  }

  async remove(id: string): Promise<AnyRow | undefined> {
    const page = await this.pageOf(id);
    if (!page) return undefined;
    const at = indexOf(page.rows, id);
    if (at < 0) return undefined;
    const [row] = page.rows.splice(at, 1);
    page.isDirty = true;
    return row;
  }

  /** Takes out the rows of a range that satisfy `test`; returns them in order of id. */
  async removeWhere(lo: string, hi: string, test: (row: AnyRow) => boolean): Promise<AnyRow[]> {
    const removed: AnyRow[] = [];
    for (const page of await this.pagesWithin(lo, hi)) {
      const kept = page.rows.filter((row) => {
        const goes = row.id >= lo && row.id <= hi && test(row);
        if (goes) removed.push(row);
        return !goes;
      });
      if (kept.length < page.rows.length) {
        page.rows = kept;
        page.isDirty = true;
      }
    }
    return removed;
  }

  /** Writes what changed; call once, at the end of the transaction. */
  async flush(): Promise<void> {
    const puts: PagePair[] = [];
    for (const [lo, pair] of this.fresh) if (!this.open.get(lo)?.isDirty) puts.push(pair);
    for (const page of this.open.values()) {
      if (!page.isDirty) continue;
      if (page.rows.length === 0) this.dropped.add(page.lo);
      else puts.push(...this.split(page));
    }
    const drops = [...this.dropped];
    if (drops.length > 0) {
      await hotPages(this.db, this.entity).bulkDelete(drops);
      if (this.hasCold) await coldPages(this.db, this.entity).bulkDelete(drops);
    }
    if (puts.length === 0) return;
    await hotPages(this.db, this.entity).bulkPut(puts.map((pair) => pair.hot));
    if (this.hasCold) {
      await coldPages(this.db, this.entity).bulkPut(
        puts.flatMap((pair) => (pair.cold ? [pair.cold] : [])),
      );
    }
  }

  private split(page: OpenPage): PagePair[] {
    const { pageSize } = this.storage;
    if (page.rows.length <= pageSize * 1.5) return [encodePage(this.storage, page.rows, page.lo)];
    return chunks(page.rows, pageSize).map((part, n) =>
      encodePage(this.storage, part, n === 0 ? page.lo : (part[0]?.id ?? page.lo)),
    );
  }

  private addFresh(rows: AnyRow[]): PagePair[] {
    const added = chunks(rows, this.storage.pageSize).map((part) =>
      encodePage(this.storage, part, part[0]?.id ?? ''),
    );
    const keys = this.keys ?? [];
    for (const pair of added) {
      this.fresh.set(pair.hot.lo, pair);
      this.dropped.delete(pair.hot.lo);
      keys.splice(greatestNotAbove(keys, pair.hot.lo) + 1, 0, pair.hot.lo);
    }
    return added;
  }

  private async mergeInto(lo: string, run: AnyRow[]): Promise<void> {
    const page = await this.openPage(lo);
    const last = page.rows[page.rows.length - 1]?.id ?? '';
    const isBehind = (run[0]?.id ?? '') > last;
    // An emptied page takes its new rows itself: it may begin with the very id that is its key.
    if (page.rows.length > 0 && isBehind && page.rows.length + run.length > this.storage.pageSize) {
      this.addFresh(run);
      return;
    }
    page.isDirty = true;
    if (isBehind) page.rows = page.rows.concat(run);
    else if (run.length === 1 && run[0]) putSorted(page.rows, run[0]);
    else page.rows = mergeSorted(page.rows, run);
  }

  private async lastIdOf(lo: string): Promise<string> {
    const page = this.open.get(lo);
    if (page) return page.rows[page.rows.length - 1]?.id ?? lo;
    const record = this.fresh.get(lo)?.hot ?? (await hotPages(this.db, this.entity).get(lo));
    return record?.hi ?? lo;
  }

  private async pageOf(id: string): Promise<OpenPage | undefined> {
    const keys = await this.loadKeys();
    const lo = keys[greatestNotAbove(keys, id)];
    return lo === undefined ? undefined : this.openPage(lo);
  }

  private async openPage(lo: string): Promise<OpenPage> {
    const known = this.open.get(lo);
    if (known) return known;
    const pair = this.fresh.get(lo) ?? (await this.readPair(lo));
    const page = { lo, rows: pair ? decodePage(pair.hot, pair.cold) : [], isDirty: false };
    this.open.set(lo, page);
    return page;
  }

  private async readPair(lo: string, withCold = true): Promise<PagePair | undefined> {
    const hot = await hotPages(this.db, this.entity).get(lo);
    if (!hot) return undefined;
    const cold =
      this.hasCold && withCold ? await coldPages(this.db, this.entity).get(lo) : undefined;
    return { hot, cold };
  }

  private async loadKeys(): Promise<string[]> {
    this.keys ??= await hotPages(this.db, this.entity).toCollection().primaryKeys();
    return this.keys;
  }
}

/** Index of the greatest key ≤ id, or -1. */
export function greatestNotAbove(keys: string[], id: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((keys[mid] ?? '') <= id) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}

function lowerBound(rows: AnyRow[], id: string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((rows[mid]?.id ?? '') < id) low = mid + 1;
    else high = mid;
  }
  return low;
}

function indexOf(rows: AnyRow[], id: string): number {
  const at = lowerBound(rows, id);
  return rows[at]?.id === id ? at : -1;
}

/** Replaces the row of this id, or puts it in its place. */
function putSorted(rows: AnyRow[], row: AnyRow): void {
  const at = indexOf(rows, row.id);
  if (at >= 0) rows[at] = row;
  else rows.splice(lowerBound(rows, row.id), 0, row);
}

/** Both sorted by id; a row of `fresh` replaces the stored one of the same id. */
function mergeSorted(stored: AnyRow[], fresh: AnyRow[]): AnyRow[] {
  const byId = new Map(stored.map((row) => [row.id, row]));
  for (const row of fresh) byId.set(row.id, row);
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function chunks<T>(items: T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < items.length; i += size) parts.push(items.slice(i, i + size));
  return parts;
}
