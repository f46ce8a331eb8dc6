import { type ImportField, missingFields } from '@shared/domain/import/columns/fields';
import {
  columnsToRemember,
  memoryKey,
  type RememberedColumns,
} from '@shared/domain/import/columns/memory';
import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import { countDecided, countPlan } from '@shared/domain/import/plan/counts';
import type { ConfirmChoice } from '@shared/domain/import/plan/plan-writes';
import { ExpectedError } from '@shared/lib/errors';
import type { ConsoleDb } from '@/db/db';
import { forgetOnDevice, keepOnDevice, recallOnDevice } from '@/db/device-memory';
import type {
  Committed,
  ImportProgress,
  OpenedFile,
  OpenOptions,
  PlanChoices,
  PlanFilter,
  PlanPage,
  PlanSummary,
} from './import-types';
import { inStretches, makePlan } from './make-plan';
import { type ChosenSheet, chooseSheet, describeFile, type HeldFile } from './opened-file';
import { filterPlan, groupReasons } from './plan-reasons';
import { PlanSearch } from './plan-search';
import { type PlanContext, planPage, riskCounter } from './plan-view';
import { type PlanWrites, planWrites } from './plan-writing';
import type { ReadFile, ReadOptions } from './reader/read-sheets';
import {
  type RejectedRow,
  type RejectedWords,
  rejectedRows,
  rejectedSheet,
} from './rejected-sheet';
import { lastImportOf, storedRisks, storedZone } from './stored-settings';

type Tell = (progress: ImportProgress) => void;
type Reader = (
  bytes: Uint8Array,
  name: string,
  signal: AbortSignal,
  options?: ReadOptions,
) => Promise<ReadFile>;
/** Runs the command that writes a plan; the door does, beside which this service lives. */
type Commit = (command: ReturnType<PlanWrites['command']>) => Promise<{ batchId: string }>;
type Planned = {
  context: PlanContext;
  decisions: Map<number, ConfirmChoice>;
  rowCount: number;
  isStale: boolean;
};

const TOUCHES_PLANS = new Set([
  'members',
  'orders',
  'tags',
  'tagAssignments',
  'funnelEvents',
  'funnelCounts',
  'interactions',
  'contentResults',
  'contentItems',
  'contentColumns',
  'characters',
  'assets',
  'modelSettings',
  'groups',
  'supplierReadings',
  'weatherDays',
]);

