import type { Order } from '@shared/domain/orders/order.schema';
import type { EntityName } from '@shared/domain/registry';
import type { RowChange } from '@shared/sync/op';
import { type Column, columnValue } from '../paged/columns';
import type { AnyRow, PagePair } from '../paged/page';
import { pageDigests } from '../paged/page-digest';
import {
  type BatchRange,
  type Inverse,
  type LaidPages,
  type RecordState,
  rowChange,
  type ShelvedPages,
  type TouchedRow,
} from './changes';
import { OrderStatsKeeper } from './order-stats';
import { TouchedRows } from './touched-rows';

type OpenRange = BatchRange & { parts: Float64Array[] };

/** What one command did, noted while it does it: for its op, its undo, counters and derived data. */
export class ChangeNotes {
  readonly stats = new OrderStatsKeeper();
  readonly counts = new Map<string, number>();
  readonly created: LaidPages[] = [];
  readonly removed: { entity: EntityName; ids: Column }[] = [];
  /** What the operation tells others besides what it changes here. */
  readonly states: RecordState[] = [];
  private readonly shelved: ShelvedPages[] = [];
  private readonly touched = new TouchedRows();
  private readonly ranges: OpenRange[] = [];
  private readonly bulkEntities = new Set<EntityName>();

  row(entity: EntityName, id: string, before: AnyRow | undefined, after: AnyRow | undefined): void {
    this.touched.note(entity, id, before, after);
    if (!before && after) this.bump(entity, 1);
    if (before && !after) this.bump(entity, -1);
    if (entity !== 'orders') return;
    if (before) this.stats.remove(before as unknown as Order);
    if (after) this.stats.add(after as unknown as Order);
  }

  /** A page of new rows, all of one batch, that was written as it is. */
  createdPage(entity: EntityName, pair: PagePair): void {
    const { lo, hi, n } = pair.hot;
    const last = this.created[this.created.length - 1];
    if (last?.entity === entity) last.keys.push(lo);
    else this.created.push({ entity, keys: [lo] });
    const batches = pair.hot.c.batchId ?? pair.cold?.c.batchId;
    const batchId = String(batches && columnValue(batches, 0));
    const range = this.ranges[this.ranges.length - 1];
    this.bulkEntities.add(entity);
    this.bump(entity, n);
    if (entity === 'clocks') return;
    const digests = pageDigests(pair);
    if (range && range.entity === entity && range.batchId === batchId && range.hi < lo) {
      range.hi = hi;
      range.n += n;
      range.parts.push(digests);
    } else this.ranges.push({ entity, lo, hi, n, batchId, parts: [digests] });
    if (entity === 'orders') this.stats.addPage(pair.hot);
  }

  /** Rows that went as a page; `shelf` is the record in which undo finds them. */
  removedPage(entity: EntityName, { hot }: PagePair, shelf: IDBValidKey | undefined): void {
    if (hot.c.id) this.removed.push({ entity, ids: hot.c.id });
    this.bulkEntities.add(entity);
    this.bump(entity, -hot.n);
    if (entity === 'orders') this.stats.removePage(hot);
    if (shelf === undefined) return;
    const last = this.shelved[this.shelved.length - 1];
    if (last?.entity === entity) last.shelf.push(shelf);
    else this.shelved.push({ entity, shelf: [shelf] });
  }

  bump(name: string, by: number): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by);
  }

  touchedRows(): TouchedRow[] {
    return this.touched.list();
  }

  changes(): RowChange[] {
    return this.touched.list().flatMap((row) => rowChange(row) ?? []);
  }

  get hasChanges(): boolean {
    return (
      this.created.length > 0 ||
      this.removed.length > 0 ||
      this.states.length > 0 ||
      this.touched.list().some((row) => rowChange(row))
    );
  }

  get entities(): EntityName[] {
    const names = new Set(this.bulkEntities);
    for (const row of this.touched.list()) names.add(row.entity);
    if (!this.stats.isIdle) names.add('memberStats');
    // Kept beside the data for agreeing with others: nothing shown depends on them.
    names.delete('clocks');
    return [...names];
  }

  inverse(): Inverse {
    const rows = this.touched.list();
    const clocks = rows.filter(({ entity }) => entity === 'clocks');
    return {
      touched: clocks.length > 0 ? rows.filter(({ entity }) => entity !== 'clocks') : rows,
      ...(clocks.length > 0 && { clocks }),
      removeRanges: this.ranges.map(({ parts, ...range }) => ({
        ...range,
        digests: concatenated(parts),
      })),
      restore: this.shelved,
    };
  }
}

function concatenated(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
