import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openConsole } from './lib/console-window';
import { type BenchOptions, makeFigure, median, type Outcome } from './lib/figures';
import { exportOnce, fillWeek, printBare } from './lib/print-drive';
import { withScratchFolder } from './lib/window-runs';

const RUNS = 9;
/** From the pointer on the button to the click. */
const REACH_MS = 400;

/** A full week as PDF: from the button to the file on disk, against Chromium's own work on that page. */
export async function run(options: BenchOptions): Promise<Outcome> {
  return withScratchFolder(async (folder) => {
    const out = join(folder, 'out');
    mkdirSync(out);
    const window = await openConsole(options, join(folder, 'data'));
    try {
      const items = await fillWeek(window);
      const cold = await exportOnce(window, join(out, 'cold.pdf'));
      const values: number[] = [];
      const bare: number[] = [];
      for (let round = 0; round < (options.runs ?? RUNS); round += 1) {
        await window.page.getByTestId('cal-export-pdf').hover();
        await new Promise((done) => setTimeout(done, REACH_MS));
        values.push((await exportOnce(window, join(out, `week-${round}.pdf`))).ms);
        // Right behind each other: what else the machine does then falls on both.
        bare.push(await printBare(window));
      }
      const extras = {
        firstMs: Math.round(cold.ms),
        fileKb: Math.round(cold.kilobytes),
        values: values.map(Math.round),
        bare: bare.map(Math.round),
      };
      return {
        dataset: `a week of ${items} items, members' edition on A4 landscape`,
        figures: { weekPdf: makeFigure(median(values), 'ms', { floor: median(bare) }, extras) },
      };
    } finally {
      await window.app.close();
    }
  });
}
