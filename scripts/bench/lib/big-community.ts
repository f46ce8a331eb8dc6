import type { BenchOptions } from './figures';
import { buildPage, runPage } from './page-run';

export const BIG = { members: 100_000, orders: 1_000_000 };

/** Fills a data folder with the big community; resolves to the time that the write door took, in ms. */
export async function fillBigCommunity(
  options: Pick<BenchOptions, 'executable' | 'env'>,
  dataFolder: string,
  size = BIG,
): Promise<number> {
  const page = await buildPage('fill');
  const query = `members=${size.members}&orders=${size.orders}`;
  return Number(await runPage(options, { page, dataFolder, query }));
}
