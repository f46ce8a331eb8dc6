/** A record of an .xls; `start` and `end` bound its content, which may reach beyond the stream. */
export type RecordPlace = { kind: number; start: number; end: number };

export const FILE_PASS = 0x002f;
const END = 0x000a;
/** Beginnings of a part in BIFF2, 3, 4 and from 5 on. */
const BEGINNINGS = new Set([0x0009, 0x0209, 0x0409, 0x0809]);

/** The records of a stream one after another, up to the first that the stream cuts off. */
export function* recordsOf(stream: Uint8Array): Generator<RecordPlace> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.length; ) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > stream.length) return;
    yield { kind: view.getUint16(at, true), start: at + 4, end };
    at = end;
  }
}

/**
 * Whether every part that begins also ends: what was broken off, or whose lengths lie, must not pass
 * for a shorter list. What comes behind the last part is nobody's.
 */
export function isWholeStream(stream: Uint8Array): boolean {
  let depth = 0;
  let isFirst = true;
  for (const { kind } of recordsOf(stream)) {
    const isBeginning = BEGINNINGS.has(kind);
    if (isFirst && !isBeginning) return false;
    isFirst = false;
    if (isBeginning) depth += 1;
    else if (kind === END && depth > 0) depth -= 1;
  }
  return !isFirst && depth === 0;
}

/** `isObfuscated`: by the oldest protection, a mere XOR, which SheetJS opens. */
export type FilePass = RecordPlace & { isObfuscated: boolean };

/** The record that says how a workbook is protected: the second, or a few behind. */
export function findFilePass(stream: Uint8Array): FilePass | undefined {
  let seen = 0;
  for (const record of recordsOf(stream)) {
    if (record.kind === FILE_PASS) {
      const isOld = record.end - record.start < 6;
      const isXor = stream[record.start] === 0 && stream[record.start + 1] === 0;
      return { ...record, isObfuscated: isOld || isXor };
    }
    if (++seen > 8) return undefined;
  }
  return undefined;
}
