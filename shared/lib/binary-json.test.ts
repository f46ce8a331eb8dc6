import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBinaryJson, encodeBinaryJson } from './binary-json';

const array = fc.oneof(
  fc.uint8Array(),
  fc.uint16Array(),
  fc.uint32Array(),
  fc.int32Array(),
  fc.float64Array(),
);
const value = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer({ min: 0 }),
    array,
    fc.array(tie('node')),
    fc.dictionary(
      fc.string().filter((key) => key !== '$bin' && key !== '__proto__'),
      tie('node'),
    ),
  ),
})).node;

describe('binary JSON', () => {
  it('gives plain data and typed arrays back as they were', () => {
    fc.assert(
      fc.property(value, (data) => {
        expect(decodeBinaryJson(encodeBinaryJson(data))).toEqual(data);
      }),
    );
  });

  it('refuses bytes that are cut short, wherever they end', () => {
    const bytes = encodeBinaryJson({ name: '番茄', ids: new Uint8Array([1, 2, 3]) });
    for (let end = 0; end < bytes.length; end += 1) {
      expect(() => decodeBinaryJson(bytes.slice(0, end))).toThrow();
    }
  });
});
