import { BrowserWindow } from 'electron';
import { guardWindowOptions } from '../security/web-preferences';

const PIXELS_PER_MM = 96 / 25.4;

/** As large as the paper, never shown, and unable to run a script. */
export function openHiddenWindow(paperMm: { width: number; height: number }): BrowserWindow {
  return new BrowserWindow(
    guardWindowOptions({
      width: Math.round(paperMm.width * PIXELS_PER_MM),
      height: Math.round(paperMm.height * PIXELS_PER_MM),
      show: false,
      paintWhenInitiallyHidden: false,
      webPreferences: { javascript: false, devTools: false },
    }),
  );
}

/** Draws into memory instead of onto a screen, so that no display is too small for it. */
export function openDrawingWindow(size: { width: number; height: number }): BrowserWindow {
  return new BrowserWindow(
    guardWindowOptions({
      ...size,
      useContentSize: true,
      frame: false,
      show: false,
      webPreferences: { javascript: false, devTools: false, offscreen: true },
    }),
  );
}
