import { createCipheriv, createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CFB, utils, write } from 'xlsx';
import { refusalOf, rowsRead, utf8 } from '../testing/rows-of';

/** Protects packages as [MS-OFFCRYPTO] says, with another implementation of hashes and ciphers. */
const ROWS = [
  ['姓名', '手机号'],
  ['王芳', '13800138000'],
];

function book(bookType: 'xlsx' | 'xlsb', rows: string[][] = ROWS): Buffer {
  const made = utils.book_new();
  utils.book_append_sheet(made, utils.aoa_to_sheet(rows), '名单');
  return Buffer.from(write(made, { type: 'array', bookType }) as ArrayBuffer);
}

const number = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const filled = (length: number, seed: number) =>
  Buffer.from(Array.from({ length }, (_, index) => (index * 37 + seed) & 255));

function vault(info: Buffer, stored: Buffer): Uint8Array {
  const made = CFB.utils.cfb_new();
  CFB.utils.cfb_add(made, '/EncryptionInfo', [...info]);
  CFB.utils.cfb_add(made, '/EncryptedPackage', [...stored]);
  return Uint8Array.from(CFB.write(made, { type: 'array' }) as number[]);
}

type Agile = {
  hash: string;
  keyBits: number;
  spins: number;
  /** Changes what was protected, after it was. */
  tamper?: (stored: Buffer, info: Buffer) => void;
};

function agile(
  password: string,
  content: Buffer,
  { hash, keyBits, spins, tamper }: Agile,
): Uint8Array {
  const digest = (...parts: Buffer[]) => createHash(hash).update(Buffer.concat(parts)).digest();
  const sized = (bytes: Buffer, length: number) =>
    Buffer.concat([bytes, Buffer.alloc(length, 0x36)]).subarray(0, length);
  const padded = (bytes: Buffer, block: number) =>
    Buffer.concat([bytes, Buffer.alloc((block - (bytes.length % block)) % block)]);
  const cbc = (key: Buffer, vector: Buffer, bytes: Buffer) => {
    const cipher = createCipheriv(`aes-${keyBits}-cbc`, key, vector).setAutoPadding(false);
    return Buffer.concat([cipher.update(padded(bytes, 16)), cipher.final()]);
  };
  const dataSalt = filled(16, 3);
  const keySalt = filled(16, 9);
  const key = filled(keyBits / 8, 77);
  let spun = digest(keySalt, Buffer.from(password, 'utf16le'));
  for (let spin = 0; spin < spins; spin++) spun = digest(number(spin), spun);
  const underPassword = (block: string, bytes: Buffer) =>
    cbc(sized(digest(spun, Buffer.from(block, 'hex')), keyBits / 8), keySalt, bytes).toString(
      'base64',
    );

  const size = Buffer.alloc(8);
  size.writeUInt32LE(content.length);
  const segments: Buffer[] = [size];
  for (let at = 0; at < content.length; at += 4096) {
    const vector = sized(digest(dataSalt, number(at / 4096)), 16);
    segments.push(cbc(key, vector, content.subarray(at, at + 4096)));
  }
  const stored = Buffer.concat(segments);
  const hashSize = digest().length;
  const hmacKey = filled(hashSize, 5);
  const underKey = (block: string, bytes: Buffer) =>
    cbc(key, sized(digest(dataSalt, Buffer.from(block, 'hex')), 16), bytes).toString('base64');
  const hmac = createHmac(hash, hmacKey).update(stored).digest();
  const verifier = filled(16, 21);
  const common = `blockSize="16" keyBits="${keyBits}" hashSize="${hashSize}" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="${hash.toUpperCase()}"`;
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData saltSize="16" ${common} saltValue="${dataSalt.toString('base64')}"/><dataIntegrity encryptedHmacKey="${underKey('5fb2ad010cb9e1f6', hmacKey)}" encryptedHmacValue="${underKey('a0677f02b22c8433', hmac)}"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${spins}" saltSize="16" ${common} saltValue="${keySalt.toString('base64')}" encryptedVerifierHashInput="${underPassword('fea7d2763b4b9e79', verifier)}" encryptedVerifierHashValue="${underPassword('d7aa0f6d3061344e', digest(verifier))}" encryptedKeyValue="${underPassword('146e0be7abacd0d6', key)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const info = Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), utf8(xml)]);
  tamper?.(stored, info);
  return vault(info, stored);
}

