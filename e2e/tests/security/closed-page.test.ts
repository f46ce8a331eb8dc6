import { expect, test } from '../../fixtures';
import { type LocalServer, openLocalServer } from '../../lib/local-server';

let server: LocalServer;
test.beforeAll(async () => {
  server = await openLocalServer();
});
test.afterAll(() => server.close());

test('the page has no Node and no Electron', async ({ startConsole }) => {
  const running = await startConsole();
  await running.isReady('today');
  const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname'];
  const seen = (list: string[]) => list.filter((name) => name in globalThis);
  const more = [...names, 'electron', 'ipcRenderer', 'setImmediate'];
  expect(await running.page.evaluate(seen, more)).toEqual([]);
});

test('the window that looks inside is there only when it was asked for', async ({
  startConsole,
}) => {
  const running = await startConsole({ isInspected: false });
  await running.isReady('today');
  const hasInspect = () => 'qunduoInspect' in window;
  expect(await running.page.evaluate(hasInspect)).toBe(false);
  await running.restart({ isInspected: true });
  await running.isReady('today');
  expect(await running.page.evaluate(hasInspect)).toBe(true);
});

test('no script runs that is not the console’s own', async ({ startConsole }) => {
  const running = await startConsole();
  await running.isReady('today');
  const ran = await running.page.evaluate(async () => {
    const marks: string[] = [];
    Object.assign(window, { mark: (name: string) => marks.push(name) });
    const attempts: Record<string, () => void> = {
      inline: () => {
        const script = document.createElement('script');
        script.textContent = 'window.mark("inline")';
        document.body.append(script);
      },
      attribute: () => {
        const button = document.createElement('button');
        button.setAttribute('onclick', 'window.mark("attribute")');
        document.body.append(button);
        button.click();
        button.remove();
      },
      data: () => {
        const script = document.createElement('script');
        script.src = 'data:text/javascript,window.mark("data")';
        document.body.append(script);
      },
      blob: () => {
        const script = document.createElement('script');
        script.src = URL.createObjectURL(new Blob(['window.mark("blob")']));
        document.body.append(script);
      },
      // biome-ignore lint/security/noGlobalEval: the test is that it is forbidden
      evaluated: () => void eval('window.mark("evaluated")'),
      constructed: () => void new Function('window.mark("constructed")')(),
      timer: () => void setTimeout('window.mark("timer")' as unknown as () => void, 0),
      markup: () => {
        const div = document.createElement('div');
        div.innerHTML = '<img src="x:" onerror="window.mark(\'markup\')">';
        document.body.append(div);
      },
      worker: () => void new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))),
    };
    // From a timer, because what the inspector itself runs may use eval.
    await new Promise<void>((resolve) =>
      setTimeout(() => {
        for (const attempt of Object.values(attempts)) {
          try {
            attempt();
          } catch {
            // Refused at once, as it should be.
          }
        }
        resolve();
      }, 0),
    );
    // Whatever was let through has had its turn once two more timers and a frame are over.
    await new Promise((resolve) => setTimeout(resolve, 0));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve, 0));
    return marks;
  });
  expect(ran).toEqual([]);
});

test('nothing is fetched from, or told to, anybody on the network', async ({ startConsole }) => {
  const running = await startConsole();
  await running.isReady('today');
  const failures = await running.page.evaluate(async (origin) => {
    const failed: string[] = [];
    const attempt = async (name: string, work: () => Promise<unknown>) => {
      await work().catch(() => failed.push(name));
    };
    const element = <T extends HTMLElement>(made: T, src: string) =>
      new Promise((resolve, reject) => {
        made.addEventListener('load', resolve);
        made.addEventListener('error', () => reject(new Error('refused')));
        Object.assign(made, made instanceof HTMLLinkElement ? { href: src } : { src });
        document.body.append(made);
      });
    const style = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
    await attempt('fetch', () => fetch(`${origin}/fetch`, { mode: 'no-cors' }));
    await attempt('image', () => element(new Image(), `${origin}/image.png`));
    await attempt('script', () => element(document.createElement('script'), `${origin}/x.js`));
    await attempt('style', () => element(style, `${origin}/x.css`));
    await attempt('module', () => import(`${origin}/module.js`));
    await attempt('socket', () => {
      const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`);
      return new Promise((resolve, reject) => {
        socket.onopen = resolve;
        socket.onerror = () => reject(new Error('refused'));
      });
    });
    await attempt('events', () => {
      const events = new EventSource(`${origin}/events`);
      return new Promise((resolve, reject) => {
        events.onopen = resolve;
        events.onerror = () => {
          events.close();
          reject(new Error('refused'));
        };
      });
    });
    navigator.sendBeacon(`${origin}/beacon`, 'x');
    await attempt('last', () => fetch(`${origin}/last`));
    return failed;
  }, server.origin);
  const all = ['fetch', 'image', 'script', 'style', 'module', 'socket', 'events', 'last'];
  expect(failures).toEqual(all);
  expect(server.hits).toEqual([]);
});

test('the page may not ask for camera, place, devices or the clipboard’s content', async ({
  startConsole,
}) => {
  const running = await startConsole();
  await running.isReady('today');
  const answers = await running.page.evaluate(async () => {
    const refused = async (work: () => Promise<unknown>) =>
      work().then(
        () => 'granted',
        () => 'refused',
      );
    return {
      camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await refused(() => navigator.mediaDevices.getDisplayMedia()),
      midi: await refused(() => navigator.requestMIDIAccess({ sysex: true })),
      place: await refused(
        () => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no)),
      ),
      clipboard: await refused(() => navigator.clipboard.readText()),
    };
  });
  expect(new Set(Object.values(answers)), JSON.stringify(answers)).toEqual(new Set(['refused']));
});
