import type { EntityName } from '@shared/domain/registry';
import { isSame } from '@shared/lib/is-same';
import type { RowClocks, StoredRow } from '@shared/sync/merge/record-state';
import type { RowChange } from '@shared/sync/op';
import type { Column } from '../paged/columns';
import type { AnyRow, PagePair } from '../paged/page';

/** Rows of one entity, packed as they are stored. */
export type PackedRows = { entity: EntityName; pages: PagePair[] };

/** Pages that lie in the entity's own stores, by their keys. */
export type LaidPages = { entity: EntityName; keys: string[] };

/** Pages that a batch lost when it was undone, each a record beside the undo entry. */
export type ShelvedPages = { entity: EntityName; shelf: IDBValidKey[] };

/** A range of ids in which one batch created rows. */
export type BatchRange = {
  entity: EntityName;
  lo: string;
  hi: string;
  n: number;
  batchId: string;
  /** `pageDigests` of the rows as the batch wrote them: an edit made since survives its undo. */
  digests?: Float64Array;
  /** The same as an older console noted it, for members only. */
  asWritten?: Float64Array;
};

/**
 * One row before and after; `undefined` when it did not exist. Where it did both times, each holds
 * only the fields that differ (and the id).
 */
export type TouchedRow = {
  entity: EntityName;
  id: string;
  before: AnyRow | undefined;
  after: AnyRow | undefined;
};

/** What would take a command back. Each part is applied the other way round by `revert`. */
export type Inverse = {
  touched: TouchedRow[];
  removeRanges: BatchRange[];
  restore: (PackedRows | ShelvedPages)[];
  /** What it stamped: taken back only with an operation that the hub refused, else undoing is a new write. */
  clocks?: TouchedRow[];
};

/** A record whole, with when its parts were written; absent `row`: it is gone, or not known. */
export type RecordState = {
  entity: EntityName;
  id: string;
  row?: StoredRow | undefined;
  clocks?: RowClocks | undefined;
};

/**
 * The bulk part of an operation; small operations have none and carry `changes` in their header.
 * It is stored, and travels, in parts of about a megabyte, each of which holds some of this.
 */
export type OpPayload = {
  created: PackedRows[];
  removed: { entity: EntityName; ids: Column }[];
  changes: RowChange[];
  /** Records that others may lack, whole; they are here already, so only others read this. */
  states?: RecordState[];
};

/** The difference of one row as it travels. */
export function rowChange({ entity, id, before, after }: TouchedRow): RowChange | undefined {
  if (!after) return before ? { entity, id, gone: true } : undefined;
  const set: Record<string, unknown> = {};
  const unset: string[] = [];
  for (const field in after) {
    if (field !== 'id' && !isSame(before?.[field], after[field])) set[field] = after[field];
  }
  for (const field in before) if (after[field] === undefined) unset.push(field);
  if (before && Object.keys(set).length === 0 && unset.length === 0) return undefined;
  return {
    entity,
    id,
    set,
    ...(unset.length > 0 ? { unset } : {}),
    ...(before ? {} : { isNew: true }),
  };
}

/** A row with a change applied; undefined fields disappear. */
export function patched(row: AnyRow, patch: Record<string, unknown>): AnyRow {
  const next: AnyRow = { ...row, ...patch, id: row.id };
  for (const field in patch) if (patch[field] === undefined) delete next[field];
  return next;
}
