import { ExpectedError } from '@shared/lib/errors';

const DEFAULT_SCHEME = 'http://';

/**
 * The origin of what was typed or pasted: `192.168.1.5:8787` or a whole invite link. `hub-address-bad`
 * for what is none, and for addresses with a name and password in them.
 */
export function readHubAddress(text: string): string {
  const typed = text.trim();
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `${DEFAULT_SCHEME}${typed}`);
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (!url || !isWeb || url.hostname === '' || url.username !== '' || url.password !== '') {
    throw new ExpectedError('hub-address-bad');
  }
  return url.origin;
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
