import type { Table } from 'dexie';
import type { PageRecord } from '@/db/paged/page';

/**
 * Shows all pages of a store in order of key. Several ranges are asked for at once, so that the
 * database reads on while what came is taken in. `within` must be one transaction's table.
 */
export async function readPages(
  table: Table<PageRecord, string>,
  { pagesAtOnce, asksAtOnce }: { pagesAtOnce: number; asksAtOnce: number },
  visit: (page: PageRecord, index: number) => void,
): Promise<void> {
  const keys = await table.toCollection().primaryKeys();
  const ask = (from: number) => {
    const [lo, hi] = [keys[from], keys[Math.min(from + pagesAtOnce, keys.length) - 1]];
    if (lo === undefined || hi === undefined) return undefined;
    return table.where(':id').between(lo, hi, true, true).toArray();
  };
  const asked: ReturnType<typeof ask>[] = [];
  let next = 0;
  const askMore = () => {
    while (asked.length < asksAtOnce && next < keys.length) {
      asked.push(ask(next));
      next += pagesAtOnce;
    }
  };
  askMore();
  for (let index = 0; asked.length > 0; ) {
    const pages = (await asked.shift()) ?? [];
    askMore();
    for (const page of pages) {
      visit(page, index);
      index += 1;
    }
  }
}
