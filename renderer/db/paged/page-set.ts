import { columnValue } from './columns';
import { greatestNotAbove, type OpenPage, OpenPages } from './open-pages';
import { type AnyRow, decodePage, encodePage, type PagePair } from './page';
import { chunks, indexOf, mergeSorted, putSorted } from './sorted-rows';

export { greatestNotAbove };

/**
 * The pages of one entity as one transaction sees them: pages are opened on demand, changed in
 * memory and written once, at `flush`. Pages hold disjoint ranges of ids, like the leaves of a
 * B-tree; a row belongs to the page with the greatest `lo` not above its id.
 */
export class PageSet extends OpenPages {
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

  /** Whether a row lies between two ids, both included. */
  async hasWithin(from: string, to: string): Promise<boolean> {
    const pages = await this.pagesWithin(from, to);
    return pages.some((page) => page.rows.some(({ id }) => id >= from && id <= to));
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
}
