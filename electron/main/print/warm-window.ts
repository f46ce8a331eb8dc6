import type { BrowserWindow } from 'electron';
import { addMemoryPage, removeMemoryPage } from '../pages/memory-pages';
import { openHiddenWindow } from './print-window';

const A4_MM = { width: 210, height: 297 };
/** Opening a window takes longer than setting a page; who prints once often prints again. */
const KEPT_MS = 90_000;

let kept: BrowserWindow | undefined;
let timer: NodeJS.Timeout | undefined;
/** One job at a time: they share the window. */
let queue: Promise<unknown> = Promise.resolve();

const isUsable = (window: BrowserWindow | undefined): window is BrowserWindow =>
  window !== undefined && !window.isDestroyed() && !window.webContents.isCrashed();

export function closeWarmWindow(): void {
  clearTimeout(timer);
  if (kept !== undefined && !kept.isDestroyed()) kept.destroy();
  kept = undefined;
}

function keepForAWhile(): void {
  clearTimeout(timer);
  timer = setTimeout(closeWarmWindow, KEPT_MS);
  timer.unref();
}

function takeWindow(): { window: BrowserWindow; isNew: boolean } {
  if (isUsable(kept)) return { window: kept, isNew: false };
  closeWarmWindow();
  kept = openHiddenWindow(A4_MM);
  return { window: kept, isNew: true };
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = queue.then(work, work);
  queue = mine.catch(() => undefined);
  return mine;
}

/** Somebody is about to print: the window and its process are there when the document comes. */
export async function warmUp(): Promise<void> {
  await inTurn(async () => {
    const { window, isNew } = takeWindow();
    if (!isNew) return;
    const url = addMemoryPage('print', '<!doctype html><title></title>');
    await window.loadURL(url).finally(() => removeMemoryPage(url));
  }).catch(() => undefined);
  keepForAWhile();
}

/** Uses the hidden window alone; after a failure the next job gets a fresh one. */
export async function withWarmWindow<T>(use: (window: BrowserWindow) => Promise<T>): Promise<T> {
  clearTimeout(timer);
  try {
    return await inTurn(() => use(takeWindow().window));
  } catch (error) {
    closeWarmWindow();
    throw error;
  } finally {
    keepForAWhile();
  }
}
