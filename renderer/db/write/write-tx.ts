import type { Order } from '@shared/domain/orders/order.schema';
import { type EntityName, type Row, registry } from '@shared/domain/registry';
import { frameRow, type RowFrame } from '@shared/lib/row-frame';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../command';
import { encodeColumn } from '../paged/columns';
import {
  type AnyRow,
  decodePage,
  encodePage,
  type PagedStorage,
  type PagePair,
} from '../paged/page';
import { PageSet } from '../paged/page-set';
import { spec } from '../schema';
import { counters, rowTable, type TableSource } from '../tables';
import {
  type BatchRange,
  type Inverse,
  type OpPayload,
  type PackedRows,
  patched,
  rowChange,
  type TouchedRow,
} from './changes';
import { OrderStatsKeeper } from './order-stats';
import { type OwnedEntity, type OwnedIdsFinder, scanForOwned } from './owned-ids';
import { rowDigest } from './row-digest';

/** The working side of a transaction: what commands see as `Tx`, plus what the door needs from it. */
export class WriteTx implements Tx {
  private readonly sets = new Map<EntityName, PageSet>();
  private readonly touched = new Map<string, TouchedRow>();
  private readonly ranges: BatchRange[] = [];
  private readonly created: PackedRows[] = [];
  private readonly removed: PackedRows[] = [];
  private readonly counts = new Map<string, number>();
  private readonly stats = new OrderStatsKeeper();
  /** Answers from the indexes in memory, where the door has them. */
  findOwned: OwnedIdsFinder | undefined;

  constructor(
    private readonly db: TableSource,
    readonly now: number,
  ) {}

  newId(): string {
    return uuidv7();
  }

  newIds(count: number): Uint8Array {
    const ids = new Uint8Array(count * 16);
    for (let i = 0; i < count; i += 1) uuidv7(undefined, ids, i * 16);
    return ids;
  }

  async get<E extends EntityName>(entity: E, id: string): Promise<Row<E> | undefined> {
    return (await this.read(entity, id)) as Row<E> | undefined;
  }

  async getMany<E extends EntityName>(entity: E, ids: readonly string[]) {
    const rows: (Row<E> | undefined)[] = [];
    for (const id of ids) rows.push(await this.get(entity, id));
    return rows;
  }

  async findBy<E extends EntityName>(entity: E, index: string, value: string): Promise<Row<E>[]> {
    return (await rowTable(this.db, entity).where(index).equals(value).toArray()) as Row<E>[];
  }

  async findByIdPrefix<E extends EntityName>(entity: E, prefix: string): Promise<Row<E>[]> {
    const rows = isPaged(entity)
      ? await this.pages(entity).byPrefix(prefix)
      : await rowTable(this.db, entity).where('id').startsWith(prefix).toArray();
    return rows as Row<E>[];
  }

  async all<E extends EntityName>(entity: E): Promise<Row<E>[]> {
    if (!isPaged(entity)) return (await rowTable(this.db, entity).toArray()) as Row<E>[];
    return (await this.pages(entity).rows()) as Row<E>[];
  }

  async idsOf(entity: OwnedEntity, memberIds: readonly string[]): Promise<Map<string, string[]>> {
    const isUntouched = !this.entities.includes(entity);
    const known = isUntouched ? this.findOwned?.(entity, memberIds) : undefined;
    return known ?? scanForOwned(this.pages(entity), memberIds);
  }

  async create(entity: EntityName, row: unknown): Promise<void> {
    await this.write(entity, registry[entity].schema.parse(row) as AnyRow);
  }

  async update<E extends EntityName>(entity: E, id: string, patch: Partial<Row<E>>): Promise<void> {
    const before = await this.read(entity, id);
    if (!before) throw new Error(`${entity} ${id} is not there to update`);
    const after = patched(before, patch);
    registry[entity].schema.parse(after);
    await this.write(entity, after, before);
  }

  async remove(entity: EntityName, id: string): Promise<void> {
    const before = isPaged(entity)
      ? await this.pages(entity).remove(id)
      : await this.read(entity, id);
    if (!before) return;
    if (!isPaged(entity)) await rowTable(this.db, entity).delete(id);
    this.note(entity, id, before, undefined);
  }

  async bulkCreate<E extends EntityName>(entity: E, rows: Row<E>[]): Promise<void> {
    const list = rows as unknown as AnyRow[];
    if (list.length === 0) return;
    const fits = isPaged(entity) && isOneBatch(list);
    const pages = fits ? await this.pages(entity).appendFresh(list) : undefined;
    if (!pages) {
      for (const row of list) await this.write(entity, row);
      return;
    }
    this.noteBulk(entity, list, pages);
  }

  async bulkCreateFrame(entity: EntityName, frame: RowFrame): Promise<void> {
    const rows = Array.from({ length: frame.n }, (_, i) => frameRow(frame, i));
    await this.bulkCreate(entity, rows as Row<typeof entity>[]);
  }

  async bulkUpdate<E extends EntityName>(
    entity: E,
    updates: { id: string; patch: Partial<Row<E>> }[],
  ): Promise<void> {
    for (const { id, patch } of updates) {
      const before = await this.read(entity, id);
      if (before) await this.write(entity, patched(before, patch), before);
    }
  }

  /** Writes a whole row as it is; for reverting and for operations that come from elsewhere. */
  async write(entity: EntityName, row: AnyRow, known?: AnyRow): Promise<void> {
    const before = known ?? (await this.read(entity, row.id));
    if (isPaged(entity)) await this.pages(entity).upsertSorted([row]);
    else await rowTable(this.db, entity).put(row);
    this.note(entity, row.id, before, row);
  }

