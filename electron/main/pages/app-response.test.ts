import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Launch } from '@shared/contracts/ipc';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppResponder, createAppResponder } from './app-response';
import { addMemoryPage, removeMemoryPage } from './memory-pages';

const launch: Launch = {
  language: 'zh-CN',
  theme: 'system',
  settings: {},
  inspect: false,
  platform: 'linux',
  appVersion: '1.0.0',
  runtime: 'Electron 45.0.0',
  isFallbackRuntime: false,
  dataFolder: '/home/王/</script><script>alert(1)</script><!--',
};

let root: string;
let answer: AppResponder;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'app-response-'));
  const rendererFolder = join(root, 'renderer');
  mkdirSync(join(rendererFolder, 'assets'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(rendererFolder, 'assets', 'main-abc.js'), 'export {};');
  writeFileSync(
    join(rendererFolder, 'index.html'),
    '<html lang="__LANG__" data-theme="__THEME__"><style nonce="__NONCE__"></style><script type="application/json" id="launch">__LAUNCH_JSON__</script></html>',
  );
  answer = createAppResponder({
    rendererFolder,
    readIndexValues: () => ({ launch, isDark: true }),
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('the page is filled, and its policy carries the same nonce', async () => {
  const response = await answer('app://qunduo/index.html', 'GET');
  const text = await response.text();
  const nonce = /nonce="([\w-]+)"/.exec(text)?.[1] ?? '';
  expect(nonce.length).toBeGreaterThanOrEqual(20);
  expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
  expect(text).toContain('lang="zh-CN" data-theme="dark"');
  expect(text).not.toContain('__');
});

test('a value cannot end the element that it stands in', async () => {
  const text = await (await answer('app://qunduo/', 'GET')).text();
  expect(text.match(/<\/script>/g)).toHaveLength(1);
  const json = /id="launch">(.*)<\/script>/.exec(text)?.[1] ?? '';
  expect(JSON.parse(json)).toEqual(launch);
});

test('each load has a nonce of its own', async () => {
  const one = await (await answer('app://qunduo/', 'GET')).text();
  const two = await (await answer('app://qunduo/', 'GET')).text();
  expect(one).not.toBe(two);
});

test('hashed files are typed and kept', async () => {
  const response = await answer('app://qunduo/assets/main-abc.js', 'GET');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each([
  'app://other/index.html',
  'app://qunduo.evil.example/index.html',
  'app://qunduo/../secret.txt',
  'app://qunduo/%2e%2e/secret.txt',
  'app://qunduo/%2e%2e%2fsecret.txt',
  'app://qunduo/..%5csecret.txt',
  'app://qunduo/assets/%00',
  'app://qunduo/%E0%A4%A',
  'app://qunduo/assets',
  'app://qunduo//etc/passwd',
  'app://qunduo/missing.js',
  'app://print/unknown',
  'https://qunduo/index.html',
  'nonsense',
])('%s is not found', async (url) => {
  expect((await answer(url, 'GET')).status).toBe(404);
});

test('only reading is answered', async () => {
  expect((await answer('app://qunduo/index.html', 'POST')).status).toBe(404);
});

test('a page in memory is served without scripts until it is taken away', async () => {
  const url = addMemoryPage('print', '<h1>周历</h1>');
  const response = await answer(url, 'GET');
  expect(await response.text()).toBe('<h1>周历</h1>');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  removeMemoryPage(url);
  expect((await answer(url, 'GET')).status).toBe(404);
});
