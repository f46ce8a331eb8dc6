import { join } from 'node:path';
import { inProject, root } from '../lib/project.mjs';
import { fillBigCommunity } from './lib/big-community';
import { type BenchOptions, makeFigure, median, type Outcome } from './lib/figures';
import { describeBig } from './lib/start-rounds';
import { idleWindow, withScratchFolder } from './lib/window-runs';

const DEFAULT_RUNS = 3;

/** Working set of all processes, idle after the start, against an empty window's of the same run. */
export async function run(options: BenchOptions): Promise<Outcome> {
  const { executable, env, runs = DEFAULT_RUNS } = options;
  return withScratchFolder(async (folder) => {
    const big = join(folder, 'big');
    await fillBigCommunity(options, big);
    const empty = [inProject('scripts', 'bench', 'empty-window')];
    const of = (program: readonly string[], dataFolder: string, lastPhase: string) =>
      idleWindow({ executable, env, program, dataFolder, lastPhase });
    const floors: number[] = [];
    const idle: number[] = [];
    const loaded: number[] = [];
    for (let round = 0; round < runs; round += 1) {
      floors.push(await of(empty, join(folder, 'empty'), 'first-paint'));
      idle.push(await of([root], join(folder, 'own'), 'data-ready'));
      loaded.push(await of([root], big, 'data-ready'));
    }
    const floor = median(floors);
    const figure = (values: number[]) =>
      makeFigure(median(values), 'MB', { floor }, { values, floors });
    return {
      dataset: `idle after the start; loaded: ${describeBig()}`,
      figures: { idleMb: figure(idle), idleLoadedMb: figure(loaded) },
    };
  });
}