function standard(password: string, content: Buffer, keyBits: 128 | 192 | 256): Uint8Array {
  const digest = (...parts: Buffer[]) => createHash('sha1').update(Buffer.concat(parts)).digest();
  const salt = filled(16, 3);
  let spun = digest(salt, Buffer.from(password, 'utf16le'));
  for (let spin = 0; spin < 50_000; spin++) spun = digest(number(spin), spun);
  const last = digest(spun, number(0));
  const spread = (filler: number) =>
    digest(Buffer.from(Array.from({ length: 64 }, (_, at) => (last[at] ?? 0) ^ filler)));
  const key = Buffer.concat([spread(0x36), spread(0x5c)]).subarray(0, keyBits / 8);
  const ecb = (bytes: Buffer) => {
    const cipher = createCipheriv(`aes-${keyBits}-ecb`, key, null).setAutoPadding(false);
    const rest = Buffer.alloc((16 - (bytes.length % 16)) % 16);
    return Buffer.concat([cipher.update(Buffer.concat([bytes, rest])), cipher.final()]);
  };
  const provider = Buffer.from(
    'Microsoft Enhanced RSA and AES Cryptographic Provider\0',
    'utf16le',
  );
  const algorithm = { 128: 0x660e, 192: 0x660f, 256: 0x6610 }[keyBits];
  const fields = [0x24, 0, algorithm, 0x8004, keyBits, 0x18, 0, 0].map(number);
  const header = Buffer.concat([...fields, provider]);
  const verifier = filled(16, 21);
  const info = Buffer.concat([
    Buffer.from([3, 0, 2, 0]),
    number(0x24),
    number(header.length),
    header,
    number(16),
    salt,
    ecb(verifier),
    number(20),
    ecb(digest(verifier)),
  ]);
  const size = Buffer.alloc(8);
  size.writeUInt32LE(content.length);
  return vault(info, Buffer.concat([size, ecb(content)]));
}

const EXCEL = { hash: 'sha512', keyBits: 256, spins: 100_000 };
const QUICK = { ...EXCEL, spins: 100 };

describe('a workbook protected by a password', () => {
  it('as Excel and WPS protect it opens with the password', async () => {
    const bytes = agile('群舵2026', book('xlsx'), EXCEL);
    expect(await rowsRead(bytes, '名单', { password: '群舵2026' })).toEqual(ROWS);
  }, 20_000);

  it('asks for the password, and takes no other', async () => {
    const bytes = agile('Qun', book('xlsx'), QUICK);
    expect(await refusalOf(bytes)).toBe('import-encrypted');
    for (const password of ['', 'qun', 'Qun ', 'VelvetSweatshop']) {
      expect(await refusalOf(bytes, '名单', { password })).toBe('import-wrong-password');
    }
  });

  it.each([
    ['sha1', 128],
    ['sha1', 256],
    ['sha256', 192],
    ['sha384', 256],
    ['sha512', 128],
  ])('opens with hash %s and a key of %i bits', async (hash, keyBits) => {
    const bytes = agile('p', book('xlsx'), { hash, keyBits, spins: 50 });
    expect(await rowsRead(bytes, '名单', { password: 'p' })).toEqual(ROWS);
  });

  it('may be an .xlsb, or larger than one segment', async () => {
    const long = Array.from({ length: 2000 }, (_, row) => [`王${row}`, `${13_800_000_000 + row}`]);
    expect(await rowsRead(agile('p', book('xlsb'), QUICK), '名单', { password: 'p' })).toEqual(
      ROWS,
    );
    const bytes = agile('p', book('xlsx', long), QUICK);
    expect(await rowsRead(bytes, '名单', { password: 'p' })).toEqual(long);
  });

  it.each([128, 192, 256] as const)(
    'opens as Excel 2007 protected it, %i bits',
    async (keyBits) => {
      const bytes = standard('旧密码', book('xlsx'), keyBits);
      expect(await rowsRead(bytes, '名单', { password: '旧密码' })).toEqual(ROWS);
      expect(await refusalOf(bytes)).toBe('import-encrypted');
      expect(await refusalOf(bytes, '名单', { password: 'x' })).toBe('import-wrong-password');
    },
  );

  it('opens without asking where Excel does not ask either', async () => {
    expect(await rowsRead(agile('VelvetSweatshop', book('xlsx'), QUICK))).toEqual(ROWS);
  });

  it('is refused as damaged when a byte was changed after it was protected', async () => {
    const tamper = (stored: Buffer) => {
      stored[5000] = (stored[5000] ?? 0) ^ 1;
    };
    const bytes = agile('p', book('xlsx'), { ...QUICK, tamper });
    expect(await refusalOf(bytes, '名单', { password: 'p' })).toBe('import-damaged');
  });

  it('says so when its protection is of a kind that cannot be opened', async () => {
    const extensible = vault(Buffer.from([4, 0, 3, 0, 0x10, 0, 0, 0]), Buffer.alloc(64));
    const endless = agile('p', book('xlsx'), {
      ...QUICK,
      tamper: (_, info) => info.write('spinCount="9E9"', info.indexOf('spinCount="100"')),
    });
    const foreign = agile('p', book('xlsx'), {
      ...QUICK,
      tamper: (_, info) => info.write('"XYZ"', info.lastIndexOf('"AES"')),
    });
    for (const bytes of [extensible, endless, foreign]) {
      expect(await refusalOf(bytes, '名单', { password: 'p' })).toBe('import-locked-otherwise');
      expect(await refusalOf(bytes)).toBe('import-locked-otherwise');
    }
  });
});
