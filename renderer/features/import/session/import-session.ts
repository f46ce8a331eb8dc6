import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import type { ConfirmChoice } from '@shared/domain/import/plan/plan-writes';
import { ExpectedError } from '@shared/lib/errors';
import { proxy } from 'comlink';
import { useSyncExternalStore } from 'react';
import { dataWorker } from '@/db/client';
import type {
  Committed,
  ImportProgress,
  OpenedFile,
  OpenOptions,
  PlanChoices,
  PlanSummary,
} from '@/workers/import/import-types';

export type Understood = {
  file: File;
  /** How it was opened, so that it can be opened the same way again. */
  how: OpenOptions;
  opened: OpenedFile;
  choices: PlanChoices;
  /** The columns are open to be changed. */
  isEditing: boolean;
};
export type Comparison = {
  summary: PlanSummary;
  /** For every record to confirm that has no decision of its own. */
  choice: ConfirmChoice;
  /** How many records were decided by themselves, and how. */
  decided: Readonly<Record<ConfirmChoice, number>>;
  /** Grows with every plan, and with every decision inside one. */
  planNumber: number;
};
type Planned = Understood & Comparison;

/** Where the import stands. It lives beside the page, so that one may look elsewhere meanwhile. */
export type ImportSession = { kind: ImportKind } & (
  | { step: 'choose' }
  | { step: 'reading'; file: File; progress: ImportProgress }
  | { step: 'refused'; file: File; problem: string }
  /** Protected: waits for its password. `isWrong` once one was tried. */
  | { step: 'locked'; file: File; problem: string; isWrong: boolean }
  /** `before`: the plan that a change has made untrue. */
  | ({ step: 'recognised'; problem?: string; before?: Comparison } & Understood)
  | ({ step: 'planning'; progress: ImportProgress; before?: Comparison } & Understood)
  | ({ step: 'planned'; problem?: string } & Planned)
  | ({ step: 'writing'; progress: ImportProgress } & Planned)
  | ({ step: 'done'; committed: Committed } & Planned)
);
export type SessionAt<Step extends ImportSession['step']> = Extract<ImportSession, { step: Step }>;

let session: ImportSession = { kind: 'members', step: 'choose' };
let turn = 0;
let planCount = 0;
const listeners = new Set<() => void>();

export const currentSession = (): ImportSession => session;

export function setSession(next: ImportSession): void {
  session = next;
  for (const listener of listeners) listener();
}

/** Hears of every step; returns a way to stop. */
export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useImportSession(): ImportSession {
  return useSyncExternalStore(onSession, currentSession);
}

/** The plan of a session, if it has or had one. */
export function comparisonOf(session: ImportSession): Comparison | undefined {
  if (session.step === 'planned' || session.step === 'writing') {
    const { summary, choice, decided, planNumber } = session;
    return { summary, choice, decided, planNumber };
  }
  return 'before' in session ? session.before : undefined;
}

/** A new beginning: what an earlier one still answers is no longer heard. */
export function takeTurn(): { isMine: () => boolean } {
  turn += 1;
  const mine = turn;
  return { isMine: () => turn === mine };
}

export function nextPlanNumber(): number {
  planCount += 1;
  return planCount;
}

export const importDesk = () => dataWorker().imports;

/** A file is likely to come: what reads it is made ready beside the window. */
export function expectFile(): void {
  void importDesk().warmUp();
}

export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof ExpectedError && error.code === code;

/** Tells progress as long as it belongs to the present turn and step. */
export function teller(isMine: () => boolean, step: ImportSession['step']) {
  return proxy((progress: ImportProgress) => {
    if (isMine() && session.step === step && 'progress' in session) {
      setSession({ ...session, progress });
    }
  });
}

/** Stops what is going on and lets go of the file. */
export async function startOver(): Promise<void> {
  takeTurn();
  setSession({ kind: session.kind, step: 'choose' });
  await importDesk().discard();
}
