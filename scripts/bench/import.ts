import { join } from 'node:path';
import { openConsole, watched } from './lib/console-window';
import { measureExport } from './lib/export-figure';
import { type BenchOptions, type Figure, makeFigure, median, type Outcome } from './lib/figures';
import { type ImportTimes, importFile, openImport } from './lib/import-drive';
import { buildPage, runPage } from './lib/page-run';
import { withScratchFolder } from './lib/window-runs';
import { makeWorkbook, type WorkbookKind } from './lib/workbook';

type Load = { key: string; kind: WorkbookKind; rows: number; again?: string };

const LOADS: readonly Load[] = [
  { key: 'orders10k', kind: 'orders', rows: 10_000 },
  { key: 'orders100k', kind: 'orders', rows: 100_000, again: 'reimport100k' },
  { key: 'members100k', kind: 'members', rows: 100_000 },
  { key: 'orders500k', kind: 'orders', rows: 500_000 },
];
const DEFAULT_RUNS = 1;

type Sample = { times: ImportTimes; peakMb: number; longestTaskMs: number };

function check({ counts }: ImportTimes, { key, rows }: Load, field: 'create' | 'unchanged'): void {
  if (counts[field] === rows && counts.total === rows) return;
  throw new Error(`${key}: ${JSON.stringify(counts)} instead of ${rows} in ${field}`);
}

/** One fresh console: the file goes in, and where wished the same file once more. */
async function importOnce(options: BenchOptions, load: Load, folder: string): Promise<Sample[]> {
  const path = makeWorkbook(load.kind, load.rows);
  const opened = await openConsole(options, folder);
  try {
    const samples: Sample[] = [];
    await openImport(opened.page, load.kind);
    const first = await watched(opened, () => importFile(opened.page, path));
    check(first.result, load, 'create');
    samples.push({ ...first, times: first.result });
    if (load.again) {
      const second = await watched(opened, () => importFile(opened.page, path));
      check(second.result, load, 'unchanged');
      samples.push({ ...second, times: second.result });
    }
    return samples;
  } finally {
    await opened.app.close();
  }
}

function figureOf(samples: readonly Sample[], floors: number[], peers: number[]): Figure {
  const of = (field: 'read' | 'planned' | 'durable') =>
    Math.round(median(samples.map(({ times }) => times[field])));
  const extras = {
    peakMb: Math.round(Math.max(...samples.map(({ peakMb }) => peakMb))),
    longestTaskMs: Math.round(Math.max(...samples.map(({ longestTaskMs }) => longestTaskMs))),
    readMs: of('read'),
    plannedMs: of('planned'),
    values: samples.map(({ times }) => Math.round(times.durable)),
  };
  return makeFigure(of('durable'), 'ms', { floor: median(floors), peer: median(peers) }, extras);
}

/**
 * Drop → durable in the real window, against SheetJS's dense parse of the same workbook in a worker
 * (peer) and inflating its XML and passing over it once (floor), in turn in the same run.
 * `--only KEY` measures one load.
 */
export async function run(options: BenchOptions): Promise<Outcome> {
  const { runs = DEFAULT_RUNS, args } = options;
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
  const page = await buildPage('peer');
  const figures: Record<string, Figure> = {};
  for (const load of LOADS.filter(({ key }) => !only || key === only)) {
    const file = makeWorkbook(load.kind, load.rows);
    const floors: number[] = [];
    const peers: number[] = [];
    const rounds: Sample[][] = [];
    for (let round = 0; round < runs; round += 1) {
      await withScratchFolder(async (folder) => {
        const dataFolder = join(folder, 'peer');
        const told = await runPage(options, { page, dataFolder, file, query: 'tasks=floor,peer' });
        const { floor, peer } = JSON.parse(told) as { floor: number; peer: number };
        floors.push(floor);
        peers.push(peer);
        rounds.push(await importOnce(options, load, join(folder, 'own')));
      });
    }
    const nth = (place: number) => rounds.flatMap((samples) => samples[place] ?? []);
    figures[load.key] = figureOf(nth(0), floors, peers);
    if (load.again) figures[load.again] = figureOf(nth(1), floors, peers);
  }
  if (!only || only === 'export100k') {
    figures.export100k = await withScratchFolder((folder) => measureExport(options, folder, page));
  }
  return {
    dataset:
      'generated workbooks of 14 columns, shared strings, orders from a fifth as many buyers',
    figures,
  };
}
