import { parseIdCell } from '../cells/id-cell';
import { cellText, foldText } from '../cells/text-cell';
import type { ImportField } from '../columns/fields';
import type { DataRow } from '../sheet';
import type { RowReader } from './row-reader';

/** The rows of one order, or rows that form none (`number` undefined). */
export type OrderGroup = {
  number: string | undefined;
  campaign: string | undefined;
  rows: DataRow[];
  problem?: 'order-number-missing' | 'id-destroyed';
};

/** How the file tells its orders apart. */
export type OrderNumbering = {
  /** Numbers count within one 团 only and may come back for another buyer. */
  isSequence: boolean;
  /** The 团 of rows that name none. */
  campaign: string | undefined;
};

/** Cells that belong to the whole order: blank under the first row where they are merged. */
const ORDER_LEVEL = [
  'orderedAt',
  'amount',
  'status',
  'buyerName',
  'buyerPhone',
  'receiver',
  'receiverPhone',
] as const satisfies readonly ImportField[];
const LINE_LEVEL = ['product', 'spec', 'quantity', 'lineAmount'] as const;
/** What tells two buyers with the same sequence number apart. */
const TELLING = ['orderedAt', 'buyerName', 'buyerPhone', 'receiver', 'receiverPhone'] as const;

function textsOf(reader: RowReader, row: DataRow, fields: readonly ImportField[]): string[] {
  reader.use(row);
  return reader.aside(() => fields.map((field) => foldText(cellText(reader.find(field).cell))));
}

const agree = (a: readonly string[], b: readonly string[]) =>
  a.every((text, index) => text === '' || b[index] === '' || text === b[index]);

/** Puts rows together into orders: by number, and rows without one under the row above. */
export function groupOrders(
  rows: readonly DataRow[],
  reader: RowReader,
  numbering: OrderNumbering,
): OrderGroup[] {
  const groups: OrderGroup[] = [];
  const byKey = new Map<string, OrderGroup>();
  const others = new Map<string, OrderGroup[]>();
  let last: OrderGroup | undefined;

  function start(group: OrderGroup): OrderGroup {
    groups.push(group);
    return group;
  }

  function continues(row: DataRow): boolean {
    const first = last?.rows[0];
    if (!first) return false;
    const own = textsOf(reader, row, ORDER_LEVEL);
    if (!agree(own, textsOf(reader, first, ORDER_LEVEL))) return false;
    return textsOf(reader, row, LINE_LEVEL).some((text) => text !== '');
  }

  function sameOrder(candidate: OrderGroup, row: DataRow): boolean {
    if (!numbering.isSequence) return true;
    const first = candidate.rows[0];
    return !first || agree(textsOf(reader, row, TELLING), textsOf(reader, first, TELLING));
  }

  function place(row: DataRow, number: string, campaign: string | undefined): OrderGroup {
    const key = campaign === undefined ? number : `${campaign}\u0000${number}`;
    const known = byKey.get(key);
    if (!known) {
      const fresh = start({ number, campaign, rows: [row] });
      byKey.set(key, fresh);
      return fresh;
    }
    const candidates = [known, ...(others.get(key) ?? [])];
    const group = candidates.find((candidate) => sameOrder(candidate, row));
    if (group) {
      group.rows.push(row);
      return group;
    }
    const fresh = start({ number, campaign, rows: [row] });
    others.set(key, [...candidates.slice(1), fresh]);
    return fresh;
  }

  for (const row of rows) {
    reader.begin(row);
    const id = parseIdCell(reader.find('externalNo').cell);
    const campaign = reader.has('campaign') ? reader.line('campaign', 200) : undefined;
    if (id.kind === 'id') {
      last = place(row, id.id, campaign ?? (numbering.isSequence ? numbering.campaign : undefined));
    } else if (id.kind === 'none' && last && continues(row)) {
      last.rows.push(row);
    } else {
      const problem = id.kind === 'bad' ? id.code : 'order-number-missing';
      last = start({ number: undefined, campaign, rows: [row], problem });
    }
  }
  return groups;
}
