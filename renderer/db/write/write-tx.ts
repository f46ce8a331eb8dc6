import type { EntityName, Row } from '@shared/domain/registry';
import { schemas } from '@shared/domain/schemas';
import { frameRow, type RowFrame } from '@shared/lib/row-frame';
import type { Tx } from '../command';
import type { JournalFeed } from '../journal-stream';
import { isOneBatch } from '../paged/frame-page';
import { areHot, reviseHotRows } from '../paged/hot-rows';
import type { AnyRow, PagePair } from '../paged/page';
import { PageSet } from '../paged/page-set';
import { spec } from '../schema';
import { counters, rowTable, type TableSource } from '../tables';
import { createPages, framePages, rowPages } from './bulk-create';
import { ChangeNotes } from './change-notes';
import { patched } from './changes';
import { newId, newIds } from './new-ids';
import type { OrderSight } from './order-stats';
import { type OwnedEntity, type OwnedIdsFinder, scanForOwned } from './owned-ids';

/** The working side of a transaction: what commands see as `Tx`, plus what the door needs from it. */
export class WriteTx implements Tx {
  readonly notes = new ChangeNotes();
  private readonly sets = new Map<EntityName, PageSet>();
  /** Answers from the indexes in memory, where the door has them. */
  findOwned: OwnedIdsFinder | undefined;
  /** Takes new pages for the journal while they are written. */
  feed: JournalFeed | undefined;

  constructor(
    readonly db: TableSource,
    readonly now: number,
    readonly actor: string | undefined = undefined,
  ) {}

  /** Notes a page of new rows that was laid, and gives it on to the journal. */
  async laid(entity: EntityName, pair: PagePair): Promise<void> {
    this.notes.createdPage(entity, pair);
    this.feed?.page(entity, pair);
    // Asking the database for nothing keeps the transaction alive while main catches up.
    while (this.feed?.isCrowded) await this.db.table('meta').get('');
  }

  newId(): string {
    return newId();
  }

  newIds(count: number): Uint8Array {
    return newIds(count);
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
    const isUntouched = !this.notes.entities.includes(entity);
    const known = isUntouched ? this.findOwned?.(entity, memberIds) : undefined;
    return known ?? scanForOwned(this.pages(entity), memberIds);
  }

  async create(entity: EntityName, row: unknown): Promise<void> {
    await this.write(entity, schemas[entity].parse(row) as AnyRow);
  }

  async update<E extends EntityName>(entity: E, id: string, patch: Partial<Row<E>>): Promise<void> {
    const before = await this.read(entity, id);
    if (!before) throw new Error(`${entity} ${id} is not there to update`);
    const after = patched(before, patch);
    schemas[entity].parse(after);
    await this.write(entity, after, before);
  }

  async remove(entity: EntityName, id: string): Promise<void> {
    const before = isPaged(entity)
      ? await this.pages(entity).remove(id)
      : await this.read(entity, id);
    if (!before) return;
    if (!isPaged(entity)) await rowTable(this.db, entity).delete(id);
    this.notes.row(entity, id, before, undefined);
  }

  async bulkCreate<E extends EntityName>(entity: E, rows: Row<E>[]): Promise<void> {
    const list = rows as unknown as AnyRow[];
    if (isPaged(entity) && areOneBatch(list) && (await createPages(this, entity, rowPages(list))))
      return;
    for (const row of list) await this.write(entity, row);
  }

  async bulkCreateFrame(
    entity: EntityName,
    frame: RowFrame,
    onRows?: (done: number) => void,
  ): Promise<void> {
    if (frame.n === 0) return;
    if (
      isPaged(entity) &&
      isOneBatch(frame) &&
      (await createPages(this, entity, framePages(frame), onRows))
    )
      return;
    const rows = Array.from({ length: frame.n }, (_, i) => frameRow(frame, i));
    await this.bulkCreate(entity, rows as Row<typeof entity>[]);
  }

