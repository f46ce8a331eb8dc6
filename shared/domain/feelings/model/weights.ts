/** The trained weights as they are shipped, with where they come from. */
export type WeightsFile = {
  name: string;
  format: 2;
  provenance: {
    data: { name: string; texts: number; use: string }[];
    trainedOn: string;
    seed: number;
    method: string;
    /** Measured on texts that the measured model had not seen. */
    measured: Record<string, number>;
  };
  bias: number;
  /** One step of the whole-number weights. */
  step: number;
  /** Below this distance from 0 the answer is `unsure`. */
  threshold: number;
  /** Names of the features, sorted, as `packNames` writes them. */
  features: string;
  /** One signed byte per feature, in base64. */
  weights: string;
};

export type Weights = {
  name: string;
  bias: number;
  threshold: number;
  byFeature: ReadonlyMap<string, number>;
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 without a browser or Node. */
export function bytesToBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let part = 0; part < 4; part++) {
      const isPadding = at + part > bytes.length;
      text += isPadding ? '=' : ALPHABET[(three >> (18 - 6 * part)) & 63];
    }
  }
  return text;
}

function base64ToBytes(text: string): Uint8Array {
  const clean = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((clean.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const character of clean) {
    held = (held << 6) | ALPHABET.indexOf(character);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 255;
  }
  return bytes;
}

/** Letter that says "no character of the name before": plain text holds no capitals. */
const CODE_OF_A = 65;
const MOST_SHARED = 25;

/**
 * Sorted names as one text: each as a capital (A for 0 …) that tells how many characters it shares
 * with the beginning of the name before, and the rest of it. Half the size of a plain list.
 */
export function packNames(names: readonly string[]): string {
  let before = '';
  let packed = '';
  for (const name of names) {
    let shared = 0;
    while (shared < MOST_SHARED && shared < name.length && name[shared] === before[shared]) {
      shared += 1;
    }
    packed += String.fromCharCode(CODE_OF_A + shared) + name.slice(shared);
    before = name;
  }
  return packed;
}

function unpackNames(packed: string): string[] {
  let before = '';
  return (packed.match(/[A-Z][^A-Z]*/g) ?? []).map((piece) => {
    before = before.slice(0, piece.charCodeAt(0) - CODE_OF_A) + piece.slice(1);
    return before;
  });
}

/** Opens a file of weights. */
export function openWeights(file: WeightsFile): Weights {
  const bytes = new Int8Array(base64ToBytes(file.weights).buffer);
  const names = unpackNames(file.features);
  if (bytes.length !== names.length) throw new Error('weights and features differ in number');
  const byFeature = new Map(names.map((name, i) => [name, (bytes[i] ?? 0) * file.step]));
  return { name: file.name, bias: file.bias, threshold: file.threshold, byFeature };
}
