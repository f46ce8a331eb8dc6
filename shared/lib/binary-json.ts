import { TextDecoder, TextEncoder } from './text-codec';

/**
 * JSON with typed arrays: plain data in which Uint8Array, Uint16Array, Uint32Array, Int32Array and
 * Float64Array survive. Layout: byte length of the JSON (uint32, little endian), the JSON in UTF-8
 * with `{"$bin": [kind, byteOffset, byteLength]}` for each array, then the arrays' bytes.
 */
const KINDS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const;
type Kind = keyof typeof KINDS;
type Binary = InstanceType<(typeof KINDS)[Kind]>;

function kindOf(value: unknown): Kind | undefined {
  for (const kind of Object.keys(KINDS) as Kind[]) if (value instanceof KINDS[kind]) return kind;
  return undefined;
}

/** Encodes plain data; `undefined` fields are left out, as JSON does. */
export function encodeBinaryJson(value: unknown): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let offset = 0;
  const json = JSON.stringify(value, (_key, field: unknown) => {
    const kind = kindOf(field);
    if (!kind) return field;
    const array = field as Binary;
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    parts.push(bytes);
    const at = offset;
    offset += bytes.byteLength;
    return { $bin: [kind, at, bytes.byteLength] };
  });
  const head = new TextEncoder().encode(json);
  const out = new Uint8Array(4 + head.byteLength + offset);
  new DataView(out.buffer).setUint32(0, head.byteLength, true);
  out.set(head, 4);
  let at = 4 + head.byteLength;
  for (const part of parts) {
    out.set(part, at);
    at += part.byteLength;
  }
  return out;
}

/** The reverse. Throws when the bytes are cut short or are not of this layout. */
export function decodeBinaryJson(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headLength = view.getUint32(0, true);
  const base = 4 + headLength;
  if (base > bytes.byteLength) throw new Error('binary JSON is cut short');
  const json = new TextDecoder().decode(bytes.subarray(4, base));
  return JSON.parse(json, (_key, field: unknown) => {
    const mark = (field as { $bin?: [Kind, number, number] } | null)?.$bin;
    if (!mark) return field;
    const [kind, at, length] = mark;
    if (base + at + length > bytes.byteLength) throw new Error('binary JSON is cut short');
    // Copied, because a typed array needs an aligned start.
    const copy = bytes.slice(base + at, base + at + length);
    return new KINDS[kind](copy.buffer);
  });
}
