/** What a file is by its first bytes, whatever its name says. */
export type FileKind =
  | 'zip'
  | 'compound'
  | 'old-excel'
  | 'picture'
  | 'pdf'
  | 'archive'
  | 'program'
  | 'unknown';

const LOOK_AT = 1024;

/** First bytes as Latin-1 letters; `.` stands for any byte. */
const SIGNS: readonly [FileKind, string][] = [
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['zip', 'PK\x07\x08'],
  ['compound', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['picture', '\x89PNG'],
  ['picture', '\xff\xd8\xff'],
  ['picture', 'GIF8'],
  ['picture', 'II*\0'],
  ['picture', 'MM\0*'],
  ['picture', '8BPS'],
  ['picture', 'RIFF....WEBP'],
  ['picture', '....ftyp'],
  ['picture', 'BM....\0\0\0\0'],
  ['pdf', '%PDF-'],
  ['archive', 'Rar!\x1a'],
  ['archive', "7z\xbc\xaf'\x1c"],
  ['archive', '\x1f\x8b\x08'],
  ['archive', 'BZh'],
  ['archive', '\xfd7zXZ'],
  ['archive', '(\xb5/\xfd'],
  ['program', 'MZ'],
  ['program', '\x7fELF'],
  ['program', 'SQLite format 3\0'],
];

function startsWith(bytes: Uint8Array, sign: string): boolean {
  if (bytes.length < sign.length) return false;
  for (let index = 0; index < sign.length; index++) {
    if (sign[index] !== '.' && bytes[index] !== sign.charCodeAt(index)) return false;
  }
  return true;
}

/** Excel's formats before the compound file: a BOF record of BIFF2, 3, 4 or 5 and its length. */
function isOldExcel(bytes: Uint8Array): boolean {
  const [kind, version, length, high] = bytes;
  if (kind !== 0x09 || high !== 0 || length === undefined || length > 16) return false;
  return version === 0x00 || version === 0x02 || version === 0x04 || version === 0x08;
}

/** MZ also begins a word; a program has a zero byte soon after. */
const isProgram = (bytes: Uint8Array) => bytes.subarray(0, LOOK_AT).includes(0);

export function tellFileKind(bytes: Uint8Array): FileKind {
  if (isOldExcel(bytes)) return 'old-excel';
  const found = SIGNS.find(([, sign]) => startsWith(bytes, sign))?.[0] ?? 'unknown';
  return found === 'program' && !isProgram(bytes) ? 'unknown' : found;
}
