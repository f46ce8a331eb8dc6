import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SystemCipher } from '../files/secret-store';
import { createTokenKeeper } from '../hub/token-keeper';
import { createPackKey } from './pack-key';

const reverse = (text: string) => [...text].reverse().join('');
const cipher = (isAvailable: boolean): SystemCipher => ({
  isAvailable: () => isAvailable,
  encrypt: (text) => Buffer.from(reverse(text)),
  decrypt: (bytes) => reverse(Buffer.from(bytes).toString()),
});

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pack-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

const open = (hasKeychain: boolean) =>
  createPackKey(createTokenKeeper(join(folder, 'key.json'), cipher(hasKeychain)));

it('signs with one key for good, so that others know the laptop again', async () => {
  const { publicKey, protection } = await open(true).read();
  expect(protection).toBe('keychain');
  const again = open(true);
  expect((await again.read()).publicKey).toBe(publicKey);
  const digest = new Uint8Array(32).fill(7);
  const signature = await again.sign(digest);
  expect(ed25519.verify(signature, digest, hexToBytes(publicKey), { zip215: false })).toBe(true);
});

it('lies where only this user can read it on a computer without a keychain', async () => {
  expect((await open(false).read()).protection).toBe('file');
  if (process.platform !== 'win32') {
    expect((await stat(join(folder, 'key.json'))).mode & 0o777).toBe(0o600);
  }
});

it('gives way to a new one when it cannot be read', async () => {
  const { publicKey } = await open(true).read();
  const path = join(folder, 'key.json');
  await writeFile(path, (await readFile(path, 'utf8')).slice(0, -20));
  expect((await open(true).read()).publicKey).not.toBe(publicKey);
});
