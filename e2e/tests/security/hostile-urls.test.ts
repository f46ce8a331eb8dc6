import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../../fixtures';
import { type LocalServer, openLocalServer } from '../../lib/local-server';

let server: LocalServer;
test.beforeAll(async () => {
  server = await openLocalServer();
});
test.afterAll(() => server.close());

const hostileUrls = () => [
  `${server.origin}/`,
  `${server.origin}/?next=app://qunduo/index.html`,
  `${server.origin}/redirect?to=app://qunduo/index.html`,
  `${server.origin}/redirect?to=file:///etc/passwd`,
  `${server.origin.replace('http://', 'http://app:qunduo@')}/`,
  'https://qunduo.evil.example/index.html',
  'https://localhost.evil.example/',
  'https://app@evil.example/',
  'https://evil.example/app://qunduo/',
  'http:\\\\evil.example\\share',
  '\\\\evil.example\\share',
  'app://qunduo.evil.example/index.html',
  'app://qunduo@evil/index.html',
  'app://evil/index.html',
  'app://print/index.html',
  'app://system/index.html',
  'app://qunduo/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
  'app:///etc/passwd',
  'file:///etc/passwd',
  'file://evil.example/share/a.exe',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://qunduo/index.html',
  'data:text/html,<title>data</title>',
  'javascript:document.title="stolen"',
  'ms-settings:privacy',
  'smb://evil.example/share',
  'vbscript:msgbox(1)',
  'blob:app://qunduo/00000000-0000-4000-8000-000000000000',
  'ws://evil.example/',
  'ftp://evil.example/',
];

/** The ways in which a page leaves, as script, markup or a click of the user would do it. */
const ways: Record<string, (page: Page, url: string) => Promise<unknown>> = {
  'window.open': (page, url) => page.evaluate((to) => void window.open(to), url),
  'a new window with features': (page, url) =>
    page.evaluate((to) => void window.open(to, '_blank', 'popup,width=300,height=200'), url),
  'setting the location': (page, url) =>
    page.evaluate((to) => {
      try {
        window.location.href = to;
      } catch {
        // Refused by the browser itself.
      }
    }, url),
  'replacing the location': (page, url) =>
    page.evaluate((to) => {
      try {
        window.location.replace(to);
      } catch {
        // Refused by the browser itself.
      }
    }, url),
  'a click on a link': (page, url) => clickLink(page, url, ''),
  'a click on a link for a new window': (page, url) => clickLink(page, url, '_blank'),
  'a form': (page, url) =>
    page.evaluate((to) => {
      const form = document.createElement('form');
      form.action = to;
      form.method = 'post';
      document.body.append(form);
      form.submit();
      form.remove();
    }, url),
  'an iframe': (page, url) =>
    page.evaluate((to) => {
      const frame = document.createElement('iframe');
      frame.src = to;
      document.body.append(frame);
    }, url),
  'a refresh in the head': (page, url) =>
    page.evaluate((to) => {
      const meta = document.createElement('meta');
      meta.httpEquiv = 'refresh';
      meta.content = `0; url=${to}`;
      document.head.append(meta);
    }, url),
};

function clickLink(page: Page, url: string, target: string): Promise<void> {
  return page.evaluate(
    ([to, where]) => {
      const link = document.createElement('a');
      link.href = to ?? '';
      link.target = where ?? '';
      document.body.append(link);
      link.click();
      link.remove();
    },
    [url, target],
  );
}

/** Keeps the system's browser closed, and remembers what it was asked to open. */
async function catchOutside(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ app: electronApp, shell }) => {
    const opened: string[] = [];
    Object.assign(electronApp, { openedOutside: opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  return () =>
    app.evaluate(
      ({ app: electronApp }) =>
        (electronApp as unknown as { openedOutside: string[] }).openedOutside,
    );
}

const windowsOf = (app: ElectronApplication) =>
  app.evaluate(({ webContents }) => webContents.getAllWebContents().map((it) => it.getURL()));

test('no address and no way leads out of the console', async ({ startConsole }) => {
  const running = await startConsole();
  const { app, page } = running;
  await running.isReady('today');
  const readOpened = await catchOutside(app);
  await page.evaluate(() => Object.assign(window, { isStillHere: true }));
  let at = 'today';

  for (const [way, leave] of Object.entries(ways)) {
    for (const url of hostileUrls()) await leave(page, url);
    // A navigation that was let through would end this document before the console moves on.
    at = at === 'settings' ? 'today' : 'settings';
    // Clicked by script: Playwright's own click waits for the navigations that were refused.
    await page.evaluate(
      (id) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.click(),
      `nav-${at}`,
    );
    await running.isReady(at);
    expect(await page.evaluate(() => 'isStillHere' in window), way).toBe(true);
    expect(await windowsOf(app), way).toEqual([`app://qunduo/index.html#/${at}`]);
    const frames = page.frames().map((frame) => frame.url());
    expect(
      frames.filter((url) => !/^(about:|chrome-error:|$)/.test(url)),
      way,
    ).toEqual([page.url()]);
    expect(server.hits, way).toEqual([]);
    expect(await page.title(), way).not.toBe('stolen');
  }
  for (const url of await readOpened()) expect(url).toMatch(/^https?:\/\/[^@\\]+$/);
});

test('a page that shows about:blank is brought back to the console', async ({ startConsole }) => {
  const running = await startConsole();
  await running.isReady('today');
  await running.page.evaluate(() => {
    Object.assign(window, { isStillHere: true });
    window.location.href = 'about:blank';
  });
  await expect(running.page).toHaveURL(/^app:\/\/qunduo\/index\.html/);
  await running.isReady('today');
  expect(await running.page.evaluate(() => 'isStillHere' in window)).toBe(false);
});

test('what the console hands to the browser is only plain web addresses', async ({
  startConsole,
}) => {
  const running = await startConsole();
  await running.isReady('today');
  const readOpened = await catchOutside(running.app);
  for (const url of hostileUrls()) {
    await running.page.evaluate(
      (to) => (window as unknown as WithBridge).qunduo.openExternal(to),
      url,
    );
  }
  const opened = await readOpened();
  expect(opened).toContain('https://localhost.evil.example/');
  for (const url of opened) expect(url).toMatch(/^https?:\/\/[^@\\]+$/);
});

type WithBridge = { qunduo: { openExternal: (url: string) => Promise<unknown> } };
