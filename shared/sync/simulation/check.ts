import type { Hlc } from '../clock';
import { joinRecords, mergeChange } from '../merge/merge-change';
import { EVER, type Held } from '../merge/record-state';
import { BROUGHT, type RowChange } from '../op';
import type { WireHeader } from '../wire';
import { type Body, decodeBody } from './body';
import { PAIR, POISON } from './commands';
import type { Laptop } from './laptop';
import { agree, type Disk, newDisk } from './memory-disk';
import type { MemoryHub } from './memory-hub';
import { isUnsent } from './memory-local-port';
import type { Random } from './random';
import { idOf, type Key, keyOf, needsBirth, printHeld, type Records } from './records';

type Seen = { disk: Disk; turns: number; held: Records };

/** When each part of a record was written, as it is seen. */
function stampsOf({ clocks, row }: Held): Map<string, string> {
  const since = clocks?.since ?? EVER;
  const stamps = new Map([['', since]]);
  for (const field of Object.keys(row ?? {})) stamps.set(field, since);
  for (const [field, at] of Object.entries(clocks?.at ?? {})) stamps.set(field, at);
  return stamps;
}

/**
 * Looks at laptops between two steps; throws what must never be seen: half of an operation, or anything
 * older than what was seen before (read your writes, monotonic reads, monotonic writes).
 */
export class Watcher {
  private readonly seen = new Map<Laptop, Seen>();

  /** `isMonotonic`: not while a hub that came back from a backup has still to hear what it lost. */
  look(laptop: Laptop, isMonotonic: boolean): void {
    const { disk, name } = laptop;
    const [a, b] = PAIR.map((key) => disk.held.get(key)?.row?.value);
    if (a !== b) throw new Error(`${name} sees half of an operation: ${a} and ${b}`);
    const before = this.seen.get(laptop);
    this.seen.set(laptop, { disk, turns: disk.turns, held: new Map(disk.held) });
    if (!before || before.disk !== disk || before.turns !== disk.turns || !isMonotonic) return;
    for (const [key, then] of before.held) {
      const now = disk.held.get(key) ?? {};
      if (now !== then) lookBack(`${name} ${key}`, stampsOf(then), stampsOf(now));
    }
  }
}

function lookBack(what: string, before: Map<string, string>, now: Map<string, string>): void {
  const birth = now.get('') ?? EVER;
  for (const [field, stamp] of before) {
    const latest = now.get(field) ?? birth;
    if (latest < stamp && birth < stamp) {
      throw new Error(`${what} ${field} went back: from ${stamp} to ${latest}`);
    }
  }
}

/** After quiet: everybody agrees with everybody, and the log tells the same. */
export function checkAgreed(laptops: readonly Laptop[]): void {
  const [first] = laptops;
  for (const laptop of laptops) {
    const { disk, name, problems } = laptop;
    const unsent = disk.own.filter(isUnsent).length;
    if (unsent > 0 || disk.own.length > 0 || disk.place.needsCheckpoint) {
      throw new Error(`${name} still has ${unsent} to send, last: ${problems.slice(-3).join(' ')}`);
    }
    const strange = disk.aside.find(({ command }) => command !== POISON);
    if (strange) throw new Error(`${name} set ${strange.command} aside`);
    if (first) checkSame(first.disk.held, disk.held, `${first.name} and ${name}`);
    checkSame(disk.agreed, disk.held, `${name} itself`);
  }
}

function checkSame(a: Records, b: Records, who: string): void {
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    if (a.get(key) === b.get(key)) continue;
    const [mine, other] = [printHeld(a.get(key) ?? {}), printHeld(b.get(key) ?? {})];
    if (mine !== other) throw new Error(`${who} differ at ${key}: ${mine} and ${other}`);
  }
}

/** The log: every confirmed operation once, numbers without gaps, and its sum what laptops hold. */
export function checkLog(
  hub: MemoryHub,
  acked: ReadonlySet<string>,
  start: Records,
  held: Records,
  random: Random,
): void {
  const ids = hub.history.map(({ frames }) => frames[0]?.header.op.id ?? '');
  if (new Set(ids).size !== ids.length) throw new Error('an operation is in the log twice');
  for (const id of acked) {
    if (!ids.includes(id)) throw new Error(`confirmed, but not in the log: ${id}`);
  }
  const last = new Map<string, number>();
  for (const [n, { seq, frames }] of hub.history.entries()) {
    if (seq !== n + 1) throw new Error(`number ${seq} in place ${n + 1} of the log`);
    const op = frames[0]?.header.op;
    if (op && op.seq <= (last.get(op.deviceId) ?? 0)) throw new Error('a writer out of order');
    if (op) last.set(op.deviceId, op.seq);
  }
  checkSame(replay(hub, start), held, 'the log and all');
  checkRows(shuffledRows(hub, start, random), held, bornOddly(hub));
}

