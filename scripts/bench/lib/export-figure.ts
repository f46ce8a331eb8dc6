import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fillBigCommunity } from './big-community';
import { openConsole, watched } from './console-window';
import { type ExportTimes, openExport, runExport } from './export-drive';
import { type BenchOptions, type Figure, makeFigure, median } from './figures';
import { runPage } from './page-run';

const ROWS = 100_000;
const COLUMNS = 14;

type Sample = { times: ExportTimes; peakMb: number; longestTaskMs: number };

async function exportOnce(options: BenchOptions, data: string, path: string): Promise<Sample> {
  const opened = await openConsole(options, data);
  try {
    await openExport(opened, { list: 'members', format: 'xlsx', path, columns: COLUMNS });
    const { result, ...rest } = await watched(opened, () => runExport(opened, path));
    if (result.rows !== ROWS) throw new Error(`${result.rows} rows were exported`);
    return { times: result, ...rest };
  } finally {
    await opened.app.close();
  }
}

/**
 * 100 000 members of 14 columns from the click to the durable workbook, against SheetJS writing the
 * same workbook in a worker (peer) and deflating its XML once (floor), in turn in the same run.
 * `peerPage` is the built page of `scripts/bench/peer`.
 */
export async function measureExport(
  options: BenchOptions,
  folder: string,
  peerPage: string,
): Promise<Figure> {
  const { runs = 1 } = options;
  const filled = join(folder, 'export-filled');
  await fillBigCommunity(options, filled, { members: ROWS, orders: ROWS });
  const samples: Sample[] = [];
  const floors: number[] = [];
  const peers: number[] = [];
  for (let round = 0; round < runs; round += 1) {
    const data = join(folder, `export-${round}`);
    cpSync(filled, data, { recursive: true });
    const path = join(folder, `export-${round}.xlsx`);
    samples.push(await exportOnce(options, data, path));
    const dataFolder = join(folder, 'export-peer');
    const told = await runPage(options, {
      page: peerPage,
      dataFolder,
      file: path,
      query: 'tasks=deflate,write',
    });
    const { deflate, write } = JSON.parse(told) as { deflate: number; write: number };
    floors.push(deflate);
    peers.push(write);
  }
  const values = samples.map(({ times }) => Math.round(times.ms));
  const extras = {
    peakMb: Math.round(Math.max(...samples.map(({ peakMb }) => peakMb))),
    longestTaskMs: Math.round(Math.max(...samples.map((sample) => sample.longestTaskMs))),
    fileMb: Number((samples[0]?.times.fileMb ?? 0).toFixed(2)),
    values,
  };
  return makeFigure(median(values), 'ms', { floor: median(floors), peer: median(peers) }, extras);
}
