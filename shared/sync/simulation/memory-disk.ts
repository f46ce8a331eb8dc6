import { type Hlc, nextHlc } from '../clock';
import type { SyncPlace } from '../local-port';
import { joinRecords } from '../merge/merge-change';
import type { Held } from '../merge/record-state';
import { stampChange } from '../merge/stamp-change';
import type { RowChange } from '../op';
import type { Frame } from '../wire';
import type { Body } from './body';
import {
  isEmpty,
  type Key,
  keyOf,
  needsBirth,
  printHeld,
  type Records,
  takeChange,
} from './records';

export type OwnOp = {
  id: string;
  /** The id under which it was written: a restored laptop still sends what its former self wrote. */
  deviceId: string;
  seq: number;
  hlc: Hlc;
  at: number;
  base: number;
  command: string;
  body: Body;
  /** In how many pieces it travels. */
  pieces: number;
  /** The hub confirmed it under this number of the log, but the log before it is not here yet. */
  logSeq?: number;
};

/**
 * What a laptop has committed: what the log says up to the cursor, and own work on top of it. Nothing
 * of it is lost in a crash.
 */
export type Disk = {
  deviceId: string;
  place: SyncPlace;
  agreed: Records;
  held: Records;
  own: OwnOp[];
  aside: OwnOp[];
  /** Ids of all operations that this database wrote. */
  written: Set<string>;
  lastSeq: number;
  lastHlc: Hlc | undefined;
  /** The newest stamp that is known from the log. */
  heardHlc: Hlc | undefined;
  inbox: Frame[];
  stateHere: { id: string; parts: Uint8Array[] } | undefined;
  /** What was agreed with a log that is no more. */
  former: Records | undefined;
  /** Grows whenever what is here may rightly be older than it was: own work was taken back. */
  turns: number;
};

export function newDisk(deviceId: string, place: SyncPlace): Disk {
  return {
    deviceId,
    place,
    agreed: new Map(),
    held: new Map(),
    own: [],
    aside: [],
    written: new Set(),
    lastSeq: 0,
    lastHlc: undefined,
    heardHlc: undefined,
    inbox: [],
    stateHere: undefined,
    former: undefined,
    turns: 0,
  };
}

export const keysOf = ({ changes, states = [] }: Body): Key[] => [
  ...changes.map(keyOf),
  ...states.map(([key]) => key),
];

/** Takes what an operation says of one record. */
function takeBody(held: Held, key: Key, { changes, states = [] }: Body, op: { hlc: Hlc }): Held {
  let next = held;
  for (const change of changes) {
    if (keyOf(change) === key) next = takeChange(next, change, op.hlc);
  }
  for (const [stated, state] of states) {
    if (stated === key) next = joinRecords(key.slice(key.indexOf(':') + 1), state, next);
  }
  return next;
}

const put = (records: Records, key: Key, held: Held) => {
  if (isEmpty(held)) records.delete(key);
  else records.set(key, held);
};

export function agree(disk: Disk, body: Body, op: { hlc: Hlc }): void {
  for (const key of new Set(keysOf(body))) {
    put(disk.agreed, key, takeBody(disk.agreed.get(key) ?? {}, key, body, op));
  }
}

/** What is seen of these records: what is agreed, and own work that is not in it yet. */
export function layOwn(disk: Disk, keys: Iterable<Key>): void {
  for (const key of new Set(keys)) {
    const start: Held = disk.agreed.get(key) ?? {};
    put(
      disk.held,
      key,
      disk.own.reduce((held, op) => takeBody(held, key, op.body, op), start),
    );
  }
}

/** One command: all of its changes at one stamp, and the operation that tells of them. */
export function commit(
  disk: Disk,
  { command, changes }: { command: string; changes: RowChange[] },
  { opId, atMs, pieces }: { opId: string; atMs: number; pieces: number },
): OwnOp {
  const hlc = nextHlc(disk.lastHlc, atMs, disk.deviceId);
  const op: OwnOp = {
    id: opId,
    deviceId: disk.deviceId,
    seq: disk.lastSeq + 1,
    hlc,
    at: atMs,
    base: disk.place.cursor,
    command,
    body: { changes },
    pieces: Math.max(1, Math.min(pieces, changes.length)),
  };
  const stamped = changes.map((change) => write(disk.held.get(keyOf(change)) ?? {}, change, hlc));
  append(disk, op);
  for (const [n, change] of changes.entries()) {
    const [merged, own] = [disk.held.get(keyOf(change)) ?? {}, stamped[n] ?? {}];
    if (printHeld(merged) !== printHeld(own)) {
      throw new Error(`own write and its merge differ: ${printHeld(own)} ${printHeld(merged)}`);
    }
  }
  return op;
}

export function append(disk: Disk, op: OwnOp): void {
  disk.lastSeq = op.seq;
  disk.lastHlc = op.hlc;
  disk.own.push(op);
  disk.written.add(op.id);
  layOwn(disk, keysOf(op.body));
}

/** As the write door does it: the row as the command says, its clocks by `stampChange`. */
function write({ row, clocks }: Held, change: RowChange, at: Hlc): Held {
  const stamps = stampChange(clocks, change, at, needsBirth(change.entity));
  if (change.gone) return { clocks: stamps };
  const next: Record<string, unknown> & { id: string } = {
    ...(change.isNew ? {} : row),
    ...change.set,
    id: change.id,
  };
  for (const field of change.unset ?? []) delete next[field];
  return { row: next, clocks: stamps };
}

/** As of now; rows, clocks, changes and frames are never changed where they lie. */
export function copyOf(disk: Disk): Disk {
  return {
    ...disk,
    place: { ...disk.place },
    agreed: new Map(disk.agreed),
    held: new Map(disk.held),
    own: disk.own.map((op) => ({ ...op })),
    aside: [...disk.aside],
    written: new Set(disk.written),
    inbox: [...disk.inbox],
    stateHere: disk.stateHere && { ...disk.stateHere, parts: [...disk.stateHere.parts] },
  };
}
