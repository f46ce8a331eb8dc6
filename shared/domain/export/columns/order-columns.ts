import type { ExportColumn } from '../export-column';

const ORDER = [
  { key: 'externalNo', zh: '订单号', en: 'Order No', type: 'id' },
  { key: 'campaign', zh: '团名', en: 'Campaign', type: 'text' },
  { key: 'orderedAt', zh: '下单时间', en: 'Ordered at', type: 'moment' },
  { key: 'status', zh: '订单状态', en: 'Order status', type: 'text' },
  { key: 'buyer', zh: '下单人', en: 'Buyer', type: 'text', isPersonal: true },
  { key: 'buyerPhone', zh: '下单人手机号', en: 'Buyer phone', type: 'phone', isPersonal: true },
  { key: 'receiver', zh: '收货人', en: 'Receiver', type: 'text', isPersonal: true },
  {
    key: 'receiverPhone',
    zh: '收货人电话',
    en: 'Receiver phone',
    type: 'phone',
    isPersonal: true,
  },
  { key: 'address', zh: '详细地址', en: 'Address', type: 'text', isPersonal: true },
] as const satisfies readonly ExportColumn[];

const MONEY = [
  { key: 'amountFen', zh: '订单金额', en: 'Order amount', type: 'money' },
  { key: 'refundFen', zh: '退款金额', en: 'Refund amount', type: 'money' },
  { key: 'note', zh: '备注', en: 'Note', type: 'text' },
  { key: 'orderId', zh: '群舵订单编号', en: 'Qunduo order ID', type: 'id', isExtra: true },
] as const satisfies readonly ExportColumn[];

/**
 * One row for each line of goods. What belongs to the order stands on all its rows, but its amount
 * and refund on the first alone, so that the columns sum to what was paid.
 */
export const ORDER_COLUMNS = [
  ...ORDER,
  { key: 'lineNo', zh: '行号', en: 'Line', type: 'integer' },
  { key: 'product', zh: '商品', en: 'Product', type: 'text' },
  { key: 'spec', zh: '规格', en: 'Spec', type: 'text' },
  { key: 'quantity', zh: '数量', en: 'Quantity', type: 'number' },
  { key: 'lineAmountFen', zh: '商品金额', en: 'Line amount', type: 'money' },
  ...MONEY,
] as const satisfies readonly ExportColumn[];
export type OrderColumnKey = (typeof ORDER_COLUMNS)[number]['key'];

/**
 * One row for each order. The goods are for reading only: their column's name is none that the
 * importer knows, because prices and specs cannot be told apart in one cell.
 */
export const ORDER_TOTAL_COLUMNS = [
  ...ORDER,
  { key: 'goods', zh: '商品一览', en: 'Goods at a glance', type: 'text' },
  { key: 'lineCount', zh: '商品种数', en: 'Line count', type: 'integer', isExtra: true },
  ...MONEY,
] as const satisfies readonly ExportColumn[];
export type OrderTotalColumnKey = (typeof ORDER_TOTAL_COLUMNS)[number]['key'];
