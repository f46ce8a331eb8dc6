import { join } from 'node:path';
import { fillBigCommunity } from './lib/big-community';
import { measureBoard } from './lib/board-drive';
import type { BenchOptions, Outcome } from './lib/figures';
import { askPeople, figureOf } from './lib/people-run';
import { describeBig } from './lib/start-rounds';
import { withScratchFolder } from './lib/window-runs';

/**
 * Five hundred groups on one board: judged in the data worker, beside plain objects (peer) and the
 * bare copy of the answer to the window (floor); then opened in the console itself.
 */
export async function run(options: BenchOptions): Promise<Outcome> {
  return withScratchFolder(async (folder) => {
    const big = join(folder, 'big');
    await fillBigCommunity(options, big);
    await askPeople(options, big, ['fillGroups']);
    const told = await askPeople(options, big, ['groups']);
    const { boardFirst, boardAgain } = await measureBoard(options, big);
    return {
      dataset: `${describeBig()} in 500 groups over a year: 182 000 group days, 200 000 interactions, weekly lists and hours`,
      figures: {
        boardFirst,
        boardAgain,
        boardAfterCommit: figureOf(told, 'standings', [
          'standingsFromDiskMs',
          'standingsKeptMs',
          'afterOneDayMs',
          'tableCloneMs',
          'answerKb',
          'judgedGroups',
        ]),
      },
    };
  });
}
