export type Numbers = Int32Array | Float64Array | Uint32Array | Uint8Array;
export type NumberKind = 'i32' | 'f64' | 'u32' | 'u8';

export function newNumbers(kind: NumberKind, length: number): Numbers {
  if (kind === 'i32') return new Int32Array(length);
  if (kind === 'f64') return new Float64Array(length);
  return kind === 'u32' ? new Uint32Array(length) : new Uint8Array(length);
}

/** The same numbers with room for more; as they are when there is room. */
export function grown<T extends Numbers>(numbers: T, length: number): T {
  if (numbers.length >= length) return numbers;
  const room = Math.ceil(length * 1.25) + 64;
  const wider = new (numbers.constructor as new (length: number) => T)(room);
  wider.set(numbers as never);
  return wider;
}
