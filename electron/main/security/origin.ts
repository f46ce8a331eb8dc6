export const APP_SCHEME = 'app';
/** IndexedDB belongs to this origin: changing it would strand everybody's data. */
export const APP_HOST = 'qunduo';
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/index.html`;

export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** Node gives custom schemes the origin "null", so it is put together from the parsed parts. */
export function isAppUrl(text: string): boolean {
  const url = parseUrl(text);
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  );
}

/** True when the page asks for itself again: the same address, apart from what follows `#`. */
export function isReloadOfApp(current: string, wanted: string): boolean {
  const withoutHash = (text: string) => text.split('#', 1)[0];
  return isAppUrl(wanted) && withoutHash(current) === withoutHash(wanted);
}
