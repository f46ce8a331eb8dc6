import { nextHlc } from '../clock';
import type { LocalPort, Outgoing } from '../local-port';
import { joinWithWorkspace } from '../merge/merge-change';
import { BROUGHT } from '../op';
import { encodeFrame, type Frame, PROTOCOL_VERSION } from '../wire';
import { type Body, decodeBody, decodeState, encodeBody, joinBytes } from './body';
import { agree, append, type Disk, keysOf, layOwn, type OwnOp } from './memory-disk';
import type { Random } from './random';
import { idOf, printHeld, type Records } from './records';

export const SCHEMA_VERSION = 7;
const MAX_FRAMES_BYTES = 4000;

type Parts = { disk: Disk; random: Random; nowMs: () => number };

/**
 * The session's port over a laptop in memory. Every method works on the disk without a pause, so that
 * a crash finds all of what it does or nothing.
 */
export function memoryLocalPort({ disk, random, nowMs }: Parts): LocalPort {
  return {
    async place() {
      return { ...disk.place };
    },
    async heardMe({ role, grants, grantsVersion, isDivided, logId, workspaceName }) {
      Object.assign(disk.place, { role, grants, grantsVersion, isDivided, logId, workspaceName });
    },
    outgoing: async ({ seq, pieces }, maxBytes) => outgoing(disk, seq, pieces, maxBytes),
    async answered(sent, results) {
      for (const [n, { opId, seq }] of sent.entries()) {
        const answer = results[n];
        if (answer && answer.result !== 'stored') {
          settle(disk, opId, answer.result === 'rejected' ? undefined : (answer.seq ?? 0));
          disk.place.ackedSeq = Math.max(disk.place.ackedSeq, seq);
        }
      }
    },
    async keepPiece(frame) {
      disk.inbox.push(frame);
      disk.place.piecesHere++;
    },
    async take(frames) {
      const isCloned = frames.some(
        ({ header: { op } }) => op.deviceId === disk.deviceId && !disk.written.has(op.id),
      );
      if (isCloned) disk.place.isCloned = true;
      for (const frame of frames) takeFrame(disk, frame);
    },
    async keepCheckpointPart({ id }, _, bytes) {
      if (disk.stateHere?.id !== id) disk.stateHere = { id, parts: [] };
      disk.stateHere.parts.push(bytes);
    },
    async checkpointPartsHere({ id }) {
      return disk.stateHere?.id === id ? disk.stateHere.parts.length : 0;
    },
    async takeCheckpoint({ atSeq }) {
      takeState(disk, atSeq, random, nowMs());
    },
    async renew(why) {
      renew(disk, random, nowMs(), why);
    },
    async startOver() {
      disk.former ??= disk.agreed;
      disk.inbox = [];
      disk.stateHere = undefined;
      for (const op of disk.own) delete op.logSeq;
      // What was agreed only with the log that is gone has to be sent again, before anything newer.
      disk.place = { ...disk.place, cursor: 0, piecesHere: 0, ackedSeq: 0, needsCheckpoint: true };
      delete disk.place.logId;
    },
    async agreed(atMs) {
      disk.place.agreedAt = atMs;
    },
  };
}

export const isUnsent = ({ logSeq }: OwnOp): boolean => logSeq === undefined;

function outgoing(disk: Disk, after: number, pieces: number, maxBytes: number): Outgoing {
  const frames: Uint8Array[] = [];
  const sent: Outgoing['sent'] = [];
  let size = 0;
  let skip = pieces;
  for (const op of disk.own.filter((it) => isUnsent(it) && it.seq > after)) {
    for (const [n, frame] of framesOf(disk, op).entries()) {
      if (n < skip) continue;
      size += frame.byteLength;
      if (frames.length > 0 && size > Math.min(maxBytes, MAX_FRAMES_BYTES)) {
        return { frames: joinBytes(frames), sent };
      }
      frames.push(frame);
      const piece = op.pieces > 1 ? { piece: { n, of: op.pieces } } : {};
      sent.push({ opId: op.id, seq: op.seq, ...piece });
    }
    skip = 0;
  }
  return { frames: joinBytes(frames), sent };
}

function framesOf(disk: Disk, op: OwnOp): Uint8Array[] {
  const { id, deviceId, seq, hlc, at, base, command } = op;
  return bodiesOf(op).map((part, n) => {
    const body = encodeBody(part);
    return encodeFrame({
      header: {
        protocol: PROTOCOL_VERSION,
        op: {
          ...{ id, deviceId, seq, hlc, at, command },
          workspaceId: disk.place.workspaceId,
          schemaVersion: SCHEMA_VERSION,
        },
        base,
        ...(op.pieces > 1 && { piece: { n, of: op.pieces } }),
        parts: [{ scopes: ['all'], index: 0, body: body.byteLength, form: 'gzip' }],
      },
      parts: [{ index: new Uint8Array(0), body }],
    });
  });
}

