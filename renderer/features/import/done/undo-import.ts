import type { ImportBatch } from '@shared/domain/import/import-batch.schema';
import { useSyncExternalStore } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { translator } from '@/app/i18n/messages';
import { flushJournal, redoLast, undoBatch } from '@/db/client';
import type { KeptRecord } from '@/db/write/revert';
import { onSession } from '../session/import-session';
import { doneMessages } from './done.messages';

export type UndoneBatch = Pick<ImportBatch, 'id' | 'fileName' | 'kind' | 'counts'>;
type UndoReport = { batch: UndoneBatch; kept: readonly KeptRecord[] };

let report: UndoReport | undefined;
const listeners = new Set<() => void>();

function setReport(next: UndoReport | undefined): void {
  if (report === next) return;
  report = next;
  for (const listener of listeners) listener();
}

/** What the last undo left behind, until it is closed or another file is in hand. */
export function useUndoReport(): UndoReport | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => report,
  );
}

export const closeUndoReport = (): void => setReport(undefined);

/**
 * Takes one import back as a whole and reports what stayed because it was edited since. `leave` is
 * called in between: it puts the file away whose report then takes its place.
 */
export async function undoImport(
  batch: UndoneBatch,
  leave?: () => Promise<void>,
): Promise<boolean> {
  const t = translator(doneMessages);
  const file = batch.fileName;
  try {
    const { kept } = await undoBatch(batch.id);
    await flushJournal();
    await leave?.();
    setReport({ batch, kept });
    showDone(kept.length > 0 ? t('undoneKept', { file, n: kept.length }) : t('undone', { file }));
    return true;
  } catch (error) {
    showProblem(error);
    return false;
  }
}

/** Brings back the import that was undone last. */
export async function redoImport({ fileName }: Pick<ImportBatch, 'fileName'>): Promise<void> {
  try {
    await redoLast();
    await flushJournal();
    closeUndoReport();
    showDone(translator(doneMessages)('redone', { file: fileName }));
  } catch (error) {
    showProblem(error);
  }
}

/** The report speaks of the past: a new file takes its place. */
onSession(() => closeUndoReport());