  read(entity: EntityName, id: string): Promise<AnyRow | undefined> {
    if (isPaged(entity)) return this.pages(entity).get(id);
    return rowTable(this.db, entity).get(id) as Promise<AnyRow | undefined>;
  }

  /** Takes a batch's rows out again, except those that `stays` names. Returns the ids that stay. */
  async removeRange(range: BatchRange, stays: (row: AnyRow) => boolean): Promise<string[]> {
    const kept: string[] = [];
    const gone = await this.pages(range.entity).removeWhere(range.lo, range.hi, (row) => {
      if (String(row.batchId) !== range.batchId) return false;
      if (!stays(row)) return true;
      kept.push(row.id);
      return false;
    });
    if (gone.length === 0) return kept;
    this.bump(range.entity, -gone.length);
    if (range.entity === 'orders')
      for (const row of gone) this.stats.remove(row as unknown as Order);
    const storage = spec(range.entity).storage as PagedStorage;
    const pages = [];
    for (let i = 0; i < gone.length; i += storage.pageSize) {
      const part = gone.slice(i, i + storage.pageSize);
      pages.push(encodePage(storage, part, part[0]?.id ?? ''));
    }
    this.removed.push({ entity: range.entity, pages });
    return kept;
  }

  /** Brings packed rows back; a row that exists again meanwhile is left as it is. */
  async restore({ entity, pages }: PackedRows): Promise<void> {
    for (const pair of pages) {
      const rows = decodePage(pair.hot, pair.cold);
      const isWhole = await this.pages(entity).adopt(pair);
      const fresh: AnyRow[] = isWhole ? rows : [];
      if (!isWhole) {
        for (const row of rows) if (!(await this.read(entity, row.id))) fresh.push(row);
        await this.pages(entity).upsertSorted(fresh);
      }
      if (fresh.length > 0) this.noteBulk(entity, fresh, [pair]);
    }
  }

  /** Shows the named fields of every row of a paged entity. */
  scan(entity: EntityName, fields: readonly string[], visit: (row: AnyRow) => void): Promise<void> {
    return this.pages(entity).scan(fields, visit);
  }

  /** Derived data, pages and counters; after this the transaction may commit. */
  async finish(): Promise<void> {
    if (!this.stats.isIdle) {
      await this.stats.apply(this.pages('memberStats'), this.pages('orders'));
      this.bump('orders.amountFen', this.stats.amountFen);
      this.bump('orders.refundFen', this.stats.refundFen);
    }
    for (const set of this.sets.values()) await set.flush();
    for (const [name, by] of this.counts) {
      if (by === 0) continue;
      const n = (await counters(this.db).get(name))?.n ?? 0;
      await counters(this.db).put({ name, n: n + by });
    }
  }

  get hasChanges(): boolean {
    if (this.created.length > 0 || this.removed.length > 0) return true;
    for (const row of this.touched.values()) if (rowChange(row)) return true;
    return false;
  }

  get entities(): EntityName[] {
    const names = [...this.touched.values(), ...this.created, ...this.removed].map(
      (part) => part.entity,
    );
    if (!this.stats.isIdle) names.push('memberStats');
    return [...new Set(names)];
  }

  inverse(): Inverse {
    return {
      touched: [...this.touched.values()],
      removeRanges: this.ranges,
      restore: this.removed,
    };
  }

  payload(): OpPayload {
    const removed = this.removed.map(({ entity, pages }) => ({
      entity,
      ids: encodeColumn(
        'uuid',
        pages.flatMap((pair) => decodePage(pair.hot, undefined).map((row) => row.id)),
      ),
    }));
    return { created: this.created, removed, changes: this.changes() };
  }

  private changes() {
    return [...this.touched.values()].flatMap((row) => rowChange(row) ?? []);
  }

  private note(
    entity: EntityName,
    id: string,
    before: AnyRow | undefined,
    after: AnyRow | undefined,
  ): void {
    const key = `${entity}/${id}`;
    const known = this.touched.get(key);
    if (known) known.after = after;
    else this.touched.set(key, { entity, id, before, after });
    if (!before && after) this.bump(entity, 1);
    if (before && !after) this.bump(entity, -1);
    if (entity === 'orders') {
      if (before) this.stats.remove(before as unknown as Order);
      if (after) this.stats.add(after as unknown as Order);
    }
  }

  private noteBulk(entity: EntityName, rows: AnyRow[], pages: PagePair[]): void {
    const [lo, hi] = [rows[0]?.id ?? '', rows[rows.length - 1]?.id ?? ''];
    this.created.push({ entity, pages });
    const range = { entity, lo, hi, n: rows.length, batchId: String(rows[0]?.batchId) };
    // People are edited by hand: undoing their batch must tell who still is as the batch wrote them.
    if (entity !== 'members') this.ranges.push(range);
    else this.ranges.push({ ...range, asWritten: Float64Array.from(rows, rowDigest) });
    this.bump(entity, rows.length);
    if (entity === 'orders') for (const row of rows) this.stats.add(row as unknown as Order);
  }

  private bump(name: string, by: number): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + by);
  }

  private pages(entity: EntityName): PageSet {
    let set = this.sets.get(entity);
    if (!set) {
      set = new PageSet(this.db, entity);
      this.sets.set(entity, set);
    }
    return set;
  }
}

/** Ids strictly ascending and all of one batch, so that the rows can lie in pages of their own. */
function isOneBatch(rows: readonly AnyRow[]): boolean {
  const batchId = rows[0]?.batchId;
  if (batchId === undefined) return false;
  return rows.every(
    (row, i) => row.batchId === batchId && (i === 0 || (rows[i - 1]?.id ?? '') < row.id),
  );
}

const isPaged = (entity: EntityName) => spec(entity).storage.kind === 'paged';