function opsIn(hub: MemoryHub): { op: WireHeader['op']; bodies: Body[] }[] {
  return hub.history.flatMap(({ frames }) => {
    const [first] = frames;
    const bodies = frames.flatMap(({ parts }) => parts.map(({ body }) => decodeBody(body)));
    return first ? [{ op: first.header.op, bodies }] : [];
  });
}

function replay(hub: MemoryHub, start: Records): Records {
  const disk = newDisk('replay', {
    ...{ workspaceId: '', workspaceName: '', seatId: '', hubUrl: '', role: 'viewer' },
    ...{ grants: [], grantsVersion: 0, isDivided: false, cursor: 0, piecesHere: 0, ackedSeq: 0 },
    needsCheckpoint: false,
  });
  disk.agreed = new Map(start);
  for (const { op, bodies } of opsIn(hub)) {
    for (const body of bodies) agree(disk, body, op);
  }
  return disk.agreed;
}

/** In whatever order they are taken in, the same rows come out; rows that bear no stamp come first. */
function shuffledRows(hub: MemoryHub, start: Records, random: Random): Records {
  const all = opsIn(hub).map((it) => ({ ...it, place: random.next() }));
  const records: Records = new Map(start);
  const join = (key: Key, held: Held) =>
    records.set(key, joinRecords(idOf(key), held, records.get(key) ?? {}));
  const isBrought = ({ op }: { op: WireHeader['op'] }) => op.command === BROUGHT;
  for (const { bodies } of all.filter(isBrought)) {
    for (const [key, held] of bodies.flatMap(({ states = [] }) => states)) join(key, held);
  }
  const stamped = all.filter((it) => !isBrought(it)).sort((a, b) => a.place - b.place);
  // An operation that was renewed while an old copy of it was under way tells of the same birth twice.
  const births = new Map<string, Hlc>();
  const bornAt = (at: number, change: RowChange) => `${at} ${JSON.stringify(change)}`;
  const isPlainBirth = ({ isNew, entity }: RowChange) => isNew && !needsBirth(entity);
  for (const { op, bodies } of stamped) {
    for (const change of bodies.flatMap(({ changes }) => changes).filter(isPlainBirth)) {
      const first = births.get(bornAt(op.at, change));
      if (first === undefined || op.hlc < first) births.set(bornAt(op.at, change), op.hlc);
    }
  }
  for (const { op, bodies } of stamped) {
    for (const change of bodies.flatMap(({ changes }) => changes)) {
      const key = keyOf(change);
      const birth = isPlainBirth(change) && births.get(bornAt(op.at, change));
      if (birth && birth < op.hlc) continue;
      records.set(
        key,
        mergeChange(records.get(key) ?? {}, change, op.hlc, () => true),
      );
    }
  }
  return records;
}

/**
 * Laptops keep no birth of a record with an id of its own. Only where an old copy of a renewed operation
 * came late does that show: there are two births then, or one that is later than an edit.
 */
function bornOddly(hub: MemoryHub): Set<Key> {
  const births = new Map<Key, string>();
  const edits = new Map<Key, string>();
  const odd = new Set<Key>();
  for (const { op, bodies } of opsIn(hub)) {
    for (const change of bodies.flatMap(({ changes }) => changes)) {
      const key = keyOf(change);
      if (needsBirth(change.entity)) continue;
      if (change.isNew && births.has(key)) odd.add(key);
      if (change.isNew) births.set(key, op.hlc);
      else if (op.hlc < (edits.get(key) ?? '~')) edits.set(key, op.hlc);
      if ((births.get(key) ?? '') > (edits.get(key) ?? '~')) odd.add(key);
    }
  }
  return odd;
}

function checkRows(a: Records, b: Records, except: ReadonlySet<Key>): void {
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    if (except.has(key)) continue;
    const [mine, other] = [a, b].map((it) => printHeld({ row: it.get(key)?.row }));
    if (mine !== other) throw new Error(`the order decides ${key}: ${mine} or ${other}`);
  }
}
