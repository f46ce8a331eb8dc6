import type { Launch } from '@shared/contracts/ipc';
import { type BrowserWindow, dialog } from 'electron';
import { type Language, say } from './native.messages';

type AboutFacts = Pick<Launch, 'appVersion' | 'runtime' | 'isFallbackRuntime' | 'dataFolder'>;

function describeAbout(language: Language, facts: AboutFacts): string {
  return [
    say(language, 'aboutVersion', { version: facts.appVersion }),
    say(language, facts.isFallbackRuntime ? 'aboutFallback' : 'aboutRuntime', {
      runtime: facts.runtime,
    }),
    say(language, 'aboutDataFolder', { folder: facts.dataFolder }),
  ].join('\n');
}

export async function showAbout(
  window: BrowserWindow,
  language: Language,
  facts: AboutFacts,
): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'info',
    title: say(language, 'menuAbout'),
    message: say(language, 'appName'),
    detail: describeAbout(language, facts),
    buttons: [say(language, 'buttonOk')],
  });
}
