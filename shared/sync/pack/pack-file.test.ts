import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { formatHlc } from '../clock';
import { buildPack } from './build-pack';
import { openPackFile } from './pack-file';
import type { PackHeader } from './pack-header';

/** Making a key of a passphrase is meant to take its time. */
vi.setConfig({ testTimeout: 30_000 });

const { secretKey, publicKey } = ed25519.keygen();
const stranger = ed25519.keygen();
const stamp = formatHlc(1_700_000_000_000, 0, 'a');

const header: Omit<PackHeader, 'format' | 'version' | 'parts'> = {
  id: 'pack-1',
  workspaceId: 'workspace-1',
  origin: 'a',
  madeAt: 1_700_000_000_000,
  laptop: { id: 'a', name: '店长的电脑' },
  publicKey: bytesToHex(publicKey),
  names: {},
  schemaVersion: 7,
  isWhole: false,
  isMasked: false,
  since: { a: stamp },
  until: { whole: { a: stamp }, masked: { a: stamp } },
  counts: { members: 1 },
  gone: 0,
};
const parts = [new Uint8Array([1, 2, 3]), new Uint8Array(500).fill(9)];

const file = (passphrase?: string, key = secretKey) =>
  buildPack({
    header,
    parts,
    sign: async (digest) => ed25519.sign(digest, key),
    passphrase,
    random: (bytes) => crypto.getRandomValues(bytes),
  });

const codeOf = (open: () => unknown): string => {
  try {
    open();
    return 'opened';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe('the file of a hand-off pack', () => {
  it('gives back what was put in, with a passphrase and without', async () => {
    for (const passphrase of ['', '橙子八斤半']) {
      const opened = openPackFile(await file(passphrase), passphrase);
      expect(opened.header).toMatchObject(header);
      expect(opened.parts.map((part) => [...part])).toEqual(parts.map((part) => [...part]));
    }
  });

  it('says nothing of what is in it without the passphrase', async () => {
    const sealed = await file('橙子八斤半');
    expect(Buffer.from(sealed).includes('店长')).toBe(false);
    expect(Buffer.from(sealed).includes('workspace-1')).toBe(false);
    expect(codeOf(() => openPackFile(sealed, '橙子八斤'))).toBe('pack-passphrase');
  });

  it('takes no byte that is not as it was signed', async () => {
    const whole = await file();
    fc.assert(
      fc.property(fc.nat(whole.byteLength - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const altered = whole.slice();
        altered[at] = (altered[at] ?? 0) ^ by;
        expect(codeOf(() => openPackFile(altered, ''))).toMatch(
          /^pack-(not-one|damaged|newer|signature|passphrase)$/,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('takes nothing that was cut short, or runs over', async () => {
    const whole = await file();
    for (let length = 0; length < whole.byteLength; length += 7) {
      expect(codeOf(() => openPackFile(whole.slice(0, length), ''))).toMatch(
        /^pack-(not-one|damaged)$/,
      );
    }
    const longer = new Uint8Array(whole.byteLength + 1);
    longer.set(whole);
    expect(codeOf(() => openPackFile(longer, ''))).toBe('pack-damaged');
  });

  it('is nobody’s whose key it only names', async () => {
    const forged = await file('', stranger.secretKey);
    expect(codeOf(() => openPackFile(forged, ''))).toBe('pack-signature');
  });

  it('opens no passphrase that would take more memory than there is', async () => {
    const sealed = await file('橙子八斤半');
    sealed[9] = 30;
    expect(codeOf(() => openPackFile(sealed, '橙子八斤半'))).toBe('pack-damaged');
  });
});
