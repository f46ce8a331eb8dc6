import { expect, it } from 'vitest';
import { printableFlow } from './printable-flow';

it('prints what a flow says as text, whatever it says', () => {
  const evil = '</title><script>alert(1)</script><img src=x onerror="y">';
  const html = printableFlow({
    title: evil,
    lead: [evil],
    steps: [
      {
        heading: evil,
        marks: [evil],
        action: evil,
        facts: [evil],
        parts: [{ name: evil, lines: [{ label: evil, text: evil }] }],
      },
    ],
  });
  expect(html).not.toContain('<script');
  expect(html).not.toContain('<img');
  expect(html.match(/&lt;script&gt;/g)).toHaveLength(10);
});
