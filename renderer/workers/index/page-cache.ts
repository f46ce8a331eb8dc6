import type { EntityName } from '@shared/domain/registry';
import type { ConsoleDb } from '@/db/db';
import type { PageRecord } from '@/db/paged/page';
import { greatestNotAbove } from '@/db/paged/page-set';
import { hotPages } from '@/db/tables';

/**
 * The hot pages of one entity, kept as the database packs them. What a commit touched is only
 * marked; the pages concerned are read again when somebody asks next.
 */
export class PageCache {
  pages: PageRecord[] = [];
  private stale: 'all' | Set<string> = 'all';

  constructor(
    private readonly db: ConsoleDb,
    private readonly entity: EntityName,
  ) {}

  get isStale(): boolean {
    return this.stale === 'all' || this.stale.size > 0;
  }

  /** Rows with these ids were added, changed or removed. */
  mark(ids: 'all' | readonly string[]): void {
    if (ids === 'all') this.stale = 'all';
    else if (this.stale !== 'all') for (const id of ids) this.stale.add(id);
  }

  forget(): void {
    this.pages = [];
    this.stale = 'all';
  }

  async refresh(): Promise<void> {
    // Once more when a commit landed meanwhile: it may have moved rows between pages read and kept.
    while (this.isStale) {
      const { stale } = this;
      this.stale = new Set();
      try {
        this.pages = stale === 'all' ? await this.readAll() : await this.readAgain(stale);
      } catch (error) {
        this.stale = 'all';
        throw error;
      }
    }
  }

  private readAll(): Promise<PageRecord[]> {
    return hotPages(this.db, this.entity).orderBy(':id').toArray();
  }

  private async readAgain(ids: ReadonlySet<string>): Promise<PageRecord[]> {
    const table = hotPages(this.db, this.entity);
    const keys = await table.toCollection().primaryKeys();
    const known = new Map(this.pages.map((page) => [page.lo, page]));
    const knownKeys = [...known.keys()];
    const changed = new Set<string>();
    for (const id of ids) {
      // The page that holds it now, and the one that held it before a split moved it.
      for (const list of [keys, knownKeys]) {
        const lo = list[greatestNotAbove(list, id)];
        if (lo !== undefined) changed.add(lo);
      }
    }
    const wanted = keys.filter((lo) => changed.has(lo) || !known.has(lo));
    for (const page of await table.bulkGet(wanted)) if (page) known.set(page.lo, page);
    return keys.flatMap((lo) => known.get(lo) ?? []);
  }
}
