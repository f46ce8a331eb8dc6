import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './shell/shell.css';
import { createRoot } from 'react-dom/client';
import type { StartupState } from '@/db/open';
import { readTodayAhead } from '@/features/today';
import { bridge } from '@/platform/bridge';
import { launch } from '@/platform/launch';
import { reportError } from '@/platform/log';
import { App } from './app';
import { addressIsToday, preloadAreaOfAddress } from './areas';
import { changeLanguage } from './i18n/i18n';
import { reportFirstPaint } from './phases';

const PATIENCE_MS = 60;

/** Puts the live shell in the place of the painted one. */
export async function boot(opening: Promise<StartupState>): Promise<void> {
  window.addEventListener('error', (event) => reportError('error', event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => reportError('rejection', event.reason));
  reportFirstPaint();
  preloadAreaOfAddress();
  const found = await soon(opening);
  if (found?.kind === 'ready' && addressIsToday()) readTodayAhead();
  await changeLanguage(launch.language);
  const container = document.getElementById('root');
  if (!container) throw new Error('index.html has no root');
  createRoot(container, {
    onUncaughtError: (error) => reportError('render', error),
    onCaughtError: (error) => reportError('render', error),
  }).render(<App opening={opening} found={found} />);
  quitWhenDurable();
  if (launch.inspect) openInspection();
}

/**
 * What the opening came to, if it is there within a moment. The window already shows the painted shell:
 * drawing the live one first, only to wait in it, would keep the thread from hearing the database. A failure is left to the start-up
 * screen, which hears of it from the same promise.
 */
function soon(opening: Promise<StartupState>): Promise<StartupState | undefined> {
  return Promise.race([
    opening.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS)),
  ]);
}

/** For checks from outside, only when the program was started for them. */
function openInspection(): void {
  const rows = async (store: string) => (await import('@/db/inspect')).inspectRows(store);
  Object.defineProperty(window, 'qunduoInspect', { value: { rows } });
}

/** Closing waits until everything is in the journal; a failure there must not keep the lid open. */
function quitWhenDurable(): void {
  bridge.onBeforeQuit(async () => {
    try {
      const { flushAll } = await import('@/db/client');
      await flushAll();
    } catch (error) {
      reportError('rejection', error);
    }
    await bridge.confirmQuit();
  });
}
