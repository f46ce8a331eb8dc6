import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, dialog, Menu, session } from 'electron';
import { type Language, say } from '../native/native.messages';
import { type PageBlock, type PageSection, renderSystemPage } from '../pages/system-page';
import { openSystemWindow, showSystemPage } from '../pages/system-window';
import { prepareAppProtocol } from '../protocol';
import { guardAllContents, guardSession } from '../security/guards';
import {
  prepareDataFolder,
  type RootChoice,
  rememberRoot,
  replaceRootArgument,
} from './data-folder';
import { printLine } from './phases';

function describe(language: Language, root: string, reason: string, isRetry: boolean): PageSection {
  const blocks: PageBlock[] = [
    { kind: 'text', text: say(language, 'startFailedWhy', { reason }) },
    { kind: 'path', text: root },
    { kind: 'text', text: say(language, 'startFailedDo') },
  ];
  if (isRetry) blocks.unshift({ kind: 'warning', text: say(language, 'startFailedStillBad') });
  return {
    lang: language,
    heading: say(language, 'startFailedTitle'),
    blocks,
    buttons: [
      { action: 'choose-folder', label: say(language, 'buttonChooseFolder'), isPrimary: true },
      { action: 'quit', label: say(language, 'buttonQuit') },
    ],
  };
}

/** In both languages, because the settings that say which one lie in the folder that failed. */
function renderFailure(root: string, reason: string, isRetry: boolean): string {
  return renderSystemPage(say('zh-CN', 'startFailedTitle'), [
    describe('zh-CN', root, reason, isRetry),
    describe('en', root, reason, isRetry),
  ]);
}

/** Chromium needs some folder for its own files even to show a page; this one is thrown away. */
export async function startWithoutData(choice: RootChoice, reason: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'qunduo-'));
  app.setPath('userData', scratch);
  app.on('quit', () => rmSync(scratch, { recursive: true, force: true }));
  guardAllContents();
  const serveApp = prepareAppProtocol(null);
  printLine(`qunduo: ${say('zh-CN', 'startFailedTitle')}: ${choice.root} (${reason})`);
  printLine(`qunduo: ${say('en', 'startFailedTitle')}: ${choice.root} (${reason})`);
  await app.whenReady();
  guardSession(session.defaultSession, () => []);
  serveApp();
  showStartFailure(choice, reason);
}

/** Says what is wrong with the data folder and offers another; nothing else of the console runs. */
function showStartFailure(choice: RootChoice, reason: string): void {
  Menu.setApplicationMenu(null);
  app.on('window-all-closed', () => app.quit());
  const window = openSystemWindow({
    title: say('zh-CN', 'appName'),
    html: renderFailure(choice.root, reason, false),
    actions: { quit: () => app.quit(), 'choose-folder': () => void chooseFolder() },
  });

  async function chooseFolder(): Promise<void> {
    const answer = await dialog.showOpenDialog(window, {
      properties: ['openDirectory', 'createDirectory'],
    });
    const folder = answer.filePaths[0];
    if (answer.canceled || folder === undefined) return;
    const prepared = prepareDataFolder(folder);
    if (!prepared.ok) {
      showSystemPage(window, renderFailure(folder, prepared.reason, true));
      return;
    }
    if (!choice.isExplicit) rememberRoot(app.getPath('appData'), folder);
    app.relaunch({ args: replaceRootArgument(process.argv.slice(1), folder) });
    app.quit();
  }
}
