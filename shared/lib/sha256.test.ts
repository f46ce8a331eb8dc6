import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from './sha256';

it('agrees with the platform’s own on any text', () => {
  const native = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  for (const text of [
    '',
    'abc',
    '王芳|+8613800138000',
    'x'.repeat(55),
    'x'.repeat(56),
    'x'.repeat(64),
  ]) {
    expect(sha256(text)).toBe(native(text));
  }
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      (text) => sha256(text) === native(text),
    ),
  );
});
