import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import type { ConfirmChoice } from '@shared/domain/import/plan/plan-writes';
import { ExpectedError } from '@shared/lib/errors';
import { proxy } from 'comlink';
import { useSyncExternalStore } from 'react';
import { problemText } from '@/app/feedback';
import { backUpBefore } from '@/db/backup-schedule';
import { dataWorker, flushJournal } from '@/db/client';
import { tellFullDisk } from '@/db/full-disk';
import type {
  Committed,
  ImportProgress,
  OpenedFile,
  PlanChoices,
  PlanSummary,
} from '@/workers/import/import-types';

type Understood = { file: File; opened: OpenedFile; choices: PlanChoices };
type Planned = Understood & { summary: PlanSummary; choice: ConfirmChoice };

/** Where the import stands. It lives beside the page, so that one may look elsewhere meanwhile. */
export type ImportSession = { kind: ImportKind } & (
  | { step: 'choose' }
  | { step: 'reading'; file: File; progress: ImportProgress }
  | { step: 'refused'; file: File; problem: string }
  | ({ step: 'recognised'; problem?: string } & Understood)
  | ({ step: 'planning'; progress: ImportProgress } & Understood)
  | ({ step: 'planned'; problem?: string; planNumber: number } & Planned)
  | ({ step: 'writing'; progress: ImportProgress } & Planned)
  | ({ step: 'done'; committed: Committed } & Planned)
);

let session: ImportSession = { kind: 'members', step: 'choose' };
/** Grows with every new beginning; what an earlier one still answers is no longer heard. */
let turn = 0;
let planCount = 0;
const listeners = new Set<() => void>();

function set(next: ImportSession): void {
  session = next;
  for (const listener of listeners) listener();
}

export function useImportSession(): ImportSession {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => session,
  );
}

const desk = () => dataWorker().imports;
const isCancelled = (error: unknown) =>
  error instanceof ExpectedError && error.code === 'import-cancelled';

const isStale = (error: unknown) =>
  error instanceof ExpectedError && error.code === 'import-plan-stale';

function understood(file: File, kind: ImportKind, opened: OpenedFile): ImportSession {
  const { mapping, campaign, assumedAt } = opened;
  return {
    kind,
    step: 'recognised',
    file,
    opened,
    choices: { mapping, campaign, assumedAt, policies: {}, fixes: [] },
  };
}

/** Tells progress as long as it belongs to the present turn and step. */
function teller(mine: number, step: ImportSession['step']) {
  return proxy((progress: ImportProgress) => {
    if (turn === mine && session.step === step && 'progress' in session) {
      set({ ...session, progress });
    }
  });
}

/** Reads a file; whatever was planned before is gone at once. */
export async function openFile(file: File): Promise<void> {
  turn += 1;
  const mine = turn;
  const { kind } = session;
  set({ kind, step: 'reading', file, progress: { step: 'read', done: 0, total: 0 } });
  try {
    const opened = await desk().open(file, kind, teller(mine, 'reading'));
    if (turn === mine) set(understood(file, kind, opened));
  } catch (error) {
    if (turn === mine) refuse(file, kind, error);
  }
}

function refuse(file: File, kind: ImportKind, error: unknown): void {
  if (isCancelled(error)) set({ kind, step: 'choose' });
  else set({ kind, step: 'refused', file, problem: problemText(error) });
}

/** Takes the file in hand for rows of another kind, or another of its sheets. */
async function lookAgain(file: File, kind: ImportKind, sheetIndex?: number): Promise<void> {
  turn += 1;
  const mine = turn;
  try {
    const opened = await desk().look(kind, sheetIndex);
    if (turn === mine) set(understood(file, kind, opened));
  } catch (error) {
    if (turn === mine) refuse(file, kind, error);
  }
}

export async function chooseKind(kind: ImportKind): Promise<void> {
  if (session.kind === kind) return;
  const before = session;
  if (before.step === 'choose' || before.step === 'done') set({ kind, step: 'choose' });
  else if (before.step === 'reading' || before.step === 'refused') {
    set({ ...before, kind });
    await openFile(before.file);
  } else {
    const { file, opened, choices } = before;
    set({
      kind,
      step: 'planning',
      file,
      opened,
      choices,
      progress: { step: 'read', done: 0, total: 0 },
    });
    await lookAgain(file, kind);
  }
}

export async function chooseSheet(sheetIndex: number): Promise<void> {
  if (session.step === 'recognised') await lookAgain(session.file, session.kind, sheetIndex);
}

export function changeChoices(patch: Partial<PlanChoices>): void {
  if (session.step !== 'recognised') return;
  const { problem: _, ...rest } = session;
  set({ ...rest, choices: { ...session.choices, ...patch } });
}

export function changeConfirmChoice(choice: ConfirmChoice): void {
  if (session.step === 'planned') set({ ...session, choice });
}

/** From the plan back to its columns. */
export function editColumns(): void {
  if (session.step !== 'planned') return;
  const { kind, file, opened, choices } = session;
  set({ kind, step: 'recognised', file, opened, choices });
}

export async function makePlan(): Promise<void> {
  if (session.step !== 'recognised' && session.step !== 'planned') return;
  turn += 1;
  const mine = turn;
  const { kind, file, opened, choices } = session;
  const base = { kind, file, opened, choices };
  set({ ...base, step: 'planning', progress: { step: 'compare', done: 0, total: 0 } });
  try {
    const summary = await desk().plan(choices, teller(mine, 'planning'));
    if (turn !== mine) return;
    planCount += 1;
    set({ ...base, step: 'planned', summary, choice: 'skip', planNumber: planCount });
  } catch (error) {
    if (turn !== mine) return;
    if (isCancelled(error)) set({ kind, step: 'choose' });
    else set({ ...base, step: 'recognised', problem: problemText(error) });
  }
}

/** Writes the plan; done once it is in the database and in the journal. */
export async function commitPlan(): Promise<void> {
  if (session.step !== 'planned') return;
  turn += 1;
  const mine = turn;
  const { problem: _, ...before } = session;
  set({ ...before, step: 'writing', progress: { step: 'write', done: 0, total: 0 } });
  try {
    const { create, update, newMembers } = before.summary.counts;
    if (create + update + newMembers > 0) await backUpBefore('import');
    const committed = await tellFullDisk(desk().commit(before.choice, teller(mine, 'writing')));
    await flushJournal();
    if (turn === mine) set({ ...before, step: 'done', committed });
  } catch (error) {
    if (turn !== mine) return;
    if (isCancelled(error)) set({ kind: before.kind, step: 'choose' });
    else set({ ...before, problem: problemText(error) });
    if (isStale(error)) await planAnew(problemText(error));
  }
}

/** The data changed after the comparison: compare again and say so beside the new plan. */
async function planAnew(problem: string): Promise<void> {
  await makePlan();
  if (session.step === 'planned') set({ ...session, problem });
}

/** Stops what is going on and lets go of the file. */
export async function startOver(): Promise<void> {
  turn += 1;
  set({ kind: session.kind, step: 'choose' });
  await desk().discard();
}
