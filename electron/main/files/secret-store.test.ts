import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSecretStore, type SystemCipher } from './secret-store';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  path = join(folder, 'secrets.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Stands in for the keychain of one user on one computer. */
function keychain(key: number): SystemCipher {
  return {
    isAvailable: () => true,
    encrypt: (text) => Buffer.from([key, ...Buffer.from(text).map((byte) => byte ^ key)]),
    decrypt: ([owner, ...bytes]) => {
      if (owner !== key) throw new Error('not mine');
      return Buffer.from(bytes.map((byte) => byte ^ key)).toString();
    },
  };
}

test('what is remembered is there after a restart, and on disk only encrypted', async () => {
  await createSecretStore(path, keychain(7)).remember('import:订单', '暗号 1');
  const store = createSecretStore(path, keychain(7));
  expect(store.recall('import:订单')).toBe('暗号 1');
  expect(store.recall('import:名单')).toBeNull();
  expect(readFileSync(path, 'utf8')).not.toContain('暗号');
  expect(readdirSync(folder)).toEqual(['secrets.json']);
});

test('without encryption of the system nothing is stored, and that is said', async () => {
  const store = createSecretStore(path, { ...keychain(7), isAvailable: () => false });
  await expect(store.remember('a', 'b')).rejects.toMatchObject({ code: 'secrets-not-encrypted' });
  expect(existsSync(path)).toBe(false);
  expect(store.recall('a')).toBeNull();
});

test('what is forgotten is gone from the disk', async () => {
  const store = createSecretStore(path, keychain(7));
  await Promise.all([store.remember('a', '1'), store.remember('b', '2'), store.remember('a', '3')]);
  await store.forget('a');
  expect(createSecretStore(path, keychain(7)).recall('a')).toBeNull();
  expect(Object.keys(JSON.parse(readFileSync(path, 'utf8')))).toEqual(['b']);
});

test('a file from another computer, or a broken one, is as good as none', async () => {
  await createSecretStore(path, keychain(7)).remember('a', '1');
  expect(createSecretStore(path, keychain(8)).recall('a')).toBeNull();
  writeFileSync(path, '{"a": 7');
  const store = createSecretStore(path, keychain(7));
  expect(store.recall('a')).toBeNull();
  await store.remember('a', '2');
  expect(store.recall('a')).toBe('2');
});

test('a name is only a name', async () => {
  const store = createSecretStore(path, keychain(7));
  await store.remember('__proto__', '1');
  expect(createSecretStore(path, keychain(7)).recall('__proto__')).toBe('1');
  expect(store.recall('toString')).toBeNull();
});
