import type { EntityName } from '@shared/domain/registry';
import type { ConsoleDb } from '@/db/db';
import type { PageRecord } from '@/db/paged/page';
import { storesOf } from '@/db/schema';
import { coldPages, hotPages, readTransaction } from '@/db/tables';

const HOT = { pagesAtOnce: 16, asksAtOnce: 4 };
/** Cold halves are many times larger. */
const COLD = { pagesAtOnce: 4, asksAtOnce: 3 };

type Batch = { hot: PageRecord[]; cold: PageRecord[] };

/**
 * Shows all pages of an entity in order of key. Several ranges are asked for at once, so that the
 * database reads on while what came is taken in, each in a transaction of its own, so that no writer
 * waits for the whole. Whoever asks has to look whether something was committed meanwhile: then what
 * was seen may not fit together. Nothing is shown before `begin`, though reading goes ahead.
 */
export async function readPages(
  db: ConsoleDb,
  entity: EntityName,
  withCold: boolean,
  visit: (page: PageRecord, cold: PageRecord | undefined) => void,
  begin?: Promise<unknown>,
): Promise<void> {
  const keys = await hotPages(db, entity).toCollection().primaryKeys();
  const hasCold = withCold && storesOf(entity).length > 1;
  const { pagesAtOnce, asksAtOnce } = hasCold ? COLD : HOT;
  const stores = hasCold ? storesOf(entity) : [entity];
  const ask = (from: number): Promise<Batch> => {
    const lo = keys[from] ?? '';
    const hi = keys[Math.min(from + pagesAtOnce, keys.length) - 1] ?? '';
    return readTransaction(db, stores, async (within) => {
      const hot = hotPages(within, entity).where(':id').between(lo, hi, true, true).toArray();
      if (!hasCold) return { hot: await hot, cold: [] };
      const cold = coldPages(within, entity).where(':id').between(lo, hi, true, true).toArray();
      return { hot: await hot, cold: await cold };
    });
  };
  const asked: Promise<Batch>[] = [];
  let next = 0;
  const askMore = () => {
    while (asked.length < asksAtOnce && next < keys.length) {
      const batch = ask(next);
      // Waited for in turn; until then a failure has nobody to hear it.
      batch.catch(() => undefined);
      asked.push(batch);
      next += pagesAtOnce;
    }
  };
  askMore();
  await begin;
  for (let batch = asked.shift(); batch; batch = asked.shift()) {
    const { hot, cold } = await batch;
    askMore();
    const coldOf = new Map(cold.map((page) => [page.lo, page]));
    for (const page of hot) visit(page, coldOf.get(page.lo));
  }
}
