import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CFB, utils, write } from 'xlsx';
import { refusalOf, rowsRead } from '../testing/rows-of';

/** Protects the records of an .xls as [MS-XLS] 2.2.10 says. */
const ROWS = Array.from({ length: 300 }, (_, row) => [`王${row}`, `${13_800_000_000 + row}`]);
const BOF = 0x0809;
const BOUND_SHEET = 0x0085;
const EXEMPT = new Set([BOF, 0x002f, 0x0194, 0x0195, 0x00e1, 0x0196, 0x0138]);

function xls(): Buffer {
  const made = utils.book_new();
  utils.book_append_sheet(made, utils.aoa_to_sheet(ROWS), '名单');
  const file = Buffer.from(write(made, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
  const found = CFB.find(CFB.read(file, { type: 'buffer' }), '/Workbook');
  return Buffer.from((found?.content ?? []) as number[]);
}

/** RC4 as its authors wrote it down. */
function rc4(key: Buffer, length: number): number[] {
  const state = Array.from({ length: 256 }, (_, index) => index);
  let j = 0;
  for (let i = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) % 256;
    [state[i], state[j]] = [state[j] ?? 0, state[i] ?? 0];
  }
  const out: number[] = [];
  let i = 0;
  j = 0;
  while (out.length < length) {
    i = (i + 1) % 256;
    j = (j + (state[i] ?? 0)) % 256;
    [state[i], state[j]] = [state[j] ?? 0, state[i] ?? 0];
    out.push(state[((state[i] ?? 0) + (state[j] ?? 0)) % 256] ?? 0);
  }
  return out;
}

const number = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const short = (value: number) => number(value).subarray(0, 2);
const hashed = (name: string, ...parts: Buffer[]) =>
  createHash(name).update(Buffer.concat(parts)).digest();
const xored = (bytes: Buffer, key: readonly number[], from = 0) =>
  Buffer.from(bytes.map((byte, index) => byte ^ (key[from + index] ?? 0)));

const SALT = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
const VERIFIER = Buffer.from('0f1e2d3c4b5a69788796a5b4c3d2e1f0', 'hex');

type Protection = { pass: Buffer; key: (block: number) => Buffer };

function excel97(password: string): Protection {
  const first = hashed('md5', Buffer.from(password, 'utf16le')).subarray(0, 5);
  const repeated = Buffer.concat(Array.from({ length: 16 }, () => Buffer.concat([first, SALT])));
  const spread = hashed('md5', repeated).subarray(0, 5);
  const key = (block: number) => hashed('md5', spread, number(block));
  const stream = rc4(key(0), 32);
  const verifier = xored(VERIFIER, stream);
  const hash = xored(hashed('md5', VERIFIER), stream, 16);
  const pass = Buffer.concat([short(1), short(1), short(1), SALT, verifier, hash]);
  return { pass, key };
}

function cryptoApi(password: string, keyBits: number): Protection {
  const base = hashed('sha1', SALT, Buffer.from(password, 'utf16le'));
  const key = (block: number) => {
    const cut = hashed('sha1', base, number(block)).subarray(0, keyBits / 8);
    return keyBits === 40 ? Buffer.concat([cut, Buffer.alloc(11)]) : cut;
  };
  const provider = Buffer.from('Microsoft Enhanced Cryptographic Provider v1.0\0', 'utf16le');
  const header = Buffer.concat([...[4, 0, 0x6801, 0x8004, keyBits, 1, 0, 0].map(number), provider]);
  const stream = rc4(key(0), 36);
  const pass = Buffer.concat([
    ...[short(1), short(4), short(2), number(4), number(header.length), header],
    ...[number(16), SALT, xored(VERIFIER, stream), number(20)],
    xored(hashed('sha1', VERIFIER), stream, 16),
  ]);
  return { pass, key };
}

/** Puts the FilePass record behind the first BOF and hides the records, each block by its own key. */
function protect({ pass, key }: Protection): Uint8Array {
  const plain = xls();
  const behindBof = 4 + plain.readUInt16LE(2);
  const record = Buffer.concat([short(0x2f), short(pass.length), pass]);
  const stream = Buffer.concat([plain.subarray(0, behindBof), record, plain.subarray(behindBof)]);
  const keys = Array.from({ length: Math.ceil(stream.length / 1024) }, (_, block) =>
    rc4(key(block), 1024),
  ).flat();
  for (let at = 0; at + 4 <= stream.length; ) {
    const kind = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    if (kind === BOUND_SHEET) {
      stream.writeUInt32LE(stream.readUInt32LE(at + 4) + record.length, at + 4);
    }
    const from = kind === BOUND_SHEET ? at + 8 : at + 4;
    if (!EXEMPT.has(kind)) xored(stream.subarray(from, end), keys, from).copy(stream, from);
    at = end;
  }
  const made = CFB.utils.cfb_new();
  CFB.utils.cfb_add(made, '/Workbook', [...stream]);
  return Uint8Array.from(CFB.write(made, { type: 'array' }) as number[]);
}

describe('an .xls protected by a password', () => {
  it.each([
    ['Excel 97', excel97],
    ['Excel 2003, 128 bits', (password: string) => cryptoApi(password, 128)],
    ['Excel 2003, 40 bits', (password: string) => cryptoApi(password, 40)],
  ])('as %s protects it opens with the password, and only with it', async (_, make) => {
    const bytes = protect(make('暗号'));
    expect(await rowsRead(bytes, '名单.xls', { password: '暗号' })).toEqual(ROWS);
    expect(await refusalOf(bytes, '名单.xls')).toBe('import-encrypted');
    const wrong = await refusalOf(bytes, '名单.xls', { password: '暗语' });
    expect(wrong).toBe('import-wrong-password');
  });

  it('opens without asking where Excel does not ask either', async () => {
    expect(await rowsRead(protect(excel97('VelvetSweatshop')), '名单.xls')).toEqual(ROWS);
  });

  it('by a mere XOR asks for the password too', async () => {
    const pass = Buffer.from([0, 0, 0x12, 0x34, 0x56, 0x78]);
    const bytes = protect({ pass, key: () => Buffer.from([1]) });
    expect(await refusalOf(bytes, '名单.xls')).toBe('import-encrypted');
    expect(await refusalOf(bytes, '名单.xls', { password: 'x' })).toBe('import-wrong-password');
  });
});
