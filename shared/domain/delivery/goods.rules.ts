import type { OrderLine } from '@shared/domain/orders/order.schema';

/** How much of one product in one spec, and in how many orders. */
export type Goods = { product: string; spec: string; quantity: number; orders: number };

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** What all orders need together, by product and spec. */
export function totalGoods(orders: readonly { lines: readonly OrderLine[] }[]): Goods[] {
  const totals = new Map<string, Goods>();
  for (const { lines } of orders) {
    const inThisOrder = new Set<string>();
    for (const { product, spec = '', quantity } of lines) {
      const key = `${product}\u0000${spec}`;
      const known = totals.get(key) ?? { product, spec, quantity: 0, orders: 0 };
      // Halves and thirds add up without float dust.
      known.quantity = Math.round((known.quantity + quantity) * 1000) / 1000;
      if (!inThisOrder.has(key)) known.orders += 1;
      inThisOrder.add(key);
      totals.set(key, known);
    }
  }
  return [...totals.values()].sort(
    (a, b) => collator.compare(a.product, b.product) || collator.compare(a.spec, b.spec),
  );
}

export const pieces = (goods: readonly Goods[]): number =>
  Math.round(goods.reduce((sum, { quantity }) => sum + quantity, 0) * 1000) / 1000;

/** `红富士苹果 5斤` */
export const goodsName = ({ product, spec }: { product: string; spec?: string | undefined }) =>
  spec ? `${product} ${spec}` : product;
