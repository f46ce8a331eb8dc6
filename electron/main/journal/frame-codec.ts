import type { JournalFrame } from '@shared/contracts/ipc';
import { crc32 } from '../files/crc32';

/**
 * A segment is a head and then frames, all little-endian:
 *
 *   head   "QDJ1" · u32 length of the JSON · u32 CRC-32 of the JSON · JSON {databaseId, firstSeq}
 *   frame  u32 length of the body · u32 CRC-32 of the body · body
 *   body   f64 seq · u32 length of the header · header (UTF-8 JSON of the op) · payload
 */
const MAGIC = Buffer.from('QDJ1', 'latin1');
const HEAD_FIXED = 12;
const FRAME_FIXED = 8;
const BODY_FIXED = 12;

export type SegmentHead = { databaseId: string; firstSeq: number };

export function encodeHead(head: SegmentHead): Buffer {
  const json = Buffer.from(JSON.stringify(head), 'utf8');
  const fixed = Buffer.alloc(HEAD_FIXED);
  MAGIC.copy(fixed);
  fixed.writeUInt32LE(json.length, 4);
  fixed.writeUInt32LE(crc32(json), 8);
  return Buffer.concat([fixed, json]);
}

export type DecodedHead = { head: SegmentHead; end: number };

/** Null when the head is not whole. */
function decodeHead(data: Buffer): DecodedHead | null {
  if (data.length < HEAD_FIXED || !data.subarray(0, 4).equals(MAGIC)) return null;
  const end = HEAD_FIXED + data.readUInt32LE(4);
  if (data.length < end) return null;
  const json = data.subarray(HEAD_FIXED, end);
  if (crc32(json) !== data.readUInt32LE(8)) return null;
  const head = JSON.parse(json.toString('utf8')) as SegmentHead;
  return { head, end };
}

/** What stands before a frame's body. */
export function encodeSum(bodyBytes: number, crc: number): Buffer {
  const sum = Buffer.alloc(FRAME_FIXED);
  sum.writeUInt32LE(bodyBytes, 0);
  sum.writeUInt32LE(crc, 4);
  return sum;
}

/** The body up to the payload, in two pieces. */
export function encodeFrameStart(
  seq: number,
  header: string,
): { fixed: Buffer; headerBytes: Buffer } {
  const headerBytes = Buffer.from(header, 'utf8');
  const fixed = Buffer.alloc(BODY_FIXED);
  fixed.writeDoubleLE(seq, 0);
  fixed.writeUInt32LE(headerBytes.length, 8);
  return { fixed, headerBytes };
}

export function encodeFrames(frames: readonly JournalFrame[]): Buffer {
  const parts: Uint8Array[] = [];
  for (const { seq, header, payload } of frames) {
    const { fixed, headerBytes } = encodeFrameStart(seq, header);
    const crc = crc32(payload, crc32(headerBytes, crc32(fixed)));
    const bodyBytes = fixed.length + headerBytes.length + payload.length;
    parts.push(encodeSum(bodyBytes, crc), fixed, headerBytes, payload);
  }
  return Buffer.concat(parts);
}

/** Where a frame lies in its segment, without its contents. */
export type FramePlace = { seq: number; start: number; end: number };

/**
 * The frame that starts at `offset`, or null when it is torn, damaged or not there.
 */
function checkFrame(data: Buffer, offset: number): FramePlace | null {
  if (data.length < offset + FRAME_FIXED + BODY_FIXED) return null;
  const bodyStart = offset + FRAME_FIXED;
  const end = bodyStart + data.readUInt32LE(offset);
  if (end < bodyStart + BODY_FIXED || end > data.length) return null;
  if (crc32(data.subarray(bodyStart, end)) !== data.readUInt32LE(offset + 4)) return null;
  return { seq: data.readDoubleLE(bodyStart), start: offset, end };
}

/** The whole frame at a place that `checkFrame` has found good. */
export function decodeFrame(data: Buffer, place: FramePlace): JournalFrame {
  const bodyStart = place.start + FRAME_FIXED;
  const headerStart = bodyStart + BODY_FIXED;
  const headerEnd = headerStart + data.readUInt32LE(bodyStart + 8);
  return {
    seq: place.seq,
    header: data.toString('utf8', headerStart, headerEnd),
    // Copied: a view would drag the whole segment along to the window, once per frame.
    payload: new Uint8Array(data.subarray(headerEnd, place.end)),
  };
}

/**
 * The highest number of a whole frame anywhere in a piece of which the beginning or any part may be
 * damaged; 0 when there is none.
 */
export function findHighestSeq(piece: Buffer): number {
  let highest = 0;
  for (let at = 0; at + FRAME_FIXED + BODY_FIXED <= piece.length; ) {
    // Few places pass for a number: only there is the sum worth its time.
    const seq = piece.readDoubleLE(at + FRAME_FIXED);
    const frame = Number.isSafeInteger(seq) && seq > 0 ? checkFrame(piece, at) : null;
    highest = Math.max(highest, frame?.seq ?? 0);
    at = frame?.end ?? at + 1;
  }
  return highest;
}

/** The number that a damaged frame gives itself, at the beginning of a piece; not to be trusted. */
export function readClaimedSeq(piece: Buffer): number {
  return piece.length < FRAME_FIXED + BODY_FIXED ? 0 : piece.readDoubleLE(FRAME_FIXED);
}

export type SegmentScan = {
  head: SegmentHead;
  frames: FramePlace[];
  /** Everything before is good; what follows, if anything, is torn or damaged. */
  goodEnd: number;
};

/** Walks a segment from its head to the first frame that is not whole. Null without a good head. */
export function scanSegment(data: Buffer): SegmentScan | null {
  const decoded = decodeHead(data);
  if (decoded === null) return null;
  const frames: FramePlace[] = [];
  let goodEnd = decoded.end;
  let expected = decoded.head.firstSeq;
  for (;;) {
    const frame = checkFrame(data, goodEnd);
    if (frame === null || frame.seq !== expected) break;
    frames.push(frame);
    goodEnd = frame.end;
    expected += 1;
  }
  return { head: decoded.head, frames, goodEnd };
}
