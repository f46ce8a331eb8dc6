import type { PrintJob } from '@shared/contracts/ipc';
import { ExpectedError } from '@shared/lib/errors';
import { loadPage } from './load-page';
import { openHiddenWindow } from './print-window';
import { withWarmWindow } from './warm-window';

/** Millimetres of the paper, upright. */
const PAPER_MM = { A4: { width: 210, height: 297 }, A3: { width: 297, height: 420 } } as const;

export function renderPdf(job: PrintJob): Promise<Uint8Array> {
  return withWarmWindow(async (window) => {
    await loadPage(window, job.html);
    return window.webContents.printToPDF({
      pageSize: job.pageSize,
      landscape: job.landscape,
      printBackground: true,
      preferCSSPageSize: true,
    });
  });
}

/**
 * False when the user closed the system's print dialog. In a window of its own: the dialog may stay
 * open for as long as it likes.
 */
export async function printOnPaper(job: PrintJob): Promise<boolean> {
  const paper = PAPER_MM[job.pageSize];
  const window = openHiddenWindow(
    job.landscape ? { width: paper.height, height: paper.width } : paper,
  );
  try {
    const { webContents } = window;
    await loadPage(window, job.html);
    const printers = await webContents.getPrintersAsync();
    if (printers.length === 0) throw new ExpectedError('no-printer');
    return await new Promise<boolean>((done, fail) => {
      webContents.print(
        { pageSize: job.pageSize, landscape: job.landscape, printBackground: true },
        (isPrinted, reason) => {
          if (isPrinted) done(true);
          else if (/cancel/i.test(reason)) done(false);
          else fail(new ExpectedError('print-failed'));
        },
      );
    });
  } finally {
    window.destroy();
  }
}
