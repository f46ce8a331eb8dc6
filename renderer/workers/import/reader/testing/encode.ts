function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(index * 2, text.charCodeAt(index), isLittle);
  }
  return bytes;
}

/** Two-byte characters of an encoding that platforms only decode, found by decoding all pairs. */
function pairsOf(encoding: 'gb18030' | 'big5'): Map<string, [number, number]> {
  const decoder = new TextDecoder(encoding);
  const pairs = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if ([...letter].length === 1 && letter !== '\ufffd' && !pairs.has(letter)) {
        pairs.set(letter, [lead, trail]);
      }
    }
  }
  return pairs;
}

const tables = new Map<string, Map<string, [number, number]>>();

/** A text in one of the encodings of exports, for tests. */
export function encodeText(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-16le') return utf16(text, true);
  if (encoding === 'utf-16be') return utf16(text, false);
  if (encoding !== 'gb18030' && encoding !== 'big5') return new TextEncoder().encode(text);
  let table = tables.get(encoding);
  if (!table) {
    table = pairsOf(encoding);
    tables.set(encoding, table);
  }
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const pair = table.get(letter);
    if (code < 0x80) bytes.push(code);
    else if (pair) bytes.push(...pair);
    else throw new Error(`${letter} is not in ${encoding}`);
  }
  return Uint8Array.from(bytes);
}
