import { join } from 'node:path';
import { fillBigCommunity } from './lib/big-community';
import type { BenchOptions, Outcome } from './lib/figures';
import { askPeople, figureOf } from './lib/people-run';
import { describeBig } from './lib/start-rounds';
import { withScratchFolder } from './lib/window-runs';

/** What is worked out over everybody, in the console's data worker on a big community. */
export async function run(options: BenchOptions): Promise<Outcome> {
  return withScratchFolder(async (folder) => {
    const big = join(folder, 'big');
    await fillBigCommunity(options, big);
    const models = await askPeople(options, big, ['models']);
    const told = await askPeople(options, big, ['tags', 'oneMember']);
    const content = await askPeople(options, big, ['content']);
    const flow = join(folder, 'flow');
    await askPeople(options, flow, ['fillFunnel']);
    const funnel = await askPeople(options, flow, ['funnel']);
    return {
      dataset: `${describeBig()}, all ready-made tags; a funnel of 1 000 000 events`,
      figures: {
        rfmCohorts: figureOf(models, 'rfmCohorts', [
          'rfmFromDiskMs',
          'rfmMs',
          'quadrantsMs',
          'cohortsMs',
          'fitMs',
          'fittedOn',
          'personaMs',
        ]),
        tagsAll: figureOf(told, 'tagsAll', [
          'tagsFromDiskMs',
          'longestWaitMs',
          'rules',
          'carriedTags',
          'failedRules',
        ]),
        credit1m: figureOf(content, 'credit1m', [
          'creditFromDiskMs',
          'creditMembershipsMs',
          'creditAfterOneOrderMs',
          'creditedItems',
          'ordersOfMonth',
          'ordersSeen',
        ]),
        funnel1m: figureOf(funnel, 'funnel1m', [
          'firstMs',
          'afterOneEventMs',
          'otherWindowsMs',
          'breakdownMs',
          'events',
          'people',
        ]),
        oneMember: figureOf(told, 'oneMember', ['oneMemberWriteMs', 'oneMemberTagsMs']),
      },
    };
  });
}
