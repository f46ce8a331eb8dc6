import { join } from 'node:path';
import { fillBigCommunity } from './lib/big-community';
import type { BenchOptions, Outcome } from './lib/figures';
import { measureWindowOfMembers } from './lib/members-drive';
import { askPeople, figureOf } from './lib/people-run';
import { describeBig } from './lib/start-rounds';
import { withScratchFolder } from './lib/window-runs';

/**
 * Questions while somebody waits: a segment's count and a search over loaded columns, beside plain
 * objects of the same people (peer) and one pass over the columns (floor); scrolling the narrowed and
 * sorted list, and opening a member, in the console itself.
 */
export async function run(options: BenchOptions): Promise<Outcome> {
  return withScratchFolder(async (folder) => {
    const big = join(folder, 'big');
    await fillBigCommunity(options, big);
    const told = await askPeople(options, big, ['segment', 'members', 'tags']);
    const { tableScroll, memberPage } = await measureWindowOfMembers(options, big);
    return {
      dataset: describeBig(),
      figures: {
        segmentCount: figureOf(told, 'segmentCount', [
          'columnsFromDiskMs',
          'firstCountMs',
          'withProductsMs',
        ]),
        search: figureOf(told, 'search', [
          'listFromDiskMs',
          'filterSortMs',
          'longestFirstSortMs',
          'facetsMs',
        ]),
        tableScroll,
        memberPage,
      },
    };
  });
}
