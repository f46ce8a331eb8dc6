import { isSame } from '../../lib/is-same';
import type { Hlc } from '../clock';
import type { RowChange } from '../op';
import {
  closeRecord,
  EVER,
  type Held,
  type OpenRecord,
  openRecord,
  type Stamped,
} from './record-state';

/** A value that lost against another write that did not know of it, or that it did not know of. */
export type Overwritten = {
  /** Absent where a whole record's removal lost or won. */
  field: string;
  /** `undefined` where the field was cleared. */
  value: unknown;
  writtenAt: Hlc;
  /** The write, or the removal, that won. */
  lostTo: Hlc;
};

export type Merged = Held & { overwritten: Overwritten[] };

/** Whether who made the change knew of the write that bears this stamp. */
export type Knew = (writtenAt: Hlc) => boolean;

/**
 * Takes one change into a record, last writer wins by hybrid logical clock. A record is there when
 * it was written whole later than it was removed, and shows each field's newest write since. An edit
 * that did not know of a removal does not bring the record back, but shows if somebody else does.
 * All parts only grow by the newer stamp, so that any order, and any repetition, ends alike
 * (a state-based CRDT; Shapiro et al., 2011).
 */
export function mergeChange(held: Held, change: RowChange, at: Hlc, knew: Knew): Merged {
  const record = openRecord(held);
  const overwritten: Overwritten[] = [];
  if (change.gone) remove(record, at, knew, overwritten);
  else if (change.isNew) writeWhole(record, change, at, knew, overwritten);
  else writeFields(record, change, at, knew, overwritten);
  return { ...closeRecord(change.id, record), overwritten };
}

function remove(record: OpenRecord, at: Hlc, knew: Knew, overwritten: Overwritten[]): void {
  // Written and removed under one stamp (one command did both): removed, whichever is heard first.
  if (at < record.since || (at === record.since && record.isGone)) return;
  for (const [field, { at: writtenAt, value }] of record.fields) {
    if (writtenAt !== EVER && !knew(writtenAt)) {
      overwritten.push({ field, value, writtenAt, lostTo: at });
    }
    if (writtenAt < at) record.fields.delete(field);
  }
  record.since = at;
  record.isGone = true;
  record.isThere = false;
}

function writeWhole(
  record: OpenRecord,
  change: RowChange,
  at: Hlc,
  knew: Knew,
  overwritten: Overwritten[],
): void {
  if (at > record.since) {
    const { fields } = record;
    for (const [field, { at: writtenAt, value }] of fields) {
      if (writtenAt > at) continue;
      const isChanged = !isSame(value, change.set?.[field]);
      if (isChanged && writtenAt !== EVER && !knew(writtenAt)) {
        overwritten.push({ field, value, writtenAt, lostTo: at });
      }
      fields.delete(field);
    }
    record.since = at;
    record.isGone = false;
    record.isThere = true;
  }
  writeFields(record, change, at, knew, overwritten);
}

function writeFields(
  record: OpenRecord,
  change: RowChange,
  at: Hlc,
  knew: Knew,
  overwritten: Overwritten[],
): void {
  const { fields, since, isGone } = record;
  const write = (field: string, value: unknown) => {
    if (isGone && at > since && !fields.has(field)) {
      // What it says is lost to the removal, as it is where the removal comes second.
      overwritten.push({ field, value, writtenAt: at, lostTo: since });
      fields.set(field, { at, value });
      return;
    }
    const known = fields.get(field) ?? { at: since, value: undefined };
    const isChanged = !isSame(known.value, value);
    if (!isNewer({ at, value }, known)) {
      if (isChanged && at !== known.at)
        overwritten.push({ field, value, writtenAt: at, lostTo: known.at });
      return;
    }
    if (isChanged && known.at !== EVER && known.at !== at && !knew(known.at)) {
      overwritten.push({ field, value: known.value, writtenAt: known.at, lostTo: at });
    }
    fields.set(field, { at, value });
  };
  for (const field in change.set) write(field, change.set[field]);
  for (const field of change.unset ?? []) write(field, undefined);
}

/**
 * Two laptops' states of one record, joined, whichever comes first: what either would be had it heard
 * all that the other did. Where no stamp tells (both had it before they shared), the greater value
 * stands, and a present one before an absent.
 */
export function joinRecords(id: string, a: Held, b: Held): Held {
  return join(id, a, b, isNewer);
}

/** The same, but where no stamp tells the workspace's value stands. */
export function joinWithWorkspace(id: string, mine: Held, theirs: Held): Held {
  return join(id, mine, theirs, (own, known) => own.at > known.at);
}

function join(
  id: string,
  a: Held,
  b: Held,
  wins: (older: Stamped, newer: Stamped) => boolean,
): Held {
  const [older, newer] = sortByLife(openRecord(a), openRecord(b));
  for (const [field, write] of older.fields) {
    const known = newer.fields.get(field) ?? { at: newer.since, value: undefined };
    const isMissing = older.since === newer.since && !newer.fields.has(field);
    const isOfThisLife = write.at > newer.since || older.since === newer.since;
    const isTaken = isMissing ? write.at >= known.at : isOfThisLife && wins(write, known);
    if (isTaken) newer.fields.set(field, write);
  }
  return closeRecord(id, newer);
}

/** The later write; of two that bear one stamp (two clones made them) the same one everywhere. */
function isNewer(a: Stamped, b: Stamped): boolean {
  if (a.at !== b.at) return a.at > b.at;
  return !isSame(a.value, b.value) && text(a.value) > text(b.value);
}

const text = (value: unknown): string => JSON.stringify(value) ?? '';

function sortByLife(a: OpenRecord, b: OpenRecord): [OpenRecord, OpenRecord] {
  if (a.since !== b.since) return a.since < b.since ? [a, b] : [b, a];
  if (a.isGone !== b.isGone) return a.isGone ? [b, a] : [a, b];
  return a.isThere && !b.isThere ? [b, a] : [a, b];
}
