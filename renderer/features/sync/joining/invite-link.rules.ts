export type InviteLink = { url: string; code: string };

const CODE = /^[A-Za-z0-9-]{8,64}$/;
const IN_PATH = /\/(?:join|invite)\/([A-Za-z0-9-]{8,64})\/?$/;

/**
 * The hub's address and the code in a whole invite as it was sent around, words before and after
 * it included; undefined where there is no such link.
 */
export function readInviteLink(text: string): InviteLink | undefined {
  const found = /https?:\/\/[^\s<>"“”「」，。]+/i.exec(text);
  if (!found) return undefined;
  const url = parseUrl(found[0]);
  if (!url) return undefined;
  const hash = url.hash.slice(1);
  const candidates = [
    url.searchParams.get('code'),
    url.searchParams.get('invite'),
    new URLSearchParams(hash).get('code'),
    new URLSearchParams(hash).get('invite'),
    hash,
    IN_PATH.exec(url.pathname)?.[1],
  ];
  const code = candidates.find((it) => it !== undefined && it !== null && CODE.test(it));
  if (!code) return undefined;
  return { url: url.origin, code };
}

/**
 * The address of a hub as somebody typed it, tidied: `192.168.1.5:8787` is meant as http, a page
 * below it as the hub itself. Undefined where it is no address of the web.
 */
export function readHubUrl(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '' || /\s/.test(typed)) return undefined;
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `http://${typed}`);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  return url.origin;
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
