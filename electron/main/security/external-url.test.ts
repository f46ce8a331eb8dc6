import { describe, expect, test } from 'vitest';
import { toExternalUrl } from './external-url';
import { isRequestAllowed } from './network-rules';
import { isAppUrl } from './origin';
import { isPermissionGranted } from './permission-rules';

describe('what may be opened outside', () => {
  test.each([
    ['https://example.com/a?b=1', 'https://example.com/a?b=1'],
    ['http://example.com', 'http://example.com/'],
    ['HTTPS://Example.com/', 'https://example.com/'],
    ['https://example.com/?next=app://qunduo', 'https://example.com/?next=app://qunduo'],
    ['mailto:help@example.com', 'mailto:help@example.com'],
    ['mailto:help@example.com?subject=Hello', 'mailto:help@example.com?subject=Hello'],
  ])('%s is', (text, url) => {
    expect(toExternalUrl(text)).toBe(url);
  });

  test.each([
    'file:///etc/passwd',
    'file://host/share/x.exe',
    '\\\\host\\share\\x.exe',
    'https:\\\\example.com',
    'https:///example.com',
    'https:example.com',
    'http://user@example.com/',
    'https://www.bank.example@evil.example/',
    'https://user:word@example.com/',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>1</script>',
    'blob:https://example.com/1',
    'vbscript:x',
    'smb://host/share',
    'ms-msdt:/id PCWDiagnostic',
    'search-ms:query=x',
    'ssh://host',
    'app://qunduo/index.html',
    'chrome://settings',
    'devtools://x',
    'view-source:https://example.com',
    'mailto:help@example.com?subject=a&attach=/etc/passwd',
    'mailto:help@example.com?attach=/etc/passwd',
    'mailto:a@example.com,b@example.com',
    'mailto:',
    'https://exa mple.com',
    'https://example.com/\u0000',
    'https://',
    '//example.com',
    '/etc/passwd',
    '',
  ])('%j is not', (text) => {
    expect(toExternalUrl(text)).toBeNull();
  });
});

describe('what counts as our own page', () => {
  test.each(['app://qunduo/', 'app://qunduo/index.html', 'app://qunduo/index.html#/members'])(
    '%s does',
    (url) => expect(isAppUrl(url)).toBe(true),
  );

  test.each([
    'app://qunduo.evil.example/',
    'app://evil/qunduo',
    'app://user@qunduo/',
    'app://qunduo:81/',
    'app://print/1',
    'app://system/1',
    'https://qunduo/',
    'https://localhost.evil.com/?next=app://qunduo',
    'https://evil.example/app://qunduo/',
    'about:blank',
    'about:srcdoc',
    'file:///qunduo',
    'app:qunduo',
    'blob:app://qunduo/1',
    '',
  ])('%j does not', (url) => expect(isAppUrl(url)).toBe(false));
});

describe('what may leave the laptop', () => {
  test.each([
    'https://example.com/',
    'http://localhost:3000/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'ftp://example.com/',
  ])('%s may not while no server is allowed', (url) => {
    expect(isRequestAllowed(url, [])).toBe(false);
  });

  test('only the very origin that was allowed, and its web socket', () => {
    const allowed = ['https://hub.example:8443'];
    expect(isRequestAllowed('https://hub.example:8443/ops?since=1', allowed)).toBe(true);
    expect(isRequestAllowed('wss://hub.example:8443/bell', allowed)).toBe(true);
    for (const url of [
      'http://hub.example:8443/',
      'ws://hub.example:8443/',
      'https://hub.example/',
      'https://hub.example:8443.evil.example/',
      'https://user@hub.example:8443/',
      'https://evil.example/?https://hub.example:8443',
    ]) {
      expect(isRequestAllowed(url, allowed), url).toBe(false);
    }
  });
});

describe('permissions', () => {
  test('our own page may copy and notify, nothing else', () => {
    expect(isPermissionGranted('clipboard-sanitized-write', 'app://qunduo/')).toBe(true);
    expect(isPermissionGranted('notifications', 'app://qunduo/index.html')).toBe(true);
    for (const permission of [
      'clipboard-read',
      'media',
      'geolocation',
      'midi',
      'usb',
      'openExternal',
      'fileSystem',
      'display-capture',
    ]) {
      expect(isPermissionGranted(permission, 'app://qunduo/'), permission).toBe(false);
    }
  });

  test.each(['https://example.com/', 'app://print/1', 'file:///', ''])(
    '%j is granted nothing',
    (url) => expect(isPermissionGranted('notifications', url)).toBe(false),
  );
});
