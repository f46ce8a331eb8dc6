import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { APP_URL } from '../security/origin';
import { guardWindowOptions } from '../security/web-preferences';
import { MIN_SIZE, parseWindowState, placeWindow, type WindowState } from './window-state';

const SHOW_LIMIT_MS = 8_000;

/** The paper colours of the two themes: what is seen before the page has painted. */
const BACKGROUND = { light: '#FBFAF7', dark: '#11161D' } as const;

export function pickBackground(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;
}

export type WindowParts = {
  title: string;
  savedState: unknown;
  preload: string;
  /** The word of an area to begin with (`--open=members`); Today when it is none. */
  area: string;
};

/** Made before anything else that can wait; shown as soon as it has something to show. */
export function openMainWindow({ title, savedState, preload, area }: WindowParts): BrowserWindow {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  const placement = placeWindow(
    parseWindowState(savedState),
    [primary, ...others].map((display) => display.workArea),
  );
  const { isMaximized, ...bounds } = placement;
  const window = new BrowserWindow(
    guardWindowOptions({
      ...bounds,
      minWidth: Math.min(MIN_SIZE.width, bounds.width),
      minHeight: Math.min(MIN_SIZE.height, bounds.height),
      show: false,
      title,
      backgroundColor: pickBackground(),
      ...findIcon(),
      webPreferences: { preload, devTools: !app.isPackaged, backgroundThrottling: false },
    }),
  );
  // The page's own title would replace the product's name in the task bar.
  window.on('page-title-updated', (event) => event.preventDefault());
  const show = () => {
    clearTimeout(lateShow);
    if (window.isDestroyed()) return;
    if (isMaximized) window.maximize();
    else window.show();
  };
  // A page that never paints must still be seen, and closed.
  const lateShow = setTimeout(show, SHOW_LIMIT_MS);
  window.once('ready-to-show', show);
  window.loadURL(/^[a-z]+$/.test(area) ? `${APP_URL}#/${area}` : APP_URL).catch(() => undefined);
  return window;
}

/** Windows and macOS take the icon from the program itself. */
function findIcon(): { icon?: string } {
  if (process.platform !== 'linux') return {};
  return { icon: join(app.getAppPath(), 'resources', 'icons', 'icon.png') };
}

export function readWindowState(window: BrowserWindow): WindowState {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
}

/** The console's window, or the one that stands in for it after a crash. */
export function focusConsole(): void {
  const window = BrowserWindow.getAllWindows().find((one) => one.isVisible() || one.isMinimized());
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
