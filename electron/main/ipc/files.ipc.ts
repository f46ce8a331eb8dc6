import { promises as fs } from 'node:fs';
import { basename } from 'node:path';
import { writeFileAtomic } from '../files/atomic-write';
import type { PickedFiles } from '../files/picked-files';
import { askForFiles, askWhereToSave } from '../native/dialogs';
import type { ShellContext } from './context';
import type { Handlers } from './dispatch';

type FilesChannel = 'pickFiles' | 'readPickedFile' | 'saveFile' | 'freeSpace';

export function createFilesHandlers(
  context: ShellContext,
  picked: PickedFiles,
  dataFolder: string,
): Pick<Handlers, FilesChannel> {
  return {
    pickFiles: async (kind, isMultiple) =>
      picked.add(await askForFiles(context.window, context.readLanguage(), kind, isMultiple)),
    readPickedFile: (token) => picked.read(token),
    saveFile: async (suggestedName, data) => {
      const path = await askWhereToSave(context.window, context.readLanguage(), suggestedName);
      if (path === null) return { saved: false };
      await writeFileAtomic(path, data);
      return { saved: true, name: basename(path) };
    },
    freeSpace: async () => {
      const { bavail, bsize } = await fs.statfs(dataFolder);
      return { freeBytes: bavail * bsize };
    },
  };
}
