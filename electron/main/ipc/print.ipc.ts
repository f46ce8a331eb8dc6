import { basename } from 'node:path';
import { ExpectedError } from '@shared/lib/errors';
import { writeFileAtomic } from '../files/atomic-write';
import { writeSeveral } from '../files/write-several';
import { askForFolder, askWhereToSave } from '../native/dialogs';
import { drawPosters } from '../print/poster';
import { printOnPaper, renderPdf } from '../print/print-job';
import { closeWarmWindow, warmUp } from '../print/warm-window';
import type { ShellContext } from './context';
import type { Handlers } from './dispatch';

type PrintChannel = 'preparePrint' | 'printToPdf' | 'printOnPaper' | 'savePosters' | 'drawPoster';

export function createPrintHandlers(context: ShellContext): Pick<Handlers, PrintChannel> {
  // A hidden window would keep the program running after the console is closed.
  context.window.once('closed', closeWarmWindow);
  const { window, readLanguage } = context;
  return {
    preparePrint: () => warmUp(),
    printToPdf: async (job) => {
      const path = await askWhereToSave(window, readLanguage(), job.suggestedName);
      if (path === null) return { saved: false };
      await writeFileAtomic(path, await renderPdf(job));
      return { saved: true, name: basename(path) };
    },
    printOnPaper: async (job) => ({ printed: await printOnPaper(job) }),

    savePosters: async (posters) => {
      const [first] = posters;
      if (posters.length === 1 && first !== undefined) {
        const path = await askWhereToSave(window, readLanguage(), first.suggestedName);
        if (path === null) return { saved: false };
        const [picture] = await drawPosters([first.html]);
        if (picture !== undefined) await writeFileAtomic(path, picture);
        return { saved: true, name: basename(path) };
      }
      const folder = await askForFolder(window, readLanguage());
      if (folder === null) return { saved: false };
      const pictures = await drawPosters(posters.map(({ html }) => html));
      const files = pictures.map((picture, at) => ({
        name: posters[at]?.suggestedName ?? '',
        data: picture,
      }));
      await writeSeveral(folder, files);
      return { saved: true, name: basename(folder) };
    },
    drawPoster: async (html) => {
      const [picture] = await drawPosters([html]);
      if (picture === undefined) throw new ExpectedError('picture-failed');
      return new Uint8Array(picture);
    },
  };
}
