import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, root } from '../../lib/project.mjs';
import { BIG, fillBigCommunity } from './big-community';
import { type BenchOptions, type Figure, makeFigure, median } from './figures';
import { measureWindow, type Phases } from './window-runs';

/** One way of starting that is measured, in turn with an empty window. */
export type Start = { key: string; phase: string; dataFolder: string; args?: readonly string[] };

const DEFAULT_RUNS = 7;

/**
 * Cold starts against an empty window of the same kind, all in turn, so that what else the machine
 * does weighs on all alike. The first round warms the file cache and is left out.
 */
export async function measureStarts(
  { executable, env, runs = DEFAULT_RUNS }: BenchOptions,
  folder: string,
  starts: readonly Start[],
): Promise<Record<string, Figure>> {
  const floors: number[] = [];
  const values = new Map<string, number[]>(starts.map(({ key }) => [key, []]));
  for (let round = 0; round <= runs; round += 1) {
    const empty = await measureWindow({
      executable,
      env,
      program: [inProject('scripts', 'bench', 'empty-window')],
      dataFolder: join(folder, 'empty'),
      lastPhase: 'first-paint',
    });
    if (round > 0) floors.push(phaseOf(empty, 'first-paint'));
    for (const [run, group] of byRun(starts)) {
      const own = await measureWindow({
        executable,
        env,
        program: [root, ...(run.args ?? [])],
        dataFolder: run.dataFolder,
        lastPhase: run.phase,
      });
      if (round === 0) continue;
      for (const { key, phase } of group) values.get(key)?.push(phaseOf(own, phase));
    }
  }
  const floor = median(floors);
  return Object.fromEntries(
    starts.map(({ key }) => {
      const own = values.get(key) ?? [];
      return [key, makeFigure(median(own), 'ms', { floor }, { values: own, floors })];
    }),
  );
}

/** Figures of the same folder and arguments come from one start, whose last phase is the latest. */
function byRun(starts: readonly Start[]): [Start, Start[]][] {
  const groups = new Map<string, Start[]>();
  for (const start of starts) {
    const id = `${start.dataFolder} ${start.args?.join(' ') ?? ''}`;
    groups.set(id, [...(groups.get(id) ?? []), start]);
  }
  return [...groups.values()].map((group) => [group[group.length - 1] as Start, group]);
}

const phaseOf = (phases: Phases, phase: string) => phases[phase] ?? Number.NaN;

/** Two folders of the big community, so that neither start profits from the other's caches. */
export async function bigFolders(options: BenchOptions, folder: string): Promise<[string, string]> {
  const first = join(folder, 'big');
  const second = join(folder, 'big-members');
  await fillBigCommunity(options, first);
  cpSync(first, second, { recursive: true });
  return [first, second];
}

export const loadedStarts = ([first, second]: readonly [string, string]): Start[] => [
  { key: 'dataReadyLoaded', phase: 'data-ready', dataFolder: first },
  { key: 'firstRowsLoaded', phase: 'first-rows', dataFolder: second, args: ['--open=members'] },
];

export const describeBig = () =>
  `${BIG.members.toLocaleString('en')} members and ${BIG.orders.toLocaleString('en')} orders`;
