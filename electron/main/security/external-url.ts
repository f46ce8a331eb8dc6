import { parseUrl } from './origin';

const OUTSIDE_SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address as it may be handed to the system's browser or mail program, or null. Decided on the
 * parsed address, never on its text; `user@host` is refused because it disguises where it leads,
 * and backslashes because browsers and Windows read them differently (UNC paths).
 */
export function toExternalUrl(text: string): string | null {
  if (/[\\\s]/.test(text) || hasControlCharacter(text)) return null;
  const url = parseUrl(text);
  if (url === null || !OUTSIDE_SCHEMES.has(url.protocol)) return null;
  if (url.protocol === 'mailto:') {
    // An attachment or a second header has no place in a link.
    return /^mailto:[^?%,]+@[^?%,]+(\?subject=[^&]*)?$/i.test(url.href) ? url.href : null;
  }
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null;
  if (!/^https?:\/\/[^/]/i.test(text)) return null;
  return url.href;
}

function hasControlCharacter(text: string): boolean {
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}
