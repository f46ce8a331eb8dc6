import type { EntityName } from '@shared/domain/registry';
import { spec } from '../schema';
import { coldPages, hotPages, type TableSource } from '../tables';
import { columnValue } from './columns';
import { type AnyRow, decodePage, encodePage, type PagedStorage, type PagePair } from './page';
import { PagePuts } from './page-puts';
import { chunks, indexOf, mergeSorted, putSorted } from './sorted-rows';

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
  /** Pages written ahead of `flush`, by key, with their last id. */
  private readonly laid = new Map<string, string>();
  /** Those of them that were looked into since, as they were written. */
  private readonly originals = new Map<string, PagePair>();
  private readonly puts: PagePuts;

  constructor(
    private readonly db: TableSource,
    private readonly entity: EntityName,
  ) {
    this.puts = new PagePuts(db, entity);
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
    await this.scanPages(needsCold, ({ hot, cold }) => {
      const columns = fields.map((field) => [field, hot.c[field] ?? cold?.c[field]] as const);
      for (let i = 0; i < hot.n; i += 1) {
        const row: AnyRow = { id: '' };
        for (const [field, column] of columns) if (column) row[field] = columnValue(column, i);
        visit(row);
      }
    });
  }

  /** Shows every page as it stands now, one after another. */
  async scanPages(withCold: boolean, visit: (pair: PagePair) => void): Promise<void> {
    for (const lo of [...(await this.loadKeys())]) {
      const known = this.open.get(lo);
      const pair = known
        ? known.rows.length > 0 && encodePage(this.storage, known.rows, lo)
        : await this.loadPair(lo, withCold);
      if (pair) visit(pair);
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

  /** Whether rows from this id on follow everything stored. */
  async isBehind(id: string): Promise<boolean> {
    const keys = await this.loadKeys();
    const lastKey = keys[keys.length - 1];
    return lastKey === undefined || (id > lastKey && id > (await this.lastIdOf(lastKey)));
  }

  /**
   * Takes a packed page over as it is when no stored row lies within its range; else says no.
   * It is written at once: `settle` before the transaction goes on to anything else.
   */
  async lay(pair: PagePair): Promise<boolean> {
    const { lo, hi } = pair.hot;
    const keys = await this.loadKeys();
    const k = greatestNotAbove(keys, lo);
    const [before, next] = [keys[k], keys[k + 1]];
    if (next !== undefined && next <= hi) return false;
    if (before !== undefined && (before === lo || (await this.lastIdOf(before)) >= lo))
      return false;
    keys.splice(k + 1, 0, lo);
    this.dropped.delete(lo);
    this.laid.set(lo, hi);
    await this.puts.put(pair);
    return true;
  }

  settle(): Promise<void> {
    return this.puts.settle();
  }

  /** A page that was laid and then looked into, as it was laid; undefined when it lies as it was. */
  originalOf(lo: string): PagePair | undefined {
    return this.originals.get(lo);
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

  /**
   * Takes out the rows that `judge` marks with 1, in the pages that reach into a range. Pages that go
   * whole are never opened. `onGone` is shown what went, as pages.
   */
  async take(
    from: string,
    to: string,
    judge: (pair: PagePair) => Uint8Array,
    onGone: (gone: PagePair) => Promise<void>,
  ): Promise<void> {
    await this.settle();
    const keys = await this.loadKeys();
    for (const lo of keys.slice(Math.max(0, greatestNotAbove(keys, from)))) {
      if (lo > to) break;
      const known = this.open.get(lo);
      if (known?.rows.length === 0) continue;
      const pair = known ? encodePage(this.storage, known.rows, lo) : await this.loadPair(lo);
      if (!pair || pair.hot.hi < from) continue;
      const marks = judge(pair);
      const count = marks.reduce((sum, mark) => sum + mark, 0);
      if (count === 0) continue;
      if (count === pair.hot.n) {
        await onGone(pair);
        if (known) Object.assign(known, { rows: [], isDirty: true });
        else this.drop(lo);
        continue;
      }
      const rows = known?.rows ?? decodePage(pair.hot, pair.cold);
      const gone = rows.filter((_, i) => marks[i] === 1);
      const kept = rows.filter((_, i) => marks[i] !== 1);
      await onGone(encodePage(this.storage, gone, gone[0]?.id ?? ''));
      if (known) Object.assign(known, { rows: kept, isDirty: true });
      else await this.replace(lo, encodePage(this.storage, kept, lo));
    }
    await this.settle();
  }

  /** Shows stored rows by id (ascending), each to be replaced by what `change` returns, if anything. */
  async revise(
    ids: readonly string[],
    change: (row: AnyRow, index: number) => AnyRow | undefined,
  ): Promise<void> {
    const keys = await this.loadKeys();
    for (let i = 0; i < ids.length; ) {
      const k = greatestNotAbove(keys, ids[i] ?? '');
      const [lo, next] = [keys[k], keys[k + 1]];
      const from = i;
      while (i < ids.length && (next === undefined || (ids[i] ?? '') < next)) i += 1;
      if (lo === undefined) continue;
      const known = this.open.get(lo);
      const pair = known ? undefined : await this.loadPair(lo);
      const rows = known?.rows ?? (pair ? decodePage(pair.hot, pair.cold) : []);
      let isChanged = false;
      for (let index = from; index < i; index += 1) {
        const at = indexOf(rows, ids[index] ?? '');
        const row = rows[at];
        const changed = row && change(row, index);
        if (!changed) continue;
        rows[at] = changed;
        isChanged = true;
      }
      if (isChanged && known) known.isDirty = true;
      // Written at once and forgotten: an update of everybody would hold every row otherwise.
      else if (isChanged) await this.replace(lo, encodePage(this.storage, rows, lo));
    }
    await this.settle();
  }

  private async replace(lo: string, pair: PagePair): Promise<void> {
    if (this.fresh.has(lo)) this.fresh.set(lo, pair);
    else await this.puts.put(pair);
  }

  private drop(lo: string): void {
    const keys = this.keys ?? [];
    const at = greatestNotAbove(keys, lo);
    if (keys[at] === lo) keys.splice(at, 1);
    this.fresh.delete(lo);
    this.laid.delete(lo);
    this.dropped.add(lo);
  }

  /** Writes what changed; call once, at the end of the transaction. */
  async flush(): Promise<void> {
    await this.settle();
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
    const known = this.laid.get(lo) ?? this.fresh.get(lo)?.hot.hi;
    return known ?? (await hotPages(this.db, this.entity).get(lo))?.hi ?? lo;
  }

  private async pageOf(id: string): Promise<OpenPage | undefined> {
    const keys = await this.loadKeys();
    const lo = keys[greatestNotAbove(keys, id)];
    return lo === undefined ? undefined : this.openPage(lo);
  }

  private async openPage(lo: string): Promise<OpenPage> {
    const known = this.open.get(lo);
    if (known) return known;
    const pair = await this.loadPair(lo);
    const page = { lo, rows: pair ? decodePage(pair.hot, pair.cold) : [], isDirty: false };
    this.open.set(lo, page);
    return page;
  }

  private async loadPair(lo: string, withCold = true): Promise<PagePair | undefined> {
    const fresh = this.fresh.get(lo);
    if (fresh) return fresh;
    const hot = await hotPages(this.db, this.entity).get(lo);
    if (!hot) return undefined;
    const needsCold = this.hasCold && withCold;
    const cold = needsCold ? await coldPages(this.db, this.entity).get(lo) : undefined;
    const pair = { hot, cold };
    if (withCold && this.laid.has(lo) && !this.originals.has(lo)) this.originals.set(lo, pair);
    return pair;
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
