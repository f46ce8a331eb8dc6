import { parseUrl } from './origin';

/** Requests that ever leave this laptop come under these schemes; `app:` is served by ourselves. */
export const WATCHED_URLS = [
  'http://*/*',
  'https://*/*',
  'ws://*/*',
  'wss://*/*',
  'ftp://*/*',
  'file://*/*',
];

/** An origin such as `https://hub.example:8443`, as a hub's address will be entered here. */
export type AllowedOrigin = string;

const WEB_SOCKET_TO_HTTP: Record<string, string> = { 'ws:': 'http:', 'wss:': 'https:' };

/** Nothing may be fetched but from the allowed origins; a second net behind the content policy. */
export function isRequestAllowed(text: string, allowed: readonly AllowedOrigin[]): boolean {
  const url = parseUrl(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  const protocol = WEB_SOCKET_TO_HTTP[url.protocol] ?? url.protocol;
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return allowed.includes(`${protocol}//${url.host}`);
}
