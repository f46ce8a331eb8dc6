import { gzipSync } from 'fflate';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { decodeIndex, encodeIndex, MAX_INDEX_BYTES } from './part';

const damaged = expect.objectContaining({ code: 'frame-damaged' });

it('an index comes out as it went in, with ids that are made of others too', () => {
  const index = { members: [v7(), v7()], memberships: [`${v7()}.${v7()}`], tags: [] };
  expect(decodeIndex(encodeIndex(index))).toEqual(index);
  expect(decodeIndex(new Uint8Array())).toEqual({});
});

it('an index that unpacks beyond all measure, or lies about its size, is refused', () => {
  const bomb = gzipSync(new Uint8Array(MAX_INDEX_BYTES + 1));
  expect(() => decodeIndex(bomb)).toThrow(damaged);
  const lying = gzipSync(new Uint8Array(100_000));
  new DataView(lying.buffer, lying.byteOffset).setUint32(lying.byteLength - 4, 10, true);
  expect(() => decodeIndex(lying)).toThrow(damaged);
  expect(() => decodeIndex(new Uint8Array([1, 2, 3]))).toThrow(damaged);
});
