import { createCipheriv, createHash, createHmac } from 'node:crypto';
import { CFB, utils, write } from 'xlsx';

const SPINS = 1000;
const KEY_BITS = 256;
const BLOCKS = {
  verifier: 'fea7d2763b4b9e79',
  verifierHash: 'd7aa0f6d3061344e',
  key: '146e0be7abacd0d6',
  hmacKey: '5fb2ad010cb9e1f6',
  hmac: 'a0677f02b22c8433',
};

const digest = (...parts: Buffer[]) => createHash('sha512').update(Buffer.concat(parts)).digest();
const number = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const filled = (length: number, seed: number) =>
  Buffer.from(Array.from({ length }, (_, at) => (at * 37 + seed) & 255));

function encrypt(key: Buffer, vector: Buffer, bytes: Buffer): Buffer {
  const padding = Buffer.alloc((16 - (bytes.length % 16)) % 16);
  const cipher = createCipheriv('aes-256-cbc', key, vector).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([bytes, padding])), cipher.final()]);
}

/** A workbook under a password as Excel saves it ([MS-OFFCRYPTO], agile encryption). */
export function protectedWorkbook(rows: string[][], password: string): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Sheet1');
  const content = Buffer.from(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  const dataSalt = filled(16, 3);
  const keySalt = filled(16, 9);
  const key = filled(KEY_BITS / 8, 77);
  let spun = digest(keySalt, Buffer.from(password, 'utf16le'));
  for (let spin = 0; spin < SPINS; spin += 1) spun = digest(number(spin), spun);

  const size = Buffer.alloc(8);
  size.writeUInt32LE(content.length);
  const segments: Buffer[] = [size];
  for (let at = 0; at < content.length; at += 4096) {
    const vector = digest(dataSalt, number(at / 4096)).subarray(0, 16);
    segments.push(encrypt(key, vector, content.subarray(at, at + 4096)));
  }
  const stored = Buffer.concat(segments);

  const underPassword = (block: string, bytes: Buffer) =>
    encrypt(digest(spun, Buffer.from(block, 'hex')).subarray(0, 32), keySalt, bytes);
  const underKey = (block: string, bytes: Buffer) =>
    encrypt(key, digest(dataSalt, Buffer.from(block, 'hex')).subarray(0, 16), bytes);
  const verifier = filled(16, 21);
  const hmacKey = filled(64, 5);
  const hmac = createHmac('sha512', hmacKey).update(stored).digest();
  const common = `saltSize="16" blockSize="16" keyBits="${KEY_BITS}" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"`;
  const text = (bytes: Buffer) => bytes.toString('base64');
  const xml = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">',
    `<keyData ${common} saltValue="${text(dataSalt)}"/>`,
    `<dataIntegrity encryptedHmacKey="${text(underKey(BLOCKS.hmacKey, hmacKey))}" encryptedHmacValue="${text(underKey(BLOCKS.hmac, hmac))}"/>`,
    '<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password">',
    `<p:encryptedKey spinCount="${SPINS}" ${common} saltValue="${text(keySalt)}"`,
    ` encryptedVerifierHashInput="${text(underPassword(BLOCKS.verifier, verifier))}"`,
    ` encryptedVerifierHashValue="${text(underPassword(BLOCKS.verifierHash, digest(verifier)))}"`,
    ` encryptedKeyValue="${text(underPassword(BLOCKS.key, key))}"/>`,
    '</keyEncryptor></keyEncryptors></encryption>',
  ].join('');
  const version = Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]);
  const vault = CFB.utils.cfb_new();
  CFB.utils.cfb_add(vault, '/EncryptionInfo', [...version, ...Buffer.from(xml)]);
  CFB.utils.cfb_add(vault, '/EncryptedPackage', [...stored]);
  return Buffer.from(CFB.write(vault, { type: 'array' }) as number[]);
}
