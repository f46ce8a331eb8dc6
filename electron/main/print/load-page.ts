import { ExpectedError } from '@shared/lib/errors';
import type { BrowserWindow } from 'electron';
import { addMemoryPage, removeMemoryPage } from '../pages/memory-pages';

const LOAD_LIMIT_MS = 20_000;

export async function withLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
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

/** Resolves at `did-finish-load`, when the images are decoded; fonts are the system's own. */
export async function loadPage(window: BrowserWindow, html: string): Promise<void> {
  const url = addMemoryPage('print', html);
  try {
    await withLimit(window.loadURL(url), LOAD_LIMIT_MS);
  } finally {
    removeMemoryPage(url);
  }
}
