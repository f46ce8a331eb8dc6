import type { EntityName } from '@shared/domain/registry';
import { spec } from '../schema';
import { coldPages, hotPages, type TableSource } from '../tables';
import { type AnyRow, decodePage, encodePage, type PagedStorage, type PagePair } from './page';
import { PagePuts } from './page-puts';
import { chunks } from './sorted-rows';

export type OpenPage = { lo: string; rows: AnyRow[]; isDirty: boolean };

/**
 * The pages of one entity as one transaction has them before it: which there are, which are open,
 * which were packed, laid or dropped.
 */
export class OpenPages {
  protected readonly storage: PagedStorage;
  private readonly hasCold: boolean;
  protected keys: string[] | undefined;
  protected readonly open = new Map<string, OpenPage>();
  /** Pages packed in this transaction and not written yet. */
  protected readonly fresh = new Map<string, PagePair>();
  protected readonly dropped = new Set<string>();
  /** Pages written ahead of `flush`, by key, with their last id. */
  private readonly laid = new Map<string, string>();
  /** Those of them that were looked into since, as they were written. */
  private readonly originals = new Map<string, PagePair>();
  protected readonly puts: PagePuts;

  constructor(
    protected readonly db: TableSource,
    protected readonly entity: EntityName,
  ) {
    this.puts = new PagePuts(db, entity);
    const { storage } = spec(entity);
    if (storage.kind !== 'paged') throw new Error(`${entity} is not paged`);
    this.storage = storage;
    this.hasCold = Object.keys(storage.cold).length > 0;
  }

  /** The transaction has nothing of this entity in memory: the database itself says how it stands. */
  get isPristine(): boolean {
    return this.open.size + this.fresh.size + this.laid.size + this.dropped.size === 0;
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

  protected async replace(lo: string, pair: PagePair): Promise<void> {
    if (this.fresh.has(lo)) this.fresh.set(lo, pair);
    else await this.puts.put(pair);
  }

  protected drop(lo: string): void {
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

  protected async lastIdOf(lo: string): Promise<string> {
    const page = this.open.get(lo);
    if (page) return page.rows[page.rows.length - 1]?.id ?? lo;
    const known = this.laid.get(lo) ?? this.fresh.get(lo)?.hot.hi;
    return known ?? (await hotPages(this.db, this.entity).get(lo))?.hi ?? lo;
  }

  protected async pageOf(id: string): Promise<OpenPage | undefined> {
    const keys = await this.loadKeys();
    const lo = keys[greatestNotAbove(keys, id)];
    return lo === undefined ? undefined : this.openPage(lo);
  }

  protected async openPage(lo: string): Promise<OpenPage> {
    const known = this.open.get(lo);
    if (known) return known;
    const pair = await this.loadPair(lo);
    const page = { lo, rows: pair ? decodePage(pair.hot, pair.cold) : [], isDirty: false };
    this.open.set(lo, page);
    return page;
  }

  protected async loadPair(lo: string, withCold = true): Promise<PagePair | undefined> {
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

  protected async loadKeys(): Promise<string[]> {
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
