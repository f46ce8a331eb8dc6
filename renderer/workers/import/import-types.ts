import type { ColumnMapping, ImportField } from '@shared/domain/import/columns/fields';
import type { MappingReason } from '@shared/domain/import/columns/mapping';
import type { RecognisedSource } from '@shared/domain/import/columns/sources';
import type { ImportCounts, ImportKind } from '@shared/domain/import/import-batch.schema';
import type { ColumnPolicies, FixCode } from '@shared/domain/import/plan/choices';
import type { FieldChange, PlanAction } from '@shared/domain/import/plan/plan';
import type { ConfirmChoice } from '@shared/domain/import/plan/plan-writes';
import type { ConfirmReason, RejectCode, WarningCode } from '@shared/domain/import/plan/problems';
import type { Sheet } from '@shared/domain/import/sheet';
import type { RiskHint } from '@shared/domain/risk/risk-match.rules';

/** How to open a file again, or one that is protected. */
export type OpenOptions = {
  password?: string;
  /** Keep the password for files of this source, encrypted by the system. */
  rememberPassword?: boolean;
  /** Reads a text file in this encoding instead of the recognised one. */
  encoding?: string;
};

/** A file as it was understood, before any row is planned. */
export type OpenedFile = {
  fileName: string;
  kind: ImportKind;
  /** Of a text file. */
  encoding: string | undefined;
  sheets: { name: string; rowCount: number; visibility: Sheet['visibility'] }[];
  sheetIndex: number;
  source: RecognisedSource | undefined;
  /** The spreadsheet's own number of the header row. */
  headerRow: number;
  titles: string[];
  mapping: ColumnMapping;
  /** One for each column. */
  reasons: MappingReason[];
  /** What the file looks like when it does not look like `kind`. */
  betterKind: ImportKind | undefined;
  /** The first data rows as text. */
  sample: string[][];
  dataRowCount: number;
  /** Required fields that no column covers. */
  missing: ImportField[];
  /** The 团 for rows that name none; only where numbers count within one 团. */
  campaign: string | undefined;
  /** UTC ms for orders of a file that tells no time; undefined where it tells. */
  assumedAt: number | undefined;
  /** When the very same file was imported before. */
  sameFileAt: number | undefined;
};

export type PlanChoices = {
  mapping: ColumnMapping;
  campaign: string | undefined;
  assumedAt: number | undefined;
  policies: ColumnPolicies;
  fixes: readonly FixCode[];
  /** The run that funnel figures are of. */
  runId?: string;
};

/** Records that share a reason: `warning` records are taken all the same. */
export type ReasonGroup =
  | { kind: 'rejected'; code: RejectCode; count: number; fix: FixCode | undefined }
  | { kind: 'confirm'; code: ConfirmReason; count: number }
  | { kind: 'warning'; code: WarningCode; count: number };

export type PlanSummary = {
  counts: ImportCounts;
  reasons: ReasonGroup[];
  /** New records and open questions that look like somebody on the risk list; 0 with an empty list. */
  riskCount: number;
};

export type PlanFilter =
  | { kind: 'all' }
  | { kind: 'action'; action: PlanAction }
  | { kind: 'reason'; group: ReasonGroup['kind']; code: string };

export type PlanNote = {
  code: RejectCode | WarningCode;
  row: number;
  /** The column's own name; undefined for the row as a whole. */
  column: string | undefined;
  text: string;
};

/** One record of the plan, for the table. */
export type PlanRow = {
  key: number;
  action: PlanAction;
  rows: number[];
  title: string;
  /** What a second look at the record shows: an order's receiver, phone, amount, time. */
  person: string | undefined;
  phone: string | undefined;
  amountFen: number | undefined;
  orderedAt: number | undefined;
  changes: readonly FieldChange[];
  newTags: readonly string[];
  reason: ConfirmReason | undefined;
  /**
   * Whom a record to confirm may be about. `changes` shows the fields on which the two differ:
   * `before` is the candidate's, `after` the row's.
   */
  candidate: string | undefined;
  /** The candidate's id; undefined when it is somebody whom the same file brings. */
  candidateId: string | undefined;
  /** What was decided about this record by itself; undefined: it goes as the choice for all. */
  decision: ConfirmChoice | undefined;
  /** New records and open questions: somebody on the risk list whom the row looks like. */
  risk: RiskHint | undefined;
  problems: PlanNote[];
  warnings: PlanNote[];
};

export type PlanPage = { rows: PlanRow[]; total: number };

export type ImportProgress = {
  step: 'read' | 'compare' | 'plan' | 'write';
  done: number;
  /** 0 while it is not known. */
  total: number;
};

export type Committed = {
  batchId: string;
  /** As decided: what was to confirm and is written counts as what it became. */
  counts: ImportCounts;
  /** `records`: of the smaller imports. */
  written: { members: number; orders: number; updates: number; records?: number };
};
