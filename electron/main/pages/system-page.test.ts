import { expect, test } from 'vitest';
import { readAction, renderSystemPage } from './system-page';

test('what is said is text, never markup', () => {
  const html = renderSystemPage('<title>', [
    {
      lang: 'zh-CN',
      heading: '"a" & <b>',
      blocks: [{ kind: 'path', text: '/data/<script>alert(1)</script>' }],
      buttons: [{ action: 'quit', label: '<quit>' }],
    },
  ]);
  expect(html).not.toContain('<script');
  expect(html).toContain('/data/&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html).toContain('&quot;a&quot; &amp; &lt;b&gt;');
  expect(html).toContain('href="#quit"');
});

test('a button is known by its address', () => {
  expect(readAction('app://system/1c1b#quit')).toBe('quit');
  expect(readAction('app://system/1c1b')).toBeNull();
  expect(readAction('app://qunduo/index.html#quit')).toBeNull();
  expect(readAction('https://example.com/app://system/#quit')).toBeNull();
});
