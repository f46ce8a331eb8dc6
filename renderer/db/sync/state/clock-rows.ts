import type { EntityName } from '@shared/domain/registry';
import type { RowClocks } from '@shared/sync/merge/record-state';
import {
  type AnyRow,
  decodePage,
  encodePage,
  type PagedStorage,
  type PagePair,
} from '../../paged/page';
import { greatestNotAbove } from '../../paged/page-set';
import { chunks } from '../../paged/sorted-rows';
import { spec } from '../../schema';
import { hotPages, type TableSource } from '../../tables';
import { clockId, clocksOf } from '../../write/clock-book';

/** Behind every id. */
export const LAST_ID = '\uffff';

/** Clocks by the record that they are about. */
export function clocksByRecord(
  entity: EntityName,
  rows: readonly AnyRow[],
): Map<string, RowClocks> {
  return new Map(rows.map((row) => [row.id.slice(entity.length + 1), clocksOf(row)]));
}

/** Rows of `clocks`, sorted by id, as pages. */
export function packClocks(rows: AnyRow[]): PagePair[] {
  const storage = spec('clocks').storage as PagedStorage;
  return chunks(rows, storage.pageSize).map((some) => encodePage(storage, some, some[0]?.id ?? ''));
}

export const unpackClocks = (pages: readonly PagePair[] = []): AnyRow[] =>
  pages.flatMap(({ hot, cold }) => decodePage(hot, cold));

/** Reads clocks range by range while nobody writes; the page it stands in stays open. */
export class ClockReader {
  private keys: string[] | undefined;
  private at: { lo: string; rows: AnyRow[] } | undefined;

  constructor(private readonly db: TableSource) {}

  /** Clocks of the records of an entity with `from` ≤ id < `to`. */
  async within(entity: EntityName, from: string, to: string): Promise<AnyRow[]> {
    this.keys ??= await hotPages(this.db, 'clocks').toCollection().primaryKeys();
    const [low, high] = [clockId(entity, from), clockId(entity, to)];
    const found: AnyRow[] = [];
    for (let k = Math.max(0, greatestNotAbove(this.keys, low)); k < this.keys.length; k += 1) {
      const lo = this.keys[k] ?? '';
      if (lo >= high) break;
      for (const row of await this.rowsOf(lo)) {
        if (row.id >= low && row.id < high) found.push(row);
      }
    }
    return found;
  }

  private async rowsOf(lo: string): Promise<AnyRow[]> {
    if (this.at?.lo !== lo) {
      const hot = await hotPages(this.db, 'clocks').get(lo);
      this.at = { lo, rows: hot ? decodePage(hot, undefined) : [] };
    }
    return this.at.rows;
  }
}
