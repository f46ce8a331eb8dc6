import { basename } from 'node:path';
import { writeFileAtomic } from '../files/atomic-write';
import { askWhereToSave } from '../native/dialogs';
import { printOnPaper, renderPdf } from '../print/print-job';
import type { ShellContext } from './context';
import type { Handlers } from './dispatch';

export function createPrintHandlers(
  context: ShellContext,
): Pick<Handlers, 'printToPdf' | 'printOnPaper'> {
  return {
    printToPdf: async (job) => {
      const path = await askWhereToSave(context.window, context.readLanguage(), job.suggestedName);
      if (path === null) return { saved: false };
      await writeFileAtomic(path, await renderPdf(job));
      return { saved: true, name: basename(path) };
    },
    printOnPaper: async (job) => ({ printed: await printOnPaper(job) }),
  };
}