  async bulkUpdate<E extends EntityName>(
    entity: E,
    updates: { id: string; patch: Partial<Row<E>> }[],
  ): Promise<void> {
    const sorted = [...updates].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    const fields = new Set(sorted.flatMap(({ patch }) => Object.keys(patch)));
    await this.revise(
      entity,
      sorted.map(({ id }) => id),
      (row, index) => patched(row, sorted[index]?.patch ?? {}),
      areHot(entity, fields),
    );
  }

  /**
   * Shows stored rows by id (ascending; an id may come twice), each to be replaced by what `change`
   * returns, if anything. A page is opened once and not kept; of a change that `isHot` only its hot
   * half, and rows are shown without their cold fields.
   */
  async revise(
    entity: EntityName,
    ids: readonly string[],
    change: (row: AnyRow, index: number) => AnyRow | undefined,
    isHot = false,
  ): Promise<void> {
    const noted = (before: AnyRow, index: number) => {
      const after = change(before, index);
      if (after) this.notes.row(entity, before.id, before, after);
      return after;
    };
    if (isHot && this.pages(entity).isPristine) return reviseHotRows(this.db, entity, ids, noted);
    if (isPaged(entity)) return this.pages(entity).revise(ids, noted);
    for (const [index, id] of ids.entries()) {
      const before = await this.read(entity, id);
      const after = before && noted(before, index);
      if (after) await rowTable(this.db, entity).put(after);
    }
  }

  /** Writes a whole row as it is; for reverting and for operations that come from elsewhere. */
  async write(entity: EntityName, row: AnyRow, known?: AnyRow): Promise<void> {
    const before = known ?? (await this.read(entity, row.id));
    if (isPaged(entity)) await this.pages(entity).upsertSorted([row]);
    else await rowTable(this.db, entity).put(row);
    this.notes.row(entity, row.id, before, row);
  }

  read(entity: EntityName, id: string): Promise<AnyRow | undefined> {
    if (isPaged(entity)) return this.pages(entity).get(id);
    return rowTable(this.db, entity).get(id) as Promise<AnyRow | undefined>;
  }

  /** Shows the named fields of every row of a paged entity. */
  scan(entity: EntityName, fields: readonly string[], visit: (row: AnyRow) => void): Promise<void> {
    return this.pages(entity).scan(fields, visit);
  }

  private readonly sight: OrderSight = {
    find: (memberIds) => this.findOwned?.('orders', memberIds),
    show: (ids, visit) =>
      this.revise(
        'orders',
        ids,
        (row) => {
          visit(row);
          return undefined;
        },
        true,
      ),
  };

  /** Derived data, pages and counters; after this the transaction may commit. */
  async finish(): Promise<void> {
    const { stats, counts } = this.notes;
    if (!stats.isIdle) {
      await stats.apply(this.pages('memberStats'), this.pages('orders'), this.sight);
      this.notes.bump('orders.amountFen', stats.amountFen);
      this.notes.bump('orders.refundFen', stats.refundFen);
    }
    for (const set of this.sets.values()) await set.flush();
    for (const [name, by] of counts) {
      if (by === 0) continue;
      const n = (await counters(this.db).get(name))?.n ?? 0;
      await counters(this.db).put({ name, n: n + by });
    }
  }

  pages(entity: EntityName): PageSet {
    let set = this.sets.get(entity);
    if (!set) {
      set = new PageSet(this.db, entity);
      this.sets.set(entity, set);
    }
    return set;
  }

  /** A page that this command laid and then changed, as it was laid. */
  originalOf(entity: EntityName, lo: string): PagePair | undefined {
    return this.pages(entity).originalOf(lo);
  }
}

/** Ids strictly ascending and all of one batch, so that the rows can lie in pages of their own. */
function areOneBatch(rows: readonly AnyRow[]): boolean {
  const batchId = rows[0]?.batchId;
  if (batchId === undefined) return false;
  return rows.every(
    (row, i) => row.batchId === batchId && (i === 0 || (rows[i - 1]?.id ?? '') < row.id),
  );
}

const isPaged = (entity: EntityName) => spec(entity).storage.kind === 'paged';
