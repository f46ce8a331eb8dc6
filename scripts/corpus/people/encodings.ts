function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, isLittle);
  for (let at = 0; at < text.length; at++) {
    view.setUint16(at * 2 + 2, text.charCodeAt(at), isLittle);
  }
  return bytes;
}

/** A text in UTF-16 with its mark. */
export const utf16le = (text: string) => utf16(text, true);
export const utf16be = (text: string) => utf16(text, false);

/** Platforms only decode GB18030: the pairs of a text's letters are found by decoding all. */
export function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  const bytes = [...text].flatMap((letter) => {
    const code = letter.charCodeAt(0);
    return code < 0x80 ? [code] : [...(pairs.get(letter) ?? [])];
  });
  return Uint8Array.from(bytes);
}