function missingColumn(field: ImportField, file: string): ExpectedError {
  if (field === 'externalNo') return new ExpectedError('import-no-order-number', { file });
  if (field === 'amount') return new ExpectedError('import-no-amount', { file });
  return new ExpectedError('import-no-person', { file });
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * One import at a time, from the bytes of a file to the committed batch. File and plan stay here in
 * the data worker; the window sees counts, reasons and pages of rows.
 */
export class ImportService {
  private file: HeldFile | undefined;
  private chosen: ChosenSheet | undefined;
  private opened: OpenedFile | undefined;
  private planned: Planned | undefined;
  private filtered: { key: string; places: ArrayLike<number> } | undefined;
  /** Of the plan that was committed: a big file is a lot of memory, and only these are asked for. */
  private rejected: RejectedRow[] | undefined;
  private readonly search = new PlanSearch();
  private stop = new AbortController();
  /** Grows with every commit that a comparison rests on. */
  private dataVersion = 0;

  constructor(
    private readonly db: ConsoleDb,
    private readonly read: Reader,
    private readonly write: Commit,
  ) {}

  /** A plan made before members or orders changed is no longer what would happen. */
  onCommit(entities: readonly string[]): void {
    if (!entities.some((entity) => TOUCHES_PLANS.has(entity))) return;
    this.dataVersion += 1;
    if (this.planned) this.planned.isStale = true;
  }

  /** Reads a file and says what it looks like. What was open before is gone at once. */
  async open(
    file: File,
    kind: ImportKind,
    tell: Tell,
    { password, encoding: wished }: OpenOptions = {},
  ): Promise<OpenedFile> {
    this.discard();
    const { signal } = this.stop;
    tell({ step: 'read', done: 0, total: 0 });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const hash = await sha256(bytes);
    const { sheets, encoding } = await this.read(bytes, file.name, signal, {
      ...(password === undefined ? {} : { password }),
      ...(wished === undefined ? {} : { encoding: wished }),
    });
    signal.throwIfAborted();
    this.file = { name: file.name, hash, modifiedAt: file.lastModified, encoding, sheets };
    return this.look(kind);
  }

  /** The open file as another kind, or another of its sheets. */
  async look(kind: ImportKind, sheetIndex?: number): Promise<OpenedFile> {
    const { file } = this;
    if (!file) throw new ExpectedError('import-cancelled');
    this.planned = undefined;
    const { chosen, sheetIndex: index } = chooseSheet(file, kind, sheetIndex);
    this.chosen = chosen;
    const key = memoryKey(kind, chosen.source?.id, chosen.header.titles);
    const remembered = await recallOnDevice<RememberedColumns>(this.db, key);
    const described = describeFile(
      file,
      kind,
      index,
      chosen,
      remembered,
      await storedZone(this.db),
    );
    this.opened = { ...described, sameFileAt: await lastImportOf(this.db, file.hash) };
    return this.opened;
  }

  /** Compares every row with what is stored. Writes nothing. */
  async plan(choices: PlanChoices, tell: Tell): Promise<PlanSummary> {
    const { chosen, opened, file } = this;
    if (!chosen || !opened || !file) throw new ExpectedError('import-cancelled');
    const { signal } = this.stop;
    const [missing] = missingFields(opened.kind, choices.mapping);
    if (missing) throw missingColumn(missing, file.name);
    const compared = { ...opened, ...choices };
    this.opened = compared;
    this.planned = undefined;
    const { dataVersion } = this;
    this.rejected = undefined;
    tell({ step: 'compare', done: 0, total: 0 });
    await this.rememberColumns(chosen, compared);
    const { plan, members } = await makePlan({
      db: this.db,
      chosen,
      opened: compared,
      zone: await storedZone(this.db),
      assumedAt: compared.assumedAt ?? file.modifiedAt,
      signal,
      tell,
    });
    const decisions = new Map<number, ConfirmChoice>();
    const { titles } = compared;
    const context = { plan, members, titles, decisions, risks: await storedRisks(this.db) };
    const riskCount = await inStretches(riskCounter(context), { signal, tell });
    // Another file, sheet or choice of columns came meanwhile: this plan is not theirs.
    if (this.opened !== compared) throw new ExpectedError('import-cancelled');
    const rowCount = chosen.rows.length;
    this.planned = { context, decisions, rowCount, isStale: dataVersion !== this.dataVersion };
    this.filtered = undefined;
    const counts = countPlan(plan, rowCount);
    return { counts, reasons: groupReasons(plan), riskCount };
  }

  /** A page of the plan's records, those that pass the filter. */
  planRows(filter: PlanFilter, offset: number, limit: number): PlanPage {
    const { planned } = this;
    if (!planned) return { rows: [], total: 0 };
    const { context } = planned;
    const key = JSON.stringify(filter);
    if (this.filtered?.key !== key) {
      this.filtered = { key, places: filterPlan(context.plan, filter) };
    }
    return planPage(context, this.filtered.places, { offset, limit });
  }

  /** The same, of those records in which a text is found. */
  async findRows(
    filter: PlanFilter,
    text: string,
    offset: number,
    limit: number,
  ): Promise<PlanPage> {
    const { planned } = this;
    if (!planned) return { rows: [], total: 0 };
    const places = filterPlan(planned.context.plan, filter);
    const key = JSON.stringify([filter, text]);
    return this.search.page(planned.context, places, { key, text, offset, limit });
  }

  /** Decides records (by `PlanRow.key`) one by one; undefined leaves them to the choice for all. */
  decide(places: readonly number[], choice: ConfirmChoice | undefined): void {
    const { planned } = this;
    if (!planned) throw new ExpectedError('import-cancelled');
    const { entries } = planned.context.plan;
    for (const place of places) {
      if (choice === undefined) planned.decisions.delete(place);
      else if (entries.actionAt(place) === 'confirm') planned.decisions.set(place, choice);
    }
  }

  /** Writes exactly the plan, all of it or nothing; `choice` for what nobody decided by itself. */
  async commit(choice: ConfirmChoice, tell: Tell): Promise<Committed> {
    const { planned, file } = this;
    if (!planned || !file) throw new ExpectedError('import-cancelled');
    if (planned.isStale) throw new ExpectedError('import-plan-stale', { file: file.name });
    const { signal } = this.stop;
    const { rowCount, context, decisions } = planned;
    const decided = { others: choice, byPlace: decisions };
    const counts = countDecided(context.plan, countPlan(context.plan, rowCount), decided);
    const { written, command } = planWrites(context.plan, decided);
    if (context.plan.kind === 'orders') counts.newMembers = written.members;
    // A row may hold several readings; what is told are rows, as before the import.
    if (written.records !== undefined) written.records = counts.create;
    if (Object.values(written).every((count) => count === 0))
      return { batchId: '', counts, written };
    tell({ step: 'write', done: 0, total: 0 });
    const onProgress = (done: number, total: number) => {
      if (signal.aborted) throw new ExpectedError('import-cancelled');
      // Something else was written while this waited for its turn, perhaps this very plan.
      if (planned.isStale) throw new ExpectedError('import-plan-stale', { file: file.name });
      tell({ step: 'write', done, total });
    };
    const facts = { fileName: file.name, fileHash: file.hash, counts, onProgress };
    const { batchId } = await this.write(command(facts));
    if (this.planned === planned) this.keepRejectedOnly(planned);
    return { batchId, counts, written };
  }

  private keepRejectedOnly({ context }: Planned): void {
    const { chosen } = this;
    if (!chosen) return;
    this.rejected = rejectedRows(context.plan, chosen.sheet, context.titles);
    this.planned = undefined;
    this.chosen = undefined;
    this.file = undefined;
    this.filtered = undefined;
    this.search.forget();
  }

  /** What was set by hand for this source's columns is proposed again the next time. */
  private async rememberColumns(chosen: ChosenSheet, { kind, mapping }: OpenedFile): Promise<void> {
    const { titles } = chosen.header;
    const key = memoryKey(kind, chosen.source?.id, titles);
    const columns = columnsToRemember(titles, chosen.proposed.mapping, mapping);
    if (columns) await keepOnDevice(this.db, key, columns);
    else await forgetOnDevice(this.db, key);
  }

  /** Back to what the columns say of themselves, now and for the files to come. */
  async forgetColumns(): Promise<OpenedFile> {
    const { chosen, opened } = this;
    if (!chosen || !opened) throw new ExpectedError('import-cancelled');
    const { kind, sheetIndex } = opened;
    await forgetOnDevice(this.db, memoryKey(kind, chosen.source?.id, chosen.header.titles));
    return this.look(kind, sheetIndex);
  }

  /** The rejected rows as a workbook to mend and import again; kept until another file is opened. */
  rejectedSheet(words: RejectedWords): Uint8Array<ArrayBuffer> {
    const { planned, chosen, opened } = this;
    if (!opened) throw new ExpectedError('import-cancelled');
    const { titles } = opened;
    if (this.rejected) return rejectedSheet(this.rejected, titles, words);
    if (!planned || !chosen) throw new ExpectedError('import-cancelled');
    return rejectedSheet(rejectedRows(planned.context.plan, chosen.sheet, titles), titles, words);
  }

  /** Stops what is going on and forgets the file. */
  discard(): void {
    this.stop.abort(new ExpectedError('import-cancelled'));
    this.stop = new AbortController();
    this.file = undefined;
    this.chosen = undefined;
    this.opened = undefined;
    this.planned = undefined;
    this.filtered = undefined;
    this.rejected = undefined;
  }
}
