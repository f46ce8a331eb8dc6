import type { ConsoleDb } from '@/db/db';
import { type Column, columnLength, columnValue } from '@/db/paged/columns';
import { coldPages } from '@/db/tables';
import { type FactColumns, placeOf } from './fact-columns';

const PAGES_AT_ONCE = 16;

/**
 * The platforms' order numbers. They lie in the cold pages, which are large: a page's column is read
 * when one of its orders is shown or numbers are searched, and kept.
 */
export class ExternalNumbers {
  private columns = new Map<string, Column>();

  constructor(private readonly db: ConsoleDb) {}

  forget(): void {
    // A new map, not an emptied one: a load under way must not bring the old pages in afterwards.
    this.columns = new Map();
  }

  async ofRows(facts: FactColumns, rows: readonly number[]): Promise<string[]> {
    const places = rows.map((row) => placeOf(facts, row));
    await this.load(places.map(({ page }) => facts.los[page] ?? ''));
    return places.map(({ page, at }) => {
      const column = this.columns.get(facts.los[page] ?? '');
      return column ? String(columnValue(column, at) ?? '') : '';
    });
  }

  async rowsContaining(facts: FactColumns, text: string): Promise<Uint8Array> {
    const fits = new Uint8Array(facts.n);
    const wanted = text.toLowerCase();
    await this.load(facts.los);
    for (const [page, lo] of facts.los.entries()) {
      const column = this.columns.get(lo);
      if (!column || !mayContain(column, wanted)) continue;
      const start = facts.starts[page] ?? 0;
      for (let i = 0; i < columnLength(column); i += 1) {
        if (
          String(columnValue(column, i) ?? '')
            .toLowerCase()
            .includes(wanted)
        )
          fits[start + i] = 1;
      }
    }
    return fits;
  }

  private async load(los: readonly string[]): Promise<void> {
    const { columns } = this;
    const missing = [...new Set(los)].filter((lo) => !columns.has(lo));
    for (let i = 0; i < missing.length; i += PAGES_AT_ONCE) {
      const pages = await coldPages(this.db, 'orders').bulkGet(missing.slice(i, i + PAGES_AT_ONCE));
      for (const page of pages) {
        const column = page?.c.externalNo;
        if (page && column) columns.set(page.lo, column);
      }
    }
  }
}

/** One look at a page's joined numbers spares looking at its rows. */
function mayContain(column: Column, wanted: string): boolean {
  return column.t !== 'text' || column.s.toLowerCase().includes(wanted);
}
