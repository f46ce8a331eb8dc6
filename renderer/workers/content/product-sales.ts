import { isCoBranded, type ProductSales } from '@shared/domain/content-results/character.rules';
import { isCounted } from '@shared/domain/orders/order.rules';
import type { OrderLine, OrderStatus } from '@shared/domain/orders/order.schema';
import type { ConsoleDb } from '@/db/db';
import { type Column, columnValue } from '@/db/paged/columns';
import { readPages } from '../people/read-pages';

/** For each key the sales of products whose names hold one of its words, in [fromMs, toMs). */
export async function productSales(
  db: ConsoleDb,
  { fromMs, toMs, words }: { fromMs: number; toMs: number; words: Record<string, string[]> },
): Promise<Record<string, ProductSales>> {
  const keys = Object.keys(words);
  const sales = keys.map(
    (): ProductSales => ({
      orders: 0,
      amountFen: 0,
      ownOrders: 0,
      lineFen: 0,
      untold: 0,
      estimatedFen: 0,
    }),
  );
  const matches = keys.map((key) => matcher(words[key] ?? []));
  await readPages(db, 'orders', true, ({ c, n }, cold) => {
    const valueAt = (column: Column | undefined, row: number) => column && columnValue(column, row);
    for (let row = 0; row < n; row += 1) {
      const at = Number(valueAt(c.orderedAt, row));
      if (!(at >= fromMs && at < toMs)) continue;
      if (!isCounted({ status: valueAt(c.status, row) as OrderStatus })) continue;
      const amountFen = Number(valueAt(c.amountFen, row) ?? 0);
      const lines = (valueAt(cold?.c.lines, row) ?? []) as OrderLine[];
      for (const [k, isOwn] of matches.entries()) {
        const sum = sales[k];
        if (sum) addOrder(sum, amountFen, lines, isOwn);
      }
    }
  });
  return Object.fromEntries(keys.flatMap((key, k) => (sales[k] ? [[key, sales[k]]] : [])));
}

function addOrder(
  sum: ProductSales,
  amountFen: number,
  lines: readonly OrderLine[],
  isOwn: (product: string) => boolean,
): void {
  sum.orders += 1;
  sum.amountFen += amountFen;
  const own = lines.filter(({ product }) => isOwn(product));
  if (own.length === 0) return;
  sum.ownOrders += 1;
  if (own.every((line) => line.amountFen !== undefined)) {
    sum.lineFen += own.reduce((total, line) => total + (line.amountFen ?? 0), 0);
  } else if (own.length === lines.length) sum.lineFen += amountFen;
  else {
    sum.untold += 1;
    sum.estimatedFen += Math.round((amountFen * pieces(own)) / Math.max(1, pieces(lines)));
  }
}

const pieces = (lines: readonly OrderLine[]) =>
  lines.reduce((total, { quantity }) => total + Math.max(0, quantity), 0);

/** Each product's name is looked at once. */
function matcher(words: readonly string[]): (product: string) => boolean {
  const known = new Map<string, boolean>();
  return (product) => {
    const found = known.get(product) ?? isCoBranded(product, words);
    known.set(product, found);
    return found;
  };
}
