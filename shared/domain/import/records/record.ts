import type { RecordKind } from '../columns/record-fields';
import type { PlanEntries } from '../plan/entry-table';
import type { NewMembers } from '../plan/new-members';
import type { FieldChange, MemberValues } from '../plan/plan';
import type { CellProblem, ConfirmReason, RejectCode, WarningCode } from '../plan/problems';

/** The stores that the smaller imports fill. */
export type RecordEntity =
  | 'funnelEvents'
  | 'funnelCounts'
  | 'interactions'
  | 'contentResults'
  /** `groupIds` and `assetIds` as ids joined by blanks, `checklist` as lines. */
  | 'contentItems'
  | 'supplierReadings'
  | 'weatherDays';

export type RecordValues = Record<string, string | number | undefined>;

/** A row of a store as the file tells it; `key` says which stored row it is about. */
export type Draft = { entity: RecordEntity; key: string; values: RecordValues };

/** A stored row that a file may speak of again. */
export type StoredRecord = { id: string; values: RecordValues };

/** What is stored, by entity and key; the data worker serves it from pages, tests from lists. */
export type ExistingRecords = {
  find(entity: RecordEntity, key: string): StoredRecord | undefined;
};

type EntryBase = {
  rows: readonly number[];
  title: string;
  warnings: readonly CellProblem<WarningCode>[];
};

/** One row of the file; a row with a count for each step makes several drafts. */
export type RecordEntry = EntryBase &
  (
    | { action: 'create'; drafts: readonly Draft[] }
    | {
        action: 'update';
        drafts: readonly Draft[];
        updates: readonly { entity: RecordEntity; id: string; patch: RecordValues }[];
        changes: readonly FieldChange[];
      }
    | { action: 'unchanged' }
    | {
        action: 'confirm';
        drafts: readonly Draft[];
        /** The member whom it may be about. */
        memberId: string;
        reason: ConfirmReason;
        person: MemberValues;
      }
    | { action: 'rejected'; problems: readonly CellProblem<RejectCode>[] }
  );

export type RecordPlan = {
  kind: RecordKind;
  /** `refAt`: the member's handle of an open question; nothing otherwise. */
  entries: PlanEntries<RecordEntry>;
  /** Always empty: people whom only a record names are a decision, not part of the plan. */
  newMembers: NewMembers;
};
