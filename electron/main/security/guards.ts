import { app, type Session, shell, type WebContents } from 'electron';
import { toExternalUrl } from './external-url';
import { type AllowedOrigin, isRequestAllowed, WATCHED_URLS } from './network-rules';
import { APP_URL, isAppUrl, isReloadOfApp } from './origin';
import { isPermissionGranted } from './permission-rules';

/** True when the system was asked to open it. */
export async function openOutside(text: string): Promise<boolean> {
  const url = toExternalUrl(text);
  if (url === null) return false;
  await shell.openExternal(url);
  return true;
}

function guardContents(contents: WebContents): void {
  // Nothing in this program navigates: a page that tries is a mistake or an attack. Only loading
  // itself anew is allowed, which is how the window forgets the data of before a restore.
  const deny = (event: { preventDefault: () => void }) => event.preventDefault();
  contents.on('will-navigate', (event, url) => {
    if (!isReloadOfApp(contents.getURL(), url)) event.preventDefault();
  });
  contents.on('will-redirect', deny);
  contents.on('will-frame-navigate', (event) => {
    if (!isReloadOfApp(contents.getURL(), event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', deny);
  bringBackFromBlank(contents);
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url).catch(() => undefined);
    return { action: 'deny' };
  });
}

/** Chromium asks nobody before it shows about:blank, so the console is loaded again after it. */
function bringBackFromBlank(contents: WebContents): void {
  let isConsole = false;
  contents.on('did-navigate', (_event, url) => {
    if (isAppUrl(url)) isConsole = true;
    else if (isConsole && url.startsWith('about:'))
      contents.loadURL(APP_URL).catch(() => undefined);
  });
}

/** For every contents there will ever be, also those that nobody remembers to guard. */
export function guardAllContents(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

export function guardSession(
  session: Session,
  allowedOrigins: () => readonly AllowedOrigin[],
): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(details.isMainFrame && isPermissionGranted(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isPermissionGranted(permission, requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest({ urls: WATCHED_URLS }, (details, callback) =>
    callback({ cancel: !isRequestAllowed(details.url, allowedOrigins()) }),
  );
  // No credentials of the laptop's user are ever offered to a server.
  session.allowNTLMCredentialsForDomains('');
}
