/** The encodings that text exports come in; `confidence` of the last is low, it takes anything. */
export type DecodedText = { text: string; encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' };

const MAX_CONTROL_SHARE = 0.001;
const LOOK_AT = 65_536;

/** NUL in every other byte: UTF-16 text without its mark, mostly of ASCII. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 1000) & ~1;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  const half = length / 2;
  if (half === 0) return undefined;
  if (odd > half * 0.4 && even === 0) return 'utf-16le';
  return even > half * 0.4 && odd === 0 ? 'utf-16be' : undefined;
}

function decodeAs(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

/** Text has hardly any control characters; pictures and programs are full of them. */
function isText(text: string): boolean {
  const length = Math.min(text.length, LOOK_AT);
  let control = 0;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffd) control++;
  }
  return control <= length * MAX_CONTROL_SHARE;
}

/** By its mark, else strict UTF-8, else GB18030 (what Excel and WPS write in China); or undefined. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const [first, second, third] = bytes;
  let decoded: DecodedText | undefined;
  if (first === 0xff && second === 0xfe) decoded = decodeAs(bytes, 'utf-16le');
  else if (first === 0xfe && second === 0xff) decoded = decodeAs(bytes, 'utf-16be');
  else if (first === 0xef && second === 0xbb && third === 0xbf) decoded = decodeAs(bytes, 'utf-8');
  else {
    const wide = guessUtf16(bytes);
    decoded = wide && decodeAs(bytes, wide);
  }
  decoded ??= decodeAs(bytes, 'utf-8') ?? decodeAs(bytes, 'gb18030');
  return decoded && isText(decoded.text) ? decoded : undefined;
}
