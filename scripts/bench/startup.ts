import { join } from 'node:path';
import { inProject, root } from '../lib/project.mjs';
import { type BenchOptions, makeFigure, median, type Outcome } from './lib/figures';
import { measureWindow, type Phases, withScratchFolder } from './lib/window-runs';

const DEFAULT_RUNS = 7;

/**
 * Cold start against an empty window of the same kind, both started in turn, so that what else the
 * machine does weighs on both alike. The first round warms the file cache and is left out.
 */
export async function run({
  executable,
  env,
  runs = DEFAULT_RUNS,
}: BenchOptions): Promise<Outcome> {
  const rounds: { empty: Phases; own: Phases }[] = [];
  await withScratchFolder(async (folder) => {
    for (let round = 0; round <= runs; round += 1) {
      const empty = await measureWindow({
        executable,
        env,
        program: [inProject('scripts', 'bench', 'empty-window')],
        dataFolder: join(folder, 'empty'),
        lastPhase: 'first-paint',
      });
      const own = await measureWindow({
        executable,
        env,
        program: [root],
        dataFolder: join(folder, 'own'),
        lastPhase: 'data-ready',
      });
      if (round > 0) rounds.push({ empty, own });
    }
  });
  const floors = rounds.map(({ empty }) => empty['first-paint'] ?? Number.NaN);
  const floor = median(floors);
  const figure = (phase: string) => {
    const values = rounds.map(({ own }) => own[phase] ?? Number.NaN);
    return makeFigure(median(values), 'ms', { floor }, { values, floors });
  };
  return {
    dataset: `an empty data folder, median of ${runs} starts after one that is left out`,
    figures: { firstPaint: figure('first-paint'), dataReady: figure('data-ready') },
  };
}
