import type { BenchOptions, Outcome } from './lib/figures';
import { bigFolders, describeBig, loadedStarts, measureStarts } from './lib/start-rounds';
import { withScratchFolder } from './lib/window-runs';

/** Opening the console on a big community: until Today is there, until the first members are. */
export async function run(options: BenchOptions): Promise<Outcome> {
  return withScratchFolder(async (folder) => {
    const big = await bigFolders(options, folder);
    const figures = await measureStarts(options, folder, loadedStarts(big));
    return { dataset: describeBig(), figures };
  });
}
