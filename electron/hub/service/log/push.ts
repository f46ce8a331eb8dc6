import {
  HUB_LIMITS,
  type PushAnswer,
  type PushResult,
  type Refusal,
} from '@shared/contracts/hub-http';
import { ExpectedError } from '@shared/lib/errors';
import { decodeFrames, type Frame, PROTOCOL_VERSION } from '@shared/sync/wire';
import type { Store, Work } from '../../store/tables';
import { judgeLabelled, judgeRole } from '../records/judge';
import { type Labelled, readNames } from '../records/names';
import { peekEntities } from '../records/peek';
import { addLabels } from '../records/records';
import { isPlain, isPlainId, refuse } from '../refuse';
import { isAtLeast, type Seat } from '../seats/seat';
import { Batch } from './batch';
import { judgeClock, judgeLabels } from './judge-op';
import { enterStaged, stagePiece } from './stages';

const MAX_FRAMES = 2000;

/** Refused for now, or for all that follows: the sender mends it first, so what follows is not looked at. */
const ENDING = new Set<string>(['clock-ahead', 'device-cloned', 'must-divide', 'wrong-workspace']);

/** The frames of a request; `malformed` as a whole where they are none. */
export function readPush(bytes: Uint8Array): Frame[] {
  const frames: Frame[] = [];
  try {
    for (const frame of decodeFrames(bytes, HUB_LIMITS.header)) {
      frames.push(frame);
      if (frames.length > MAX_FRAMES) refuse('too-large');
    }
  } catch (error) {
    if (error instanceof ExpectedError && error.code !== 'frame-damaged') throw error;
    refuse('malformed');
  }
  if (frames.length === 0) refuse('malformed');
  for (const { header } of frames) {
    if (header.protocol > PROTOCOL_VERSION) refuse('protocol-newer', { hub: PROTOCOL_VERSION });
    if (!isSound(header)) refuse('malformed');
  }
  return frames;
}

function isSound({ op, parts, piece }: Frame['header']): boolean {
  const ids = [op.id, op.deviceId, op.workspaceId];
  const isLabelled = parts.every(({ scopes }) => scopes.every(isPlain));
  return ids.every(isPlainId) && isLabelled && (!piece || piece.n < piece.of);
}

/**
 * Takes frames in, each with its own result; after one that ends it (see `ENDING`) the rest has none.
 * Everything that is answered is committed.
 */
export function push(
  db: Store,
  seat: Seat,
  frames: readonly Frame[],
  nowMs: number,
): Promise<PushAnswer> {
  return db.transaction().execute((work) => pushInside(work, seat, frames, nowMs));
}

async function pushInside(
  work: Work,
  seat: Seat,
  frames: readonly Frame[],
  nowMs: number,
): Promise<PushAnswer> {
  const batch = await Batch.open(work, seat, frames, nowMs);
  const results: PushResult[] = [];
  // The rest of an operation goes the way of its first refused piece.
  const refused = new Map<string, Refusal>();
  for (const frame of frames) {
    const result = refuseRest(frame, refused) ?? (await takeFrame(batch, seat, frame, nowMs));
    if (result.refusal) refused.set(result.opId, result.refusal);
    results.push(result);
    if (ENDING.has(result.refusal?.code ?? '') || isPieceMissing(result)) break;
  }
  await batch.close();
  return { results, head: batch.head };
}

function refuseRest(
  { header: { op, piece } }: Frame,
  refused: ReadonlyMap<string, Refusal>,
): PushResult | undefined {
  const refusal = refused.get(op.id);
  if (!refusal || !piece || piece.n === 0) return undefined;
  return { opId: op.id, piece: piece.n, result: 'rejected', refusal };
}

/** What follows would enter the log before it. */
const isPieceMissing = ({ result, have = 0, piece = 0 }: PushResult): boolean =>
  result === 'stored' && have <= piece;

async function takeFrame(
  batch: Batch,
  seat: Seat,
  frame: Frame,
  nowMs: number,
): Promise<PushResult> {
  const { op, piece } = frame.header;
  const about = { opId: op.id, ...(piece && { piece: piece.n }) };
  const known = batch.seqOf(op.id);
  if (known !== undefined) return { ...about, result: 'duplicate', seq: known };
  const parts = readParts(frame);
  if (!parts) return { ...about, result: 'rejected', refusal: { code: 'malformed' } };
  const refusal = await judge(batch, seat, frame, parts, nowMs);
  if (refusal) return { ...about, result: 'rejected', refusal };
  if (!piece) {
    if (batch.isDivided) {
      for (const part of parts) await addLabels(batch.work, seat.workspaceId, part);
    }
    return { ...about, result: 'accepted', seq: batch.enter(frame) };
  }
  const have = await stagePiece(batch, frame, piece);
  if (have < piece.of) return { ...about, result: 'stored', have };
  const entered = await enterStaged(batch, frame);
  if (typeof entered === 'number') return { ...about, result: 'accepted', seq: entered };
  return { ...about, result: 'rejected', refusal: entered };
}

/** Of which records its parts speak; absent where one of the lists is none. */
function readParts({ header, parts }: Frame): Labelled[] | undefined {
  try {
    return parts.map(({ index }, n) => ({
      scopes: header.parts[n]?.scopes ?? [],
      records: readNames(index),
    }));
  } catch {
    return undefined;
  }
}

async function judge(
  batch: Batch,
  seat: Seat,
  frame: Frame,
  parts: readonly Labelled[],
  nowMs: number,
): Promise<Refusal | undefined> {
  const { op } = frame.header;
  if (op.workspaceId !== seat.workspaceId) return { code: 'wrong-workspace' };
  if (batch.isCloned(op)) return { code: 'device-cloned' };
  const ahead = judgeClock(op.hlc, nowMs);
  if (ahead) return ahead;
  if (!isAtLeast(seat.role, 'assistant')) return { code: 'forbidden' };
  if (!batch.isDivided) return judgeUncut(seat, frame);
  return judgeLabels(frame) ?? (await judgeLabelled(batch.work, seat, parts));
}

/** What is not cut names no records; only of those who may not change everything it is looked into. */
async function judgeUncut(seat: Seat, frame: Frame): Promise<Refusal | undefined> {
  if (isAtLeast(seat.role, 'leader')) return undefined;
  try {
    return judgeRole(seat, await peekEntities(frame));
  } catch {
    return { code: 'malformed' };
  }
}
