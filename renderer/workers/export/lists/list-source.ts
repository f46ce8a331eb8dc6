import type { ExportLanguage, ExportValue } from '@shared/domain/export/export-column';
import type { ExportScope } from '../export-types';
import type { FieldReader, Needs, PackedTable, Stored } from '../stored-tables';

/**
 * The rows of one list. An item is a record (an order); it may take several lines of the table (its
 * goods). `cells` gives each column's value for a line of an item.
 */
export type ListSource<Key extends string = string> = {
  count: number;
  linesOf?: (item: number) => number;
  cells: { [K in Key]: (item: number, line: number) => ExportValue };
};

export type SourceContext = {
  stored: Stored;
  scope: ExportScope;
  /** Ids of the wanted records in their order; `undefined`: all. */
  ids: readonly string[] | undefined;
  /** The word for a value of the domain (`identity.store`). */
  word: (key: string) => string;
  separator: string;
  language: ExportLanguage;
};

export type ExportListDefinition = {
  /** What must be read for these columns. */
  needs: (columns: ReadonlySet<string>) => Needs;
  source: (context: SourceContext) => ListSource;
};

/** Row numbers of the wanted records; those that are gone meanwhile are left out. */
export function rowsFor(table: PackedTable, ids: readonly string[] | undefined): Int32Array {
  if (!ids) return Int32Array.from({ length: table.count }, (_, row) => row);
  const rows = Int32Array.from(ids, (id) => table.find(id));
  return rows.some((row) => row < 0) ? rows.filter((row) => row >= 0) : rows;
}

/** A Chinese mobile number as people write it; any other with its country. */
export function plainPhone(phone: string | undefined): string | undefined {
  return phone?.replace(/^\+86(?=1[3-9]\d{9}$)/, '');
}

/** A value's word, or the value itself where a newer console wrote one that has none here. */
export function wordOf(context: SourceContext, kind: string, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return context.word(`${kind}.${value}`) || value;
}

/** A member's phone as people write it, or what a platform left of it. */
export function phoneReader(members: PackedTable): FieldReader<string> {
  const phone = members.text('phone');
  const masked = members.text('phoneMasked');
  return (row) => plainPhone(phone(row)) ?? masked(row);
}

/** Name, phone and number of the member whose id stands at a place. */
export function whoCells(members: PackedTable, memberIdAt: (item: number) => string | undefined) {
  const name = members.text('name');
  const phone = phoneReader(members);
  const rowAt = oncePerItem((item) => members.find(memberIdAt(item) ?? ''));
  return {
    name: (item: number) => name(rowAt(item)),
    phone: (item: number) => phone(rowAt(item)),
    memberId: (item: number) => memberIdAt(item),
  };
}

/** Several columns of one item ask for the same: it is worked out once. */
export function oncePerItem<Value>(make: (item: number) => Value): (item: number) => Value {
  let last: { item: number; value: Value } | undefined;
  return (item) => {
    if (last?.item !== item) last = { item, value: make(item) };
    return last.value;
  };
}

/** Plain rows of an entity as a source: one function from row to value for each column. */
export function rowCells<Key extends string, Row>(
  rows: readonly Row[],
  cells: { [K in Key]: (row: Row) => ExportValue },
): ListSource<Key> {
  const made = {} as ListSource<Key>['cells'];
  for (const key of Object.keys(cells) as Key[]) {
    made[key] = (item) => {
      const row = rows[item];
      return row === undefined ? undefined : cells[key](row);
    };
  }
  return { count: rows.length, cells: made };
}
