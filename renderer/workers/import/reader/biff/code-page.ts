/** Code pages that old workbooks name, by the platform's word for them; others are Western. */
const LABELS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10000: 'macintosh',
  10001: 'shift_jis',
  10002: 'big5',
  10003: 'euc-kr',
  10007: 'x-mac-cyrillic',
  10008: 'gb18030',
  20936: 'gb18030',
  51936: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};

const decoders = new Map<number, TextDecoder>();

/** Text in the code page of the computer that wrote it. */
export function decodePage(page: number, bytes: Uint8Array): string {
  let decoder = decoders.get(page);
  if (!decoder) {
    decoder = new TextDecoder(LABELS[page] ?? 'windows-1252', { ignoreBOM: true });
    decoders.set(page, decoder);
  }
  return decoder.decode(bytes);
}
