import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { resolveInside } from '../files/path-guard';
import { makeWindowPolicy, STATIC_PAGE_POLICY } from '../security/csp';
import { APP_HOST, APP_SCHEME, parseUrl } from '../security/origin';
import { fillIndexPage, type IndexValues } from './index-page';
import { findMemoryPage } from './memory-pages';
import { findMimeType, isHashedAsset } from './mime';

export type AppFiles = {
  rendererFolder: string;
  /** Asked for at every load, because a reload must see the present settings. */
  readIndexValues: () => Omit<IndexValues, 'nonce'> | Promise<Omit<IndexValues, 'nonce'>>;
};

const COMMON = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

const notFound = () => new Response('not found', { status: 404, headers: COMMON });

const html = (body: string, policy: string) =>
  new Response(body, {
    headers: {
      ...COMMON,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
    },
  });

export type AppResponder = (url: string, method: string) => Promise<Response>;

/** Pages that main holds in memory: print jobs, and what is shown when the console cannot run. */
export const answerMemoryPage: AppResponder = async (text, method) => {
  const url = parseUrl(text);
  if (url === null || method !== 'GET') return notFound();
  const page = findMemoryPage(`${url.protocol}//${url.host}${url.pathname}`);
  return page === undefined ? notFound() : html(page, STATIC_PAGE_POLICY);
};

/**
 * Answers `app:` requests. The template of the first page is read at once, while the program is
 * still starting.
 */
export function createAppResponder({ rendererFolder, readIndexValues }: AppFiles): AppResponder {
  const readTemplate = () => fs.readFile(join(rendererFolder, 'index.html'), 'utf8');
  const template = readTemplate();
  template.catch(() => undefined);

  async function answerIndex(): Promise<Response> {
    const nonce = randomBytes(16).toString('base64url');
    const [text, values] = await Promise.all([template, readIndexValues()]);
    return html(fillIndexPage(text, { ...values, nonce }), makeWindowPolicy(nonce));
  }

  async function answerFile(urlPath: string): Promise<Response> {
    let wanted: string;
    try {
      wanted = decodeURIComponent(urlPath).replace(/^\/+/, '');
    } catch {
      return notFound();
    }
    const path = await resolveInside(rendererFolder, wanted);
    if (path === null) return notFound();
    try {
      // Bundles are a few hundred kilobytes: one read beats a stream's many small steps.
      const body = await fs.readFile(path);
      return new Response(body, {
        headers: {
          ...COMMON,
          'content-type': findMimeType(path),
          'content-length': String(body.byteLength),
          'cache-control': isHashedAsset(urlPath)
            ? 'public, max-age=31536000, immutable'
            : 'no-cache',
          'cross-origin-resource-policy': 'same-origin',
        },
      });
    } catch {
      return notFound();
    }
  }

  return async (text, method) => {
    const url = parseUrl(text);
    if (url === null || url.protocol !== `${APP_SCHEME}:`) return notFound();
    if (method !== 'GET' && method !== 'HEAD') return notFound();
    if (url.host !== APP_HOST) return answerMemoryPage(text, method);
    if (url.pathname === '/' || url.pathname === '/index.html') return answerIndex();
    return answerFile(url.pathname);
  };
}