function bodiesOf({ body: { changes, states }, pieces }: OwnOp): Body[] {
  if (pieces < 2) return [{ changes, ...(states && { states }) }];
  const each = Math.ceil(changes.length / pieces);
  return Array.from({ length: pieces }, (_, n) => ({
    changes: changes.slice(n * each, (n + 1) * each),
  }));
}

/** `seq` is its number in the log; without one it was rejected, and what it did is taken back. */
function settle(disk: Disk, opId: string, seq: number | undefined): void {
  const op = disk.own.find(({ id }) => id === opId);
  if (!op) return;
  const isNext = seq === disk.place.cursor + 1 && disk.place.piecesHere === 0;
  if (seq !== undefined && seq > disk.place.cursor && !isNext) {
    op.logSeq = seq;
    hear(disk, op.hlc);
    return;
  }
  disk.own.splice(disk.own.indexOf(op), 1);
  if (isNext) {
    agree(disk, op.body, op);
    hear(disk, op.hlc);
    disk.place.cursor++;
  }
  if (seq === undefined) {
    disk.aside.push(op);
    disk.turns++;
  }
  layOwn(disk, keysOf(op.body));
}

function takeFrame(disk: Disk, frame: Frame): void {
  const { op, seq = 0 } = frame.header;
  const parts = [...disk.inbox, frame].flatMap((it) => it.parts.map(({ body }) => body));
  const bodies = parts.map(decodeBody);
  const body: Body = {
    changes: bodies.flatMap(({ changes }) => changes),
    states: bodies.flatMap(({ states = [] }) => states),
  };
  disk.inbox = [];
  disk.place.piecesHere = 0;
  disk.place.cursor = seq;
  disk.own = disk.own.filter(({ id }) => id !== op.id);
  hear(disk, op.hlc);
  agree(disk, body, op);
  layOwn(disk, keysOf(body));
}

function hear(disk: Disk, hlc: string): void {
  if (hlc > (disk.heardHlc ?? '')) disk.heardHlc = hlc;
  if (hlc > (disk.lastHlc ?? '')) disk.lastHlc = hlc;
}

function renew(disk: Disk, random: Random, nowMs: number, why: 'cloned' | 'clock'): void {
  if (why === 'cloned') {
    disk.deviceId = random.uuid();
    delete disk.place.isCloned;
  }
  disk.lastHlc = disk.heardHlc;
  disk.turns++;
  const unsent = disk.own.filter(isUnsent);
  for (const op of unsent) {
    op.hlc = nextHlc(disk.lastHlc, nowMs, disk.deviceId);
    op.id = random.uuid();
    op.deviceId = disk.deviceId;
    disk.written.add(op.id);
    disk.lastHlc = op.hlc;
  }
  layOwn(
    disk,
    unsent.flatMap(({ body }) => keysOf(body)),
  );
}

/** The state of the workspace takes the place of what was agreed; what is only here is brought along. */
function takeState(disk: Disk, atSeq: number, random: Random, nowMs: number): void {
  const state: Records = new Map((disk.stateHere?.parts ?? []).flatMap(decodeState));
  const former = disk.former ?? new Map();
  const isFirst = disk.place.needsCheckpoint;
  const before = new Set([...disk.agreed.keys(), ...disk.held.keys(), ...state.keys()]);
  disk.agreed = state;
  for (const { clocks } of state.values()) {
    for (const stamp of [clocks?.since, ...Object.values(clocks?.at ?? {})]) {
      if (stamp) hear(disk, stamp);
    }
  }
  // Own work that the hub confirmed is in the state, or comes with the log after it.
  disk.own = disk.own.filter(({ logSeq = atSeq + 1 }) => logSeq > atSeq);
  disk.inbox = [];
  disk.stateHere = undefined;
  disk.former = undefined;
  disk.place = { ...disk.place, cursor: atSeq, piecesHere: 0, needsCheckpoint: false };
  if (isFirst) bring(disk, former, random, nowMs);
  layOwn(disk, before);
}

function bring(disk: Disk, former: Records, random: Random, nowMs: number): void {
  const body: Required<Body> = { changes: [], states: [] };
  for (const [key, held] of former) {
    const known = disk.agreed.get(key) ?? {};
    const joined = joinWithWorkspace(idOf(key), held, known);
    if (printHeld(joined) === printHeld(known)) continue;
    body.states.push([key, joined]);
  }
  if (keysOf(body).length === 0) return;
  append(disk, {
    ...{ id: random.uuid(), deviceId: disk.deviceId, seq: disk.lastSeq + 1, at: nowMs },
    hlc: nextHlc(disk.lastHlc, nowMs, disk.deviceId),
    base: disk.place.cursor,
    command: BROUGHT,
    body,
    pieces: 1,
  });
}
