import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExpectedError } from '@shared/lib/errors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SystemCipher } from '../files/secret-store';
import { createPictureVault } from './picture-vault';

const ID = '0198c0de-0000-7000-8000-000000000001';
const OTHER = '0198c0de-0000-7000-8000-000000000002';
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Array(200).fill(0x42)]);
const WEBP = new Uint8Array([...Buffer.from('RIFF'), 9, 0, 0, 0, ...Buffer.from('WEBPVP8 ')]);

/** A keychain that wraps reversibly, as one user's; without a user's name there is none. */
const keychain = (user?: string): SystemCipher => ({
  isAvailable: () => user !== undefined,
  encrypt: (text) => Buffer.from(`${user}:${text}`),
  decrypt: (bytes) => {
    const [owner, text = ''] = Buffer.from(bytes).toString().split(':');
    if (owner !== user) throw new Error('not yours');
    return text;
  },
});

let folder: string;
beforeEach(async () => {
  folder = join(await fs.mkdtemp(join(tmpdir(), 'vault-')), 'pictures');
});
afterEach(() => fs.rm(join(folder, '..'), { recursive: true, force: true }));

const fileOf = (id: string) => join(folder, `${id}.qdpic`);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: unknown) => (error instanceof ExpectedError ? error.code : String(error)),
  );

describe('the picture vault', () => {
  it('gives back what it was given, also to a new start, and shows none of it on the disk', async () => {
    await createPictureVault(folder, keychain('wang')).keep(ID, JPEG, 'image/jpeg');
    const again = createPictureVault(folder, keychain('wang'));
    expect(await again.read(ID)).toEqual({ bytes: JPEG, mimeType: 'image/jpeg' });
    const onDisk = await fs.readFile(fileOf(ID));
    expect(onDisk.includes(Buffer.alloc(16, 0x42))).toBe(false);
    expect(onDisk.includes(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe(false);
    expect(await fs.readdir(folder)).toEqual([`${ID}.qdpic`, 'key.json']);
  });

  it('seals the same picture differently each time', async () => {
    const vault = createPictureVault(folder, keychain('wang'));
    await vault.keep(ID, JPEG, 'image/jpeg');
    const first = await fs.readFile(fileOf(ID));
    await vault.keep(ID, JPEG, 'image/jpeg');
    expect((await fs.readFile(fileOf(ID))).equals(first)).toBe(false);
  });

  it('refuses what is no picture, or another kind than it is said to be', async () => {
    const vault = createPictureVault(folder, keychain('wang'));
    const exe = new Uint8Array([0x4d, 0x5a, 0x90, 0]);
    expect(await codeOf(vault.keep(ID, exe, 'image/jpeg'))).toBe('picture-not-a-picture');
    expect(await codeOf(vault.keep(ID, WEBP, 'image/png'))).toBe('picture-not-a-picture');
    expect(await codeOf(vault.keep(ID, WEBP, 'image/webp'))).toBe('fine');
  });

  it('refuses a file in which any byte was changed', async () => {
    const vault = createPictureVault(folder, keychain('wang'));
    await vault.keep(ID, JPEG, 'image/jpeg');
    const whole = await fs.readFile(fileOf(ID));
    for (const at of [0, 14, 20, 30, 45, whole.length - 1]) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await fs.writeFile(fileOf(ID), changed);
      expect(await codeOf(vault.read(ID)), `byte ${at}`).toBe('picture-damaged');
    }
  });

  it('refuses a file that was cut short, down to nothing', async () => {
    const vault = createPictureVault(folder, keychain('wang'));
    await vault.keep(ID, JPEG, 'image/jpeg');
    const whole = await fs.readFile(fileOf(ID));
    for (const length of [0, 5, 41, 42, 43, whole.length - 1]) {
      await fs.writeFile(fileOf(ID), whole.subarray(0, length));
      expect(await codeOf(vault.read(ID)), `${length} bytes`).toBe('picture-damaged');
    }
  });

  it('refuses the picture of one person under the name of another', async () => {
    const vault = createPictureVault(folder, keychain('wang'));
    await vault.keep(ID, JPEG, 'image/jpeg');
    await fs.copyFile(fileOf(ID), fileOf(OTHER));
    expect(await codeOf(vault.read(OTHER))).toBe('picture-damaged');
  });

  it('says when a picture is of another key or the key is another user’s', async () => {
    await createPictureVault(folder, keychain('wang')).keep(ID, JPEG, 'image/jpeg');
    const stranger = createPictureVault(folder, keychain('li'));
    expect(await codeOf(stranger.read(ID))).toBe('picture-key-unreadable');
    expect(await codeOf(stranger.keep(OTHER, JPEG, 'image/jpeg'))).toBe('fine');
    expect(await codeOf(stranger.read(ID))).toBe('picture-other-key');
    expect(await stranger.read(OTHER)).toMatchObject({ mimeType: 'image/jpeg' });
    // The old key is set aside, not lost.
    const [kept] = (await fs.readdir(folder)).filter((name) => name.includes('unreadable'));
    await fs.rename(join(folder, String(kept)), join(folder, 'key.json'));
    const owner = createPictureVault(folder, keychain('wang'));
    expect(await owner.read(ID)).toMatchObject({ mimeType: 'image/jpeg' });
  });

  it('keeps the key in a file of this user where there is no keychain, and hands it over later', async () => {
    const bare = createPictureVault(folder, keychain());
    expect(bare.protection()).toBe('file');
    await bare.keep(ID, JPEG, 'image/jpeg');
    const keyFile = join(folder, 'key.json');
    if (process.platform !== 'win32') {
      expect((await fs.stat(keyFile)).mode & 0o777).toBe(0o600);
      expect((await fs.stat(fileOf(ID))).mode & 0o777).toBe(0o600);
      expect((await fs.stat(folder)).mode & 0o777).toBe(0o700);
    }
    expect(await fs.readFile(keyFile, 'utf8')).toContain('"file"');
    const later = createPictureVault(folder, keychain('wang'));
    expect(await later.read(ID)).toMatchObject({ mimeType: 'image/jpeg' });
    expect(await fs.readFile(keyFile, 'utf8')).toContain('"keychain"');
  });

  it('makes one key for pictures kept at the same moment', async () => {
    const vault = createPictureVault(folder, keychain());
    const ids = [ID, OTHER, '0198c0de-0000-7000-8000-000000000003'];
    await Promise.all(ids.map((id) => vault.keep(id, JPEG, 'image/jpeg')));
    const again = createPictureVault(folder, keychain());
    for (const id of ids) expect(await again.read(id)).not.toBeNull();
  });

  it('knows nothing of a picture that is gone or never was', async () => {
    const vault = createPictureVault(folder, keychain());
    expect(await vault.read(ID)).toBeNull();
    await vault.remove(ID);
    await vault.keep(ID, JPEG, 'image/jpeg');
    await vault.remove(ID);
    expect(await vault.read(ID)).toBeNull();
    expect(await fs.readdir(folder)).toEqual(['key.json']);
  });
});
