import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { crc32, crc32InScript } from './crc32';

test('the check value of CRC-32/ISO-HDLC', () => {
  const data = Buffer.from('123456789');
  expect(crc32InScript(data)).toBe(0xcbf43926);
  expect(crc32(data)).toBe(0xcbf43926);
  expect(crc32InScript(Buffer.alloc(0))).toBe(0);
});

test('both ways agree at every length and in pieces', () => {
  for (let length = 0; length < 70; length += 1) {
    const data = randomBytes(length);
    const cut = Math.floor(length / 3);
    const whole = crc32InScript(data);
    expect(crc32(data)).toBe(whole);
    expect(crc32InScript(data.subarray(cut), crc32InScript(data.subarray(0, cut)))).toBe(whole);
  }
});
