const PIECE_BYTES = 1_048_576;

const hasUtf8Mark = (bytes: Uint8Array) =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** The text as UTF-8 without its mark, piece by piece; UTF-8 itself as it lies, in one. */
export function* toUtf8(bytes: Uint8Array, encoding: string): Generator<Uint8Array> {
  if (encoding === 'utf-8') {
    yield hasUtf8Mark(bytes) ? bytes.subarray(3) : bytes;
    return;
  }
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    const piece = bytes.subarray(start, start + PIECE_BYTES);
    yield encoder.encode(decoder.decode(piece, { stream: true }));
  }
  yield encoder.encode(decoder.decode());
}
