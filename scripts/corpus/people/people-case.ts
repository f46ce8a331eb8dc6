import type { Member } from '@shared/domain/members/member.schema';
import type { Order } from '@shared/domain/orders/order.schema';
import { columnName } from '../column-name';
import { type Book, sheetXml, stylesXml, workbook } from '../workbook';

/** What is stored of a person: everything but ids, batch and an identity that nobody told. */
export type StoredMember = Partial<
  Omit<Member, 'id' | 'batchId' | 'source'> & { tags: readonly string[] }
>;
/** What is stored of an order; the buyer by name. */
export type StoredOrder = Omit<Order, 'id' | 'batchId' | 'memberId'> & { buyer: string };
type Counts = {
  rows: number;
  create?: number;
  unchanged?: number;
  confirm?: number;
  rejected?: number;
};

/** People or orders in one odd dress each, and what must stand in an empty console afterwards. */
export type PeopleCase = {
  name: string;
  /** With the ending that the file would have. */
  file: string;
  kind: 'members' | 'orders';
  bytes: () => Uint8Array;
  counts: Counts;
  members: readonly StoredMember[];
  orders?: readonly StoredOrder[];
  /** Codes under which records are refused, asked about or remarked on. */
  reasons?: readonly string[];
};

/** `xml` is a whole cell with `@` for its reference. */
export type Cell = string | number | null | { xml: string };

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\t/g, '&#9;');

function cellXml(cell: Cell, reference: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  return cell.xml.replaceAll('@', reference);
}

/** Rows of a sheet as Excel writes them, from the given row on. */
export function rowsXml(rows: readonly (readonly Cell[])[], first = 1): string {
  return rows
    .map((row, index) => {
      const number = index + first;
      const cells = row.map((cell, column) => cellXml(cell, `${columnName(column)}${number}`));
      return `<row r="${number}">${cells.join('')}</row>`;
    })
    .join('');
}

export const DATE_STYLE = 1;
const STYLES = stylesXml([0, 'yyyy\\-mm\\-dd\\ hh:mm:ss']);

/** A workbook of one sheet, as raw XML. */
export function book(
  rows: readonly (readonly Cell[])[],
  { merges = [], ...more }: Partial<Book> & { merges?: readonly string[] } = {},
): Uint8Array {
  const cells = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const after = cells === '' ? '' : `<mergeCells count="${merges.length}">${cells}</mergeCells>`;
  return workbook({ styles: STYLES, sheets: [{ xml: sheetXml(rowsXml(rows), after) }], ...more });
}

export const WANG: StoredMember = { name: '王芳', phone: '+8613800138000' };
export const LI: StoredMember = { name: '李强', phone: '+8613800138001' };
export const HEADER = ['姓名', '手机号'] as const;
export const PEOPLE: readonly (readonly string[])[] = [
  HEADER,
  ['王芳', '13800138000'],
  ['李强', '13800138001'],
];

/** A roster that comes to the two people, whatever it looks like. */
export function twoPeople(
  name: string,
  bytes: () => Uint8Array,
  more: Partial<PeopleCase> = {},
): PeopleCase {
  return {
    ...{ name, file: '名单.xlsx', kind: 'members', bytes },
    ...{ counts: { rows: 2, create: 2 }, members: [LI, WANG] },
    ...more,
  };
}

export const PAID_AT = Date.UTC(2026, 10, 13, 0, 5);
export const ORDER_HEADER = [
  '订单号',
  '支付时间',
  '收货人',
  '联系电话',
  '商品',
  '数量',
  '订单金额',
];
export const ORDER_ROW: readonly Cell[] = [
  'D20261113001',
  '2026-11-13 08:05:00',
  '王芳',
  '13800138000',
  '土鸡蛋',
  2,
  '39.80',
];
export const ORDER: StoredOrder = {
  externalNo: 'D20261113001',
  orderedAt: PAID_AT,
  buyer: '王芳',
  receiver: '王芳',
  receiverPhone: '+8613800138000',
  amountFen: 3980,
  refundFen: 0,
  status: 'paid',
  lines: [{ product: '土鸡蛋', quantity: 2 }],
};

/** The one order with another cell in one of its columns. */
export function orderWith(column: number, cell: Cell): Uint8Array {
  return book([ORDER_HEADER, ORDER_ROW.map((own, at) => (at === column ? cell : own))]);
}

/** A sheet of that one order, taken as `changed` says, or refused. */
export function oneOrder(
  name: string,
  bytes: () => Uint8Array,
  changed: Partial<StoredOrder> | { rejected: string },
): PeopleCase {
  const base = { name, file: '订单.xlsx', kind: 'orders' as const, bytes };
  if ('rejected' in changed) {
    const counts = { rows: 1, rejected: 1 };
    return { ...base, counts, members: [], orders: [], reasons: [changed.rejected] };
  }
  const orders = [{ ...ORDER, ...changed }];
  return { ...base, counts: { rows: 1, create: 1 }, members: [WANG], orders };
}
