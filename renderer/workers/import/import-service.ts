import { parseIdCell } from '@shared/domain/import/cells/id-cell';
import { type ImportField, missingFields } from '@shared/domain/import/columns/fields';
import { columnsByField } from '@shared/domain/import/columns/mapping';
import {
  columnsToRemember,
  memoryKey,
  type RememberedColumns,
} from '@shared/domain/import/columns/memory';
import type { ImportBatch, ImportKind } from '@shared/domain/import/import-batch.schema';
import { countPlan } from '@shared/domain/import/plan/counts';
import type { ExistingMembers } from '@shared/domain/import/plan/existing';
import { existingMembersOf } from '@shared/domain/import/plan/existing-lists';
import type { ImportWrites } from '@shared/domain/import/plan/import-writes';
import type { ImportPlan, MemberEntry, OrderEntry, Planner } from '@shared/domain/import/plan/plan';
import { memberPlanner } from '@shared/domain/import/plan/plan-members';
import { orderPlanner } from '@shared/domain/import/plan/plan-orders';
import {
  type ConfirmChoice,
  memberWrites,
  orderWrites,
} from '@shared/domain/import/plan/plan-writes';
import { cellAt, type DataRow, rowCells, type Sheet } from '@shared/domain/import/sheet';
import { DEFAULT_TIME_ZONE, type Workspace } from '@shared/domain/workspace/workspace.schema';
import { ExpectedError } from '@shared/lib/errors';
import type { ConsoleDb } from '@/db/db';
import { forgetOnDevice, keepOnDevice, recallOnDevice } from '@/db/device-memory';
import { rowTable } from '@/db/tables';
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
import { type ChosenSheet, chooseSheet, describeFile, type HeldFile } from './opened-file';
import { filterPlan, groupReasons, planPage } from './plan-view';
import type { ReadFile, ReadOptions } from './reader/read-sheets';
import { type RejectedWords, rejectedSheet } from './rejected-sheet';
import { storedMembers, storedOrders } from './stored-records';

type Tell = (progress: ImportProgress) => void;
type Reader = (
  bytes: Uint8Array,
  name: string,
  signal: AbortSignal,
  options?: ReadOptions,
) => Promise<ReadFile>;
/** Runs the command that writes a plan; the door does, beside which this service lives. */
type Commit = (writes: ImportWrites) => Promise<{ batchId: string }>;
type Planned = { plan: ImportPlan; members: ExistingMembers; rowCount: number; isStale: boolean };

const NOBODY = existingMembersOf([], new Map());
const STEPS_AT_ONCE = 5000;
const TOUCHES_PLANS = new Set(['members', 'orders', 'tags', 'tagAssignments']);

