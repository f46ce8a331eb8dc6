import type { PrintJob } from '@shared/contracts/ipc';
import { ExpectedError } from '@shared/lib/errors';
import type { BrowserWindow } from 'electron';
import { addMemoryPage, removeMemoryPage } from '../pages/memory-pages';
import { openHiddenWindow } from './print-window';

/** Millimetres of the paper, upright. */
const PAPER_MM = { A4: { width: 210, height: 297 }, A3: { width: 297, height: 420 } } as const;
const LOAD_LIMIT_MS = 20_000;

/** Loads the job's document in a hidden window, and destroys both whatever happens. */
async function withLoadedJob<T>(job: PrintJob, use: (window: BrowserWindow) => Promise<T>) {
  const url = addMemoryPage('print', job.html);
  const paper = PAPER_MM[job.pageSize];
  const window = openHiddenWindow(
    job.landscape ? { width: paper.height, height: paper.width } : paper,
  );
  try {
    // Resolves at `did-finish-load`, when the images are decoded; fonts are the system's own.
    await withLimit(window.loadURL(url), LOAD_LIMIT_MS);
    return await use(window);
  } finally {
    window.destroy();
    removeMemoryPage(url);
  }
}

async function withLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new ExpectedError('print-failed')), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

export function renderPdf(job: PrintJob): Promise<Uint8Array> {
  return withLoadedJob(job, ({ webContents }) =>
    webContents.printToPDF({
      pageSize: job.pageSize,
      landscape: job.landscape,
      printBackground: true,
      preferCSSPageSize: true,
    }),
  );
}

/** False when the user closed the system's print dialog. */
export function printOnPaper(job: PrintJob): Promise<boolean> {
  return withLoadedJob(job, async ({ webContents }) => {
    const printers = await webContents.getPrintersAsync();
    if (printers.length === 0) throw new ExpectedError('no-printer');
    return new Promise<boolean>((done, fail) => {
      webContents.print(
        { pageSize: job.pageSize, landscape: job.landscape, printBackground: true },
        (isPrinted, reason) => {
          if (isPrinted) done(true);
          else if (/cancel/i.test(reason)) done(false);
          else fail(new ExpectedError('print-failed'));
        },
      );
    });
  });
}
