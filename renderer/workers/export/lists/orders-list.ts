import type {
  OrderColumnKey,
  OrderTotalColumnKey,
} from '@shared/domain/export/columns/order-columns';
import type { OrderLine } from '@shared/domain/orders/order.schema';
import {
  type ExportListDefinition,
  type ListSource,
  oncePerItem,
  plainPhone,
  rowsFor,
  type SourceContext,
  whoCells,
  wordOf,
} from './list-source';

const NO_LINES: readonly OrderLine[] = [];

/** What both forms of the list share, and the lines of the order in hand. */
function ordersOf(context: SourceContext) {
  const { stored } = context;
  const orders = stored.packed('orders');
  const rows = rowsFor(orders, context.ids);
  const row = (item: number) => rows[item] ?? -1;
  const text = (field: string) => {
    const read = orders.text(field);
    return (item: number) => read(row(item));
  };
  const number = (field: string) => {
    const read = orders.number(field);
    return (item: number) => read(row(item));
  };
  const who = whoCells(stored.packed('members'), text('memberId'));
  const storedLines = orders.values('lines');
  const linesOf = oncePerItem((item): readonly OrderLine[] => {
    const value = storedLines(row(item));
    return Array.isArray(value) ? (value as OrderLine[]) : NO_LINES;
  });
  const status = text('status');
  const receiverPhone = text('receiverPhone');
  return {
    count: rows.length,
    linesOf,
    number,
    cells: {
      externalNo: text('externalNo'),
      campaign: text('campaign'),
      orderedAt: number('orderedAt'),
      status: (item: number) => wordOf(context, 'orderStatus', status(item)),
      buyer: who.name,
      buyerPhone: who.phone,
      receiver: text('receiver'),
      receiverPhone: (item: number) => plainPhone(receiverPhone(item)),
      address: text('address'),
      note: text('note'),
      orderId: text('id'),
    },
  };
}

function lineSource(context: SourceContext): ListSource<OrderColumnKey> {
  const { count, linesOf, number, cells } = ordersOf(context);
  const amount = number('amountFen');
  const refund = number('refundFen');
  return {
    count,
    linesOf: (item) => Math.max(1, linesOf(item).length),
    cells: {
      ...cells,
      lineNo: (item, line) => (linesOf(item).length === 0 ? undefined : line + 1),
      product: (item, line) => linesOf(item)[line]?.product,
      spec: (item, line) => linesOf(item)[line]?.spec,
      quantity: (item, line) => linesOf(item)[line]?.quantity,
      lineAmountFen: (item, line) => linesOf(item)[line]?.amountFen,
      amountFen: (item, line) => (line === 0 ? amount(item) : undefined),
      refundFen: (item, line) => (line === 0 ? (refund(item) ?? 0) : undefined),
    },
  };
}

const goodsText = (lines: readonly OrderLine[]) =>
  lines
    .map(({ product, spec, quantity }) => [product, spec, `×${quantity}`].filter(Boolean).join(' '))
    .join('；');

function totalSource(context: SourceContext): ListSource<OrderTotalColumnKey> {
  const { count, linesOf, number, cells } = ordersOf(context);
  const refund = number('refundFen');
  return {
    count,
    cells: {
      ...cells,
      goods: (item) => goodsText(linesOf(item)),
      lineCount: (item) => linesOf(item).length,
      amountFen: number('amountFen'),
      refundFen: (item) => refund(item) ?? 0,
    },
  };
}

const needs = () => ({ whole: ['orders'], hot: ['members'] }) as const;

export const ordersList: ExportListDefinition = { needs, source: lineSource };
export const orderTotalsList: ExportListDefinition = { needs, source: totalSource };
