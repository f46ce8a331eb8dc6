import {
  type ExistingMembers,
  type ExistingOrders,
  MEMBER_KEYS,
  type MemberKey,
  type OrderField,
} from '@shared/domain/import/plan/existing';
import { createHandleMap, type HandleMap } from '@shared/domain/import/plan/handle-map';
import { createNameIndex } from '@shared/domain/import/plan/name-index';
import type { MemberValues } from '@shared/domain/import/plan/plan';
import type { Member } from '@shared/domain/members/member.schema';
import type { OrderLine } from '@shared/domain/orders/order.schema';
import type { ConsoleDb } from '@/db/db';
import { type Column, columnValue } from '@/db/paged/columns';
import type { PageRecord } from '@/db/paged/page';
import { coldPages, hotPages } from '@/db/tables';
import { columnHolds, columnHoldsLines } from './column-holds';
import { NO_TAG_NAMES, type TagNames } from './stored-tags';

const PAGES_AT_ONCE = 16;
const NONE: readonly number[] = [];

type Value = string | number | undefined;

/** Packed rows by handle: row `rowOf[handle]` of page `pageOf[handle]`, each field a column of it. */
class PackedRows {
  n = 0;
  private readonly pages: Record<string, Column>[] = [];
  private pageOf = new Uint32Array(1024);
  private rowOf = new Uint32Array(1024);

  /** Takes rows of a page in, in the order of their handles. */
  add(records: readonly (PageRecord | undefined)[], rows: Iterable<number>): void {
    const page = this.pages.push(Object.assign({}, ...records.map((record) => record?.c))) - 1;
    for (const row of rows) {
      if (this.n === this.pageOf.length) this.grow();
      this.pageOf[this.n] = page;
      this.rowOf[this.n] = row;
      this.n += 1;
    }
  }

  value(handle: number, field: string): unknown {
    const column = this.columnOf(handle, field);
    return column && columnValue(column, this.rowAt(handle));
  }

  columnOf(handle: number, field: string): Column | undefined {
    return this.pages[this.pageOf[handle] ?? 0]?.[field];
  }

  rowAt(handle: number): number {
    return this.rowOf[handle] ?? 0;
  }

  private grow(): void {
    const [pageOf, rowOf] = [this.pageOf, this.rowOf];
    this.pageOf = new Uint32Array(pageOf.length * 2);
    this.rowOf = new Uint32Array(rowOf.length * 2);
    this.pageOf.set(pageOf);
    this.rowOf.set(rowOf);
  }
}

async function* pageKeys(
  db: ConsoleDb,
  entity: 'members' | 'orders',
  signal: AbortSignal | undefined,
): AsyncGenerator<string[]> {
  const keys = await hotPages(db, entity).toCollection().primaryKeys();
  for (let i = 0; i < keys.length; i += PAGES_AT_ONCE) {
    signal?.throwIfAborted();
    yield keys.slice(i, i + PAGES_AT_ONCE);
  }
}

/** The index of one key, made when the first row asks by it. */
function lazyKeys(packed: PackedRows): (key: MemberKey) => HandleMap {
  const made = new Map<MemberKey, HandleMap>();
  return (key) => {
    let map = made.get(key);
    if (map) return map;
    map = createHandleMap();
    for (let handle = 0; handle < packed.n; handle++) {
      map.add(packed.value(handle, key) as string | undefined, handle);
    }
    made.set(key, map);
    return map;
  };
}

const NAMING_FIELDS = ['name', 'groupNickname', 'phoneMasked', ...MEMBER_KEYS] as const;

function lazyNames(packed: PackedRows) {
  let made: ReturnType<typeof createNameIndex> | undefined;
  return (folded: string, weakly: boolean): readonly number[] => {
    if (!made) {
      made = createNameIndex();
      for (let handle = 0; handle < packed.n; handle++) {
        const person: Record<string, unknown> = {};
        for (const field of NAMING_FIELDS) person[field] = packed.value(handle, field);
        made.add(person as MemberValues, handle);
      }
    }
    return made.get(folded, weakly);
  };
}

/** The roster as it lies in the store, packed; nothing is decoded before it is compared. */
export async function storedMembers(
  db: ConsoleDb,
  tagNames: TagNames = NO_TAG_NAMES,
  signal?: AbortSignal,
): Promise<ExistingMembers> {
  const packed = new PackedRows();
  for await (const keys of pageKeys(db, 'members', signal)) {
    const [hot, cold] = await Promise.all([
      hotPages(db, 'members').bulkGet(keys),
      coldPages(db, 'members').bulkGet(keys),
    ]);
    hot.forEach((page, index) => {
      if (page) packed.add([page, cold[index]], Array(page.n).keys());
    });
  }
  const keysOf = lazyKeys(packed);
  const id = (handle: number) => String(packed.value(handle, 'id') ?? '');
  return {
    size: packed.n,
    byKey: (key, value) => (packed.n === 0 ? NONE : keysOf(key).get(value)),
    byName: lazyNames(packed),
    value: (handle, field: keyof Member) => packed.value(handle, field) as Value,
    id,
    tagNames: (handle) => tagNames(id(handle)),
  };
}

/** The stored orders whose number the file bears; a million others stay where they are. */
export async function storedOrders(
  db: ConsoleDb,
  hasNumber: (externalNo: string) => boolean,
  signal?: AbortSignal,
): Promise<ExistingOrders> {
  const packed = new PackedRows();
  const numbers = createHandleMap();
  for await (const keys of pageKeys(db, 'orders', signal)) {
    const met: { cold: PageRecord; hits: number[] }[] = [];
    let known = packed.n;
    for (const cold of await coldPages(db, 'orders').bulkGet(keys)) {
      const column = cold?.c.externalNo;
      if (!cold || !column) continue;
      const hits: number[] = [];
      for (let row = 0; row < cold.n; row += 1) {
        const number = String(columnValue(column, row));
        if (!hasNumber(number)) continue;
        numbers.add(number, known);
        known += 1;
        hits.push(row);
      }
      if (hits.length > 0) met.push({ cold, hits });
    }
    const hot = await hotPages(db, 'orders').bulkGet(met.map(({ cold }) => cold.lo));
    met.forEach(({ cold, hits }, index) => {
      packed.add([hot[index], cold], hits);
    });
  }
  return {
    byNumber: numbers.get,
    value: (handle, field: OrderField) => packed.value(handle, field) as Value,
    holds: (handle, field, value) =>
      columnHolds(packed.columnOf(handle, field), packed.rowAt(handle), value),
    lines: (handle) => (packed.value(handle, 'lines') ?? []) as OrderLine[],
    holdsLines: (handle, lines) => {
      const column = packed.columnOf(handle, 'lines');
      return columnHoldsLines(column, packed.rowAt(handle), lines);
    },
    id: (handle) => String(packed.value(handle, 'id') ?? ''),
  };
}
