import { join } from 'node:path';
import type { BenchOptions, Outcome } from './lib/figures';
import { bigFolders, describeBig, loadedStarts, measureStarts } from './lib/start-rounds';
import { withScratchFolder } from './lib/window-runs';

/** Cold start: an empty console, and one that holds a big community. */
export async function run(options: BenchOptions): Promise<Outcome> {
  return withScratchFolder(async (folder) => {
    const own = join(folder, 'own');
    const big = await bigFolders(options, folder);
    const figures = await measureStarts(options, folder, [
      { key: 'firstPaint', phase: 'first-paint', dataFolder: own },
      { key: 'dataReady', phase: 'data-ready', dataFolder: own },
      ...loadedStarts(big),
    ]);
    return { dataset: `an empty data folder; loaded: ${describeBig()}`, figures };
  });
}
