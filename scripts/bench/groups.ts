import { join } from 'node:path';
import { fillBigCommunity } from './lib/big-community';
import { measureBoard } from './lib/board-drive';
import type { BenchOptions, Outcome } from './lib/figures';
import { askPeople, figureOf } from './lib/people-run';
import { measureReplies } from './lib/replies-drive';
import { describeBig } from './lib/start-rounds';
import { withScratchFolder } from './lib/window-runs';

/**
 * Five hundred groups on one board: judged in the data worker, beside plain objects (peer) and the
 * bare copy of the answer to the window (floor); then opened in the console itself, beside another
 * page of the area that shows next to nothing (floor). After that what else is asked of all groups:
 * candidates for core members, people in several groups, a member list of 500 names against everybody,
 * and a ready answer among 5 000, from key to paint.
 */
export async function run(options: BenchOptions): Promise<Outcome> {
  return withScratchFolder(async (folder) => {
    const big = join(folder, 'big');
    await fillBigCommunity(options, big);
    await askPeople(options, big, ['fillGroups']);
    const told = await askPeople(options, big, ['groups']);
    const { boardFirst, boardAgain, boardChanged } = await measureBoard(options, big);
    await askPeople(options, big, ['fillGroupPeople']);
    const people = await askPeople(options, big, ['groupPeople']);
    const replyKey = await measureReplies(options, big);
    return {
      dataset: `${describeBig()} in 500 groups over a year: 182 000 group days, 200 000 interactions, weekly lists and hours; then 5 000 people in a second group and 5 000 ready answers`,
      figures: {
        boardFirst,
        boardAgain,
        boardChanged,
        boardAfterCommit: figureOf(told, 'standings', [
          'standingsFromDiskMs',
          'standingsKeptMs',
          'afterOneDayMs',
          'tableCloneMs',
          'answerKb',
          'judgedGroups',
        ]),
        kocCandidates: figureOf(people, 'kocs', ['kocsFromDiskMs', 'kocsKeptMs', 'candidates']),
        overlaps: figureOf(people, 'overlaps', [
          'overlapsFromDiskMs',
          'overlapsKeptMs',
          'inSeveral',
        ]),
        memberList: figureOf(people, 'list', ['listFromDiskMs', 'names', 'undecided']),
        replyKey,
      },
    };
  });
}
