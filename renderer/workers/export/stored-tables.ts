import type { EntityName } from '@shared/domain/registry';
import type { ConsoleDb } from '@/db/db';
import { type Column, columnValue } from '@/db/paged/columns';
import type { AnyRow, PageRecord } from '@/db/paged/page';
import { spec, storesOf } from '@/db/schema';
import { coldPages, hotPages, readTransaction, rowTable, type TableSource } from '@/db/tables';

const STEPS_TO_WALK = 4;

/** One field of a table, row by row. */
export type FieldReader<Value> = (row: number) => Value | undefined;

/** Packed rows of one entity, in order of id, read field by field without an object per row. */
export class PackedTable {
  readonly count: number;
  private readonly starts: number[] = [];
  private readonly idOf: FieldReader<string>;
  private places: Map<string, number> | undefined;
  private page = 0;
  /** Where the last id was found, or would have been. */
  private near = -1;

  constructor(
    private readonly hot: readonly PageRecord[],
    private readonly cold: readonly (PageRecord | undefined)[],
  ) {
    let count = 0;
    for (const page of hot) {
      this.starts.push(count);
      count += page.n;
    }
    this.count = count;
    this.idOf = this.text('id');
  }

  /** The values of a field; the column is looked up once for each page, not for each row. */
  values(field: string): FieldReader<unknown> {
    let page = -1;
    let column: Column | undefined;
    return (row) => {
      if (row < 0 || row >= this.count) return undefined;
      const at = this.seek(row);
      if (page !== this.page) {
        page = this.page;
        column = this.hot[page]?.c[field] ?? this.cold[page]?.c[field];
      }
      return column ? columnValue(column, at) : undefined;
    };
  }

  text(field: string): FieldReader<string> {
    const read = this.values(field);
    return (row) => {
      const value = read(row);
      return typeof value === 'string' ? value : undefined;
    };
  }

  number(field: string): FieldReader<number> {
    const read = this.values(field);
    return (row) => {
      const value = read(row);
      return typeof value === 'number' ? value : undefined;
    };
  }

  /**
   * The row of an id, or -1. Lists mostly ask in order of id, up or down: a few steps from the last
   * answer find it; only for other orders is every id written down.
   */
  find(id: string): number {
    if (this.places) return this.places.get(id) ?? -1;
    const near = this.walk(id);
    if (near !== undefined) return near;
    this.places = new Map();
    for (let row = 0; row < this.count; row += 1) this.places.set(this.idOf(row) ?? '', row);
    return this.places.get(id) ?? -1;
  }

  /** `undefined`: not found, but perhaps further away. */
  private walk(id: string): number | undefined {
    const last = this.count - 1;
    if (last < 0) return -1;
    if (this.near < 0) this.near = id <= (this.idOf(0) ?? '') ? 0 : last;
    for (let step = 0; step < STEPS_TO_WALK; step += 1) {
      const here = this.idOf(this.near) ?? '';
      if (here === id) return this.near;
      const next = this.near + (here < id ? 1 : -1);
      if (next < 0 || next > last) return -1;
      const there = this.idOf(next) ?? '';
      if (there === id) {
        this.near = next;
        return next;
      }
      // Between two neighbours there is nobody.
      if (here < id !== there < id) return -1;
      this.near = next;
    }
    return undefined;
  }

  /** Turns to the row's page, mostly the one that is open or a neighbour; its place within. */
  private seek(row: number): number {
    const { starts } = this;
    if (row < (starts[this.page] ?? 0) || row >= (starts[this.page + 1] ?? this.count)) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const mid = (low + high + 1) >> 1;
        if ((starts[mid] ?? 0) <= row) low = mid;
        else high = mid - 1;
      }
      this.page = low;
    }
    return row - (starts[this.page] ?? 0);
  }
}

/** One moment's state of what an export asks for. */
export type Stored = {
  has(entity: EntityName): boolean;
  packed(entity: EntityName): PackedTable;
  rows(entity: EntityName): readonly AnyRow[];
};

/** What a list needs: whole entities, or only what lies at hand of them (`hot`). */
export type Needs = { whole?: readonly EntityName[]; hot?: readonly EntityName[] };

const byLo = (a: PageRecord, b: PageRecord) => (a.lo < b.lo ? -1 : 1);

/** Reads everything in one transaction, so that no commit comes between two of its tables. */
export function readStored(db: ConsoleDb, { whole = [], hot = [] }: Needs): Promise<Stored> {
  const stores = [...whole.flatMap(storesOf), ...hot];
  if (stores.length === 0) return Promise.resolve(storedOf(new Map(), new Map()));
  return readTransaction(db, [...new Set(stores)], async (within) => {
    const packed = new Map<EntityName, PackedTable>();
    const plain = new Map<EntityName, AnyRow[]>();
    for (const entity of [...whole, ...hot]) {
      if (spec(entity).storage.kind === 'rows') {
        plain.set(entity, (await rowTable(within, entity).toArray()) as AnyRow[]);
      } else packed.set(entity, await readPacked(within, entity, whole.includes(entity)));
    }
    return storedOf(packed, plain);
  });
}

async function readPacked(within: TableSource, entity: EntityName, isWhole: boolean) {
  const hot = (await hotPages(within, entity).toArray()).sort(byLo);
  const hasCold = isWhole && storesOf(entity).length > 1;
  const cold = hasCold ? await coldPages(within, entity).bulkGet(hot.map(({ lo }) => lo)) : [];
  return new PackedTable(hot, cold);
}

function storedOf(
  packed: ReadonlyMap<EntityName, PackedTable>,
  plain: ReadonlyMap<EntityName, AnyRow[]>,
): Stored {
  const missing = (entity: string) => new Error(`${entity} was not read for this export`);
  return {
    has: (entity) => packed.has(entity) || plain.has(entity),
    packed: (entity) => {
      const table = packed.get(entity);
      if (!table) throw missing(entity);
      return table;
    },
    rows: (entity) => {
      const rows = plain.get(entity);
      if (!rows) throw missing(entity);
      return rows;
    },
  };
}