/** Lets the worker hear the window (a cancel, a question of another page) between two stretches. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

const unpacked = (sheet: Sheet, rows: Uint32Array): DataRow[] =>
  Array.from(rows, (row) => ({ rowNumber: row + 1, cells: rowCells(sheet, row) }));

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
  private filtered: { key: string; places: number[] } | undefined;
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
    const described = describeFile(file, kind, index, chosen, remembered, await this.zone());
    this.opened = { ...described, sameFileAt: await this.sameFileAt(file.hash) };
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
    tell({ step: 'compare', done: 0, total: 0 });
    await this.rememberColumns(chosen, compared);
    const members = await storedMembers(this.db, choices.mapping.includes('tags'));
    const planner = await this.planner(chosen, compared, members);
    while (planner.advance(STEPS_AT_ONCE) < planner.total) {
      tell({ step: 'plan', done: planner.plan().entries.length, total: planner.total });
      await breathe();
      if (signal.aborted) throw new ExpectedError('import-cancelled');
    }
    // Another file, sheet or choice of columns came meanwhile: this plan is not theirs.
    if (this.opened !== compared) throw new ExpectedError('import-cancelled');
    const plan = planner.plan();
    const rowCount = chosen.rows.length;
    const isStale = dataVersion !== this.dataVersion;
    this.planned = { plan, members, rowCount, isStale };
    this.filtered = undefined;
    return { counts: countPlan(plan, rowCount), reasons: groupReasons(plan) };
  }

  /** A page of the plan's records, those that pass the filter. */
  planRows(filter: PlanFilter, offset: number, limit: number): PlanPage {
    const { planned, opened } = this;
    if (!planned || !opened) return { rows: [], total: 0 };
    const { plan, members } = planned;
    const key = JSON.stringify(filter);
    if (this.filtered?.key !== key) this.filtered = { key, places: filterPlan(plan, filter) };
    const nameOf = (ref: string | number) =>
      typeof ref === 'number' ? plan.newMembers[ref]?.values.name : members.get(ref)?.name;
    return planPage(plan, this.filtered.places, { offset, limit }, opened.titles, nameOf);
  }

  /** Writes exactly the plan, all of it or nothing. */
  async commit(choice: ConfirmChoice, tell: Tell): Promise<Committed> {
    const { planned, file } = this;
    if (!planned || !file) throw new ExpectedError('import-cancelled');
    if (planned.isStale) throw new ExpectedError('import-plan-stale', { file: file.name });
    const { signal } = this.stop;
    const { plan, rowCount } = planned;
    const counts = countPlan(plan, rowCount);
    const writes = this.writes(plan, choice);
    const written = {
      members: writes.newMembers.length,
      orders: writes.newOrders.length,
      updates: writes.memberUpdates.length + writes.orderUpdates.length,
    };
    const isNothing = written.members + written.orders + written.updates === 0;
    if (isNothing) return { batchId: '', counts, choice, written };
    tell({ step: 'write', done: 0, total: 0 });
    const { batchId } = await this.write({
      ...writes,
      kind: plan.kind,
      fileName: file.name,
      fileHash: file.hash,
      counts,
      onProgress: (done, total) => {
        if (signal.aborted) throw new ExpectedError('import-cancelled');
        // Something else was written while this waited for its turn, perhaps this very plan.
        if (planned.isStale) throw new ExpectedError('import-plan-stale', { file: file.name });
        tell({ step: 'write', done, total });
      },
    });
    if (this.planned === planned) this.keepRejectedOnly();
    return { batchId, counts, choice, written };
  }

  /** After a commit only the rejected rows are still asked for; a big file is a lot of memory. */
  private keepRejectedOnly(): void {
    const { planned, chosen, file } = this;
    if (!planned || !chosen || !file) return;
    const { plan } = planned;
    const entries = plan.entries.filter((entry) => entry.action === 'rejected');
    const rest =
      plan.kind === 'members'
        ? ({ kind: 'members', entries: entries as MemberEntry[], newMembers: [] } as const)
        : ({ kind: 'orders', entries: entries as OrderEntry[], newMembers: [] } as const);
    this.planned = { plan: rest, members: NOBODY, rowCount: 0, isStale: true };
    this.chosen = { ...chosen, rows: new Uint32Array() };
    this.file = { ...file, sheets: [] };
    this.filtered = undefined;
  }

  /** What was set by hand for this source's columns is proposed again the next time. */
  private async rememberColumns(chosen: ChosenSheet, { kind, mapping }: OpenedFile): Promise<void> {
    const { titles } = chosen.header;
    const key = memoryKey(kind, chosen.source?.id, titles);
    const columns = columnsToRemember(titles, chosen.proposed, mapping);
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
    if (!planned || !chosen || !opened) throw new ExpectedError('import-cancelled');
    return rejectedSheet(planned.plan, chosen.sheet, opened.titles, words);
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
  }

  private async planner(
    chosen: ChosenSheet,
    opened: OpenedFile,
    members: ExistingMembers,
  ): Promise<Planner<ImportPlan>> {
    const { mapping, titles, kind } = opened;
    const mapped = {
      titles,
      mapping,
      rows: unpacked(chosen.sheet, chosen.rows),
      zone: await this.zone(),
    };
    if (kind === 'members') return memberPlanner(mapped, members);
    const columns = columnsByField(titles, mapping, kind).get('externalNo') ?? [];
    const numbers = new Set<string>();
    for (const row of chosen.rows) {
      for (const column of columns) {
        const id = parseIdCell(cellAt(chosen.sheet, row, column));
        if (id.kind === 'id') numbers.add(id.id);
      }
    }
    const assumedAt = opened.assumedAt ?? this.file?.modifiedAt ?? Date.now();
    const file = { ...mapped, campaign: opened.campaign, assumedAt };
    return orderPlanner(file, members, await storedOrders(this.db, numbers));
  }

  private writes(
    plan: ImportPlan,
    choice: ConfirmChoice,
  ): Pick<ImportWrites, 'newMembers' | 'memberUpdates' | 'newOrders' | 'orderUpdates'> {
    if (plan.kind === 'members') {
      const { newMembers, updates } = memberWrites(plan, choice);
      return { newMembers, memberUpdates: updates, newOrders: [], orderUpdates: [] };
    }
    const { newMembers, newOrders, updates } = orderWrites(plan, choice);
    return { newMembers, memberUpdates: [], newOrders, orderUpdates: updates };
  }

  private async zone(): Promise<string> {
    const row = (await rowTable(this.db, 'workspace').get('workspace')) as Workspace | undefined;
    return row?.timeZone ?? DEFAULT_TIME_ZONE;
  }

  private async sameFileAt(hash: string): Promise<number | undefined> {
    const found = await rowTable(this.db, 'importBatches').where('fileHash').equals(hash).toArray();
    const batches = found as unknown as ImportBatch[];
    const times = batches.filter((batch) => batch.undoneAt === undefined).map((batch) => batch.at);
    return times.length > 0 ? Math.max(...times) : undefined;
  }
}
