import { proxy, type Remote, wrap } from 'comlink';
import type { z } from 'zod';
import { bridge } from '@/platform/bridge';
import { launch } from '@/platform/launch';
import type { DataWorkerApi } from '@/workers/data-worker-api';
import type { Command } from './command';
import { carryExpectedErrors } from './expected-over-comlink';
import { tellFullDisk, tellUnwrittenJournal } from './full-disk';
import type { JournalSink } from './journal-pump';

/**
 * The window's way to the data worker, the one writer of this console. The worker starts with the
 * first call; its journal goes through the window, because only the window has the bridge.
 */
let remote: Remote<DataWorkerApi> | undefined;

export function dataWorker(): Remote<DataWorkerApi> {
  if (remote) return remote;
  carryExpectedErrors();
  const worker = new Worker(new URL('../workers/data.worker.ts', import.meta.url), {
    type: 'module',
    name: 'data',
  });
  worker.addEventListener('error', (event) => {
    void bridge.reportProblem({ kind: 'worker', message: event.message || 'data worker failed' });
  });
  remote = wrap<DataWorkerApi>(worker);
  void remote.connectJournal(proxy(journalSink));
  void remote.setActor(launch.settings.operatorName);
  return remote;
}

const problemListeners = new Set<(error: unknown) => void>();

/** Hears when what was committed could not be written outside the database; returns a way to stop. */
export function onJournalProblem(listener: (error: unknown) => void): () => void {
  problemListeners.add(listener);
  return () => problemListeners.delete(listener);
}

/** Whatever cannot be written outside the database is told to the user. */
function telling<Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) {
  return async (...args: Args): Promise<Result> => {
    try {
      return await work(...args);
    } catch (error) {
      const told = tellUnwrittenJournal(error);
      for (const listener of problemListeners) listener(told);
      throw told;
    }
  };
}

const journalSink: JournalSink = {
  append: telling(async (databaseId, frames) => {
    await bridge.appendJournal(databaseId, frames);
  }),
  begin: telling((databaseId, seq, header) => bridge.beginJournalFrame(databaseId, seq, header)),
  write: telling((token, block) => bridge.writeJournalBlock(token, block)),
  finish: telling(async (token) => {
    await bridge.finishJournalFrame(token);
  }),
  abort: (token) => bridge.abortJournalFrame(token),
};

const writeListeners = new Set<() => void>();

/** Hears of every command, undo and redo once it is committed, before whoever asked for it does. */
export function onWritten(listener: () => void): void {
  writeListeners.add(listener);
}

async function written<Result>(work: Promise<Result>): Promise<Result> {
  const result = await tellFullDisk(work);
  for (const listener of writeListeners) listener();
  return result;
}

/** Runs a command in the data worker; resolves when it is committed. */
export async function execute<Name extends string, Input extends z.ZodType, Result>(
  command: Command<Name, Input, Result>,
  input: z.input<Input>,
): Promise<Result> {
  return (await written(dataWorker().run(command.name, input))) as Result;
}

export const undoLast = () => written(dataWorker().undo());
export const redoLast = () => written(dataWorker().redo());
export const undoBatch = (batchId: string) => written(dataWorker().undoBatch(batchId));

/** Resolves when everything committed so far is also in the journal, outside the database. */
export const flushJournal = async (): Promise<void> => {
  await dataWorker().flushJournal();
};

/** Before the window closes: nothing is left that exists in memory only. */
export const flushAll = async (): Promise<void> => {
  if (!remote) return;
  void remote.sync.end();
  await remote.flushJournal();
};
