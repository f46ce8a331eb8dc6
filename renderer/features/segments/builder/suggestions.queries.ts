import { readDb } from '@/db/read';

/** Enough orders to know what is sold these days. */
const RECENT_ORDERS = 400;
const MOST_PRODUCTS = 100;

/** What was ordered lately, most often first. */
export async function readProductNames(): Promise<string[]> {
  const recent = await readDb.firstPage('orders', RECENT_ORDERS, 'newest');
  const orders = await readDb.pagedGetMany(
    'orders',
    recent.map((order) => order.id),
  );
  const times = new Map<string, number>();
  for (const line of orders.flatMap((order) => order?.lines ?? [])) {
    const product = line.product.trim().slice(0, 100);
    if (product !== '') times.set(product, (times.get(product) ?? 0) + 1);
  }
  return [...times]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_PRODUCTS)
    .map(([product]) => product);
}
