import { Refusal, Unrecognised } from './refusals';

/** A file in the archive; `start` and `packedSize` bound its bytes, which lie inside the archive. */
export type ZipEntry = {
  name: string;
  method: number;
  crc: number;
  start: number;
  packedSize: number;
  size: number;
  isEncrypted: boolean;
  /** Where its own header begins: what lies between is its own. */
  headerStart: number;
};

const END_SIGN = 0x06054b50;
const WIDE_LOCATOR_SIGN = 0x07064b50;
const WIDE_END_SIGN = 0x06064b50;
const ENTRY_SIGN = 0x02014b50;
const LOCAL_SIGN = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const IN_WIDE_FIELD = 0xffffffff;

type Place = { first: number; count: number; shift: number };

function wideNumber(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Refusal('damaged');
  return Number(value);
}

/** The 64-bit record, where the ordinary one says that its fields are too small. */
function widePlace(view: DataView, end: number): Place {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== WIDE_LOCATOR_SIGN)
    throw new Refusal('damaged');
  const record = wideNumber(view, locator + 8);
  if (record + 56 > locator || view.getUint32(record, true) !== WIDE_END_SIGN) {
    throw new Refusal('damaged');
  }
  return { first: wideNumber(view, record + 48), count: wideNumber(view, record + 32), shift: 0 };
}

/** `shift`: bytes put before the archive, which its offsets do not count. */
function placeFrom(view: DataView, end: number): Place | undefined {
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const first = view.getUint32(end + 16, true);
  if (first === IN_WIDE_FIELD || size === IN_WIDE_FIELD || count === 0xffff) {
    return widePlace(view, end);
  }
  const shift = end - size - first;
  if (shift < 0) return undefined;
  if (count > 0 && view.getUint32(first + shift, true) !== ENTRY_SIGN) return undefined;
  return { first: first + shift, count, shift };
}

function findDirectory(view: DataView): Place {
  const last = view.byteLength - END_LENGTH;
  for (let end = last; end >= Math.max(0, last - LONGEST_COMMENT); end--) {
    if (view.getUint32(end, true) !== END_SIGN) continue;
    if (end + END_LENGTH + view.getUint16(end + 20, true) > view.byteLength) continue;
    const place = placeFrom(view, end);
    if (place) return place;
  }
  throw new Refusal('damaged');
}

/** Sizes and offset in the 64-bit field, in this order, only those that did not fit. */
function readWideField(view: DataView, from: number, to: number, entry: ZipEntry): void {
  for (let at = from; at + 4 <= to; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let place = at + 4;
      const next = () => {
        if (place + 8 > at + 4 + length || place + 8 > to) throw new Refusal('damaged');
        place += 8;
        return wideNumber(view, place - 8);
      };
      if (entry.size === IN_WIDE_FIELD) entry.size = next();
      if (entry.packedSize === IN_WIDE_FIELD) entry.packedSize = next();
      if (entry.headerStart === IN_WIDE_FIELD) entry.headerStart = next();
      return;
    }
    at += 4 + length;
  }
}

/** Finds the entry's bytes behind its own header, whose name and extra field have their own length. */
function placeContent(view: DataView, entry: ZipEntry, shift: number): void {
  entry.headerStart += shift;
  const header = entry.headerStart;
  if (header + 30 > view.byteLength || view.getUint32(header, true) !== LOCAL_SIGN) {
    throw new Refusal('damaged');
  }
  entry.start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (entry.start + entry.packedSize > view.byteLength) throw new Refusal('damaged');
}

function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const inOrder = [...entries].sort((a, b) => a.headerStart - b.headerStart);
  let free = 0;
  for (const entry of inOrder) {
    if (entry.headerStart < free) throw new Refusal('bomb');
    free = entry.start + entry.packedSize;
  }
}

/** Parts are named without regard to case; some writers part folders with a backslash. */
export function partKey(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

function byName(entries: readonly ZipEntry[]): Map<string, ZipEntry> {
  const named = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = partKey(entry.name);
    if (key.endsWith('/')) continue;
    if (named.has(key)) throw new Refusal('damaged');
    named.set(key, entry);
  }
  return named;
}

/**
 * The archive's files by their name (see `partKey`), from the list at its end. Refuses what is broken
 * off, points outside of the file, names one file twice or lays one over another.
 */
export function readDirectory(bytes: Uint8Array): Map<string, ZipEntry> {
  if (bytes.length < END_LENGTH) throw new Refusal('damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { first, count, shift } = findDirectory(view);
  const names = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = first;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGN) {
      throw new Refusal('damaged');
    }
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > bytes.length) throw new Refusal('damaged');
    const flags = view.getUint16(at + 8, true);
    const entry: ZipEntry = {
      name: names.decode(bytes.subarray(at + 46, nameEnd)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: 0,
      isEncrypted: (flags & 1) !== 0,
      headerStart: view.getUint32(at + 42, true),
    };
    readWideField(view, nameEnd, extraEnd, entry);
    placeContent(view, entry, shift);
    entries.push(entry);
    at = extraEnd + view.getUint16(at + 32, true);
  }
  if (entries.length === 0) throw new Unrecognised('an empty archive');
  refuseOverlaps(entries);
  return byName(entries);
}
