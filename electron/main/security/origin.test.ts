import { expect, test } from 'vitest';
import { APP_URL, isReloadOfApp } from './origin';

test('the window may load itself anew, at whatever page it stands', () => {
  expect(isReloadOfApp(APP_URL, APP_URL)).toBe(true);
  expect(isReloadOfApp(`${APP_URL}#/settings/backups`, `${APP_URL}#/today`)).toBe(true);
});

test.each([
  'https://example.com/',
  'app://print/index.html',
  'app://qunduo/other.html',
  'app://qunduo/index.html?x=1',
  'app://user:word@qunduo/index.html',
  'file:///etc/passwd',
  'javascript:alert(1)',
  '',
])('going to %j is no reload', (wanted) => {
  expect(isReloadOfApp(APP_URL, wanted)).toBe(false);
});

test('a foreign page that asks for itself is no reload of the console', () => {
  expect(isReloadOfApp('https://example.com/', 'https://example.com/')).toBe(false);
});
