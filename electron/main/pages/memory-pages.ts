import { randomUUID } from 'node:crypto';
import { APP_SCHEME } from '../security/origin';

/** Hosts of pages that exist only in memory; each has its own origin, apart from the window's. */
export type MemoryHost = 'print' | 'system';

const pages = new Map<string, string>();

/** Keeps a document until `removeMemoryPage`; its address cannot be guessed. */
export function addMemoryPage(host: MemoryHost, html: string): string {
  const url = `${APP_SCHEME}://${host}/${randomUUID()}`;
  pages.set(url, html);
  return url;
}

export function findMemoryPage(url: string): string | undefined {
  return pages.get(url);
}

export function removeMemoryPage(url: string): void {
  pages.delete(url);
}
