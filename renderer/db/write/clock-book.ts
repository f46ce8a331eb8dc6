import type { EntityName } from '@shared/domain/registry';
import type { RowClocks } from '@shared/sync/merge/record-state';
import { type Column, columnLength, columnValue } from '../paged/columns';
import { type AnyRow, encodePage, type PagedStorage } from '../paged/page';
import { spec } from '../schema';
import type { WriteTx } from './write-tx';

export const clockId = (entity: string, id: string) => `${entity}:${id}`;

/** The clocks of records, as one transaction reads and writes them. */
export class ClockBook {
  constructor(private readonly tx: WriteTx) {}

  async get(entity: EntityName, id: string): Promise<RowClocks | undefined> {
    const row = await this.tx.pages('clocks').get(clockId(entity, id));
    return row && clocksOf(row);
  }

  async set(entity: EntityName, id: string, clocks: RowClocks | undefined): Promise<void> {
    const key = clockId(entity, id);
    if (clocks) await this.tx.write('clocks', { id: key, ...clocks });
    else await this.tx.remove('clocks', key);
  }

  /** Many at once, in any order; none of them absent. */
  async setAll(list: { entity: EntityName; id: string; clocks: RowClocks }[]): Promise<void> {
    const rows = list.map(
      ({ entity, id, clocks }): AnyRow => ({ id: clockId(entity, id), ...clocks }),
    );
    await this.upsert(rows.sort((a, b) => (a.id < b.id ? -1 : 1)));
  }

  /** Whether anything is known of records of this entity from one id to another. */
  hasWithin(entity: EntityName, lo: string, hi: string): Promise<boolean> {
    return this.tx.pages('clocks').hasWithin(clockId(entity, lo), clockId(entity, hi));
  }

  /** The same clocks for all of a page's records (ids ascending), laid as a page where nothing is in the way. */
  async layFor(entity: EntityName, ids: Column, clocks: RowClocks): Promise<void> {
    const rows: AnyRow[] = [];
    for (let i = 0; i < columnLength(ids); i += 1) {
      rows.push({ id: clockId(entity, String(columnValue(ids, i))), ...clocks });
    }
    const [first] = rows;
    if (!first) return;
    const pages = this.tx.pages('clocks');
    const pair = encodePage(spec('clocks').storage as PagedStorage, rows, first.id);
    if (!(await pages.lay(pair))) return this.upsert(rows);
    await pages.settle();
    await this.tx.laid('clocks', pair);
  }

  private async upsert(rows: AnyRow[]): Promise<void> {
    const pages = this.tx.pages('clocks');
    for (const row of rows) {
      this.tx.notes.row('clocks', row.id, await pages.get(row.id), row);
    }
    await pages.upsertSorted(rows);
  }
}

export function clocksOf({ since, isGone, at, hidden }: AnyRow): RowClocks {
  return {
    ...(since !== undefined && { since: String(since) }),
    ...(isGone === true && { isGone }),
    ...(at !== undefined && { at: at as Record<string, string> }),
    ...(hidden !== undefined && { hidden: hidden as Record<string, unknown> }),
  };
}
