import type { EntityName } from '@shared/domain/registry';
import type { ConsoleDb } from '@/db/db';
import { columnValue } from '@/db/paged/columns';
import type { AnyRow, PageRecord } from '@/db/paged/page';
import { spec, storesOf } from '@/db/schema';
import { coldPages, hotPages, readTransaction, rowTable, type TableSource } from '@/db/tables';

/** Packed rows of one entity, in order of id, read field by field without an object per row. */
export class PackedTable {
  readonly count: number;
  private readonly starts: number[] = [];
  private places: Map<string, number> | undefined;
  private page = 0;

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
  }

  value(row: number, field: string): unknown {
    const at = this.seek(row);
    const column = this.hot[this.page]?.c[field] ?? this.cold[this.page]?.c[field];
    return column ? columnValue(column, at) : undefined;
  }

  text(row: number, field: string): string | undefined {
    const value = this.value(row, field);
    return typeof value === 'string' ? value : undefined;
  }

  number(row: number, field: string): number | undefined {
    const value = this.value(row, field);
    return typeof value === 'number' ? value : undefined;
  }

  /** The row of an id, or -1. */
  find(id: string): number {
    this.places ??= this.index();
    return this.places.get(id) ?? -1;
  }

  private index(): Map<string, number> {
    const places = new Map<string, number>();
    for (let row = 0; row < this.count; row += 1) places.set(String(this.value(row, 'id')), row);
    return places;
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
