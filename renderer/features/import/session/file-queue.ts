import { useSyncExternalStore } from 'react';
import { currentSession, type ImportSession, onSession, startOver } from './import-session';
import { openFile } from './open-file';
import { type FileState, nextWaiting, type QueuedFile, queueOf } from './queue.rules';

/** Why the files that were to follow by themselves wait again. */
export type Pause = 'columns' | 'decision' | 'password';

type Queue = {
  files: readonly QueuedFile[];
  /** The files that follow go through by themselves. */
  isRunning: boolean;
  pause?: Pause;
};

const NOTHING: Queue = { files: [], isRunning: false };
let queue: Queue = NOTHING;
let openId: string | undefined;
const listeners = new Set<() => void>();

export const currentQueue = (): Queue => queue;

export function setQueue(next: Queue): void {
  queue = next;
  for (const listener of listeners) listener();
}

/** Several files at once; empty for a file alone. */
export function useFileQueue(): Queue {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentQueue);
}

function mark(id: string, state: FileState): void {
  const files = queue.files.map(
    (item): QueuedFile =>
      item.id === id ? { id: item.id, file: item.file, path: item.path, ...state } : item,
  );
  setQueue({ ...queue, files });
}

/** What became of the file in hand. */
function outcome(session: ImportSession): FileState {
  if (session.step === 'refused') return { state: 'refused', problem: session.problem };
  if (session.step === 'choose') return { state: 'waiting' };
  if (session.step !== 'done') return { state: 'open' };
  const { kind, opened, committed } = session;
  return { state: 'done', kind, source: opened.source?.id, committed };
}

onSession(() => {
  if (openId === undefined) return;
  const session = currentSession();
  const item = queue.files.find(({ id }) => id === openId);
  if (!item) return;
  if (session.step !== 'choose' && session.file !== item.file) {
    openId = undefined;
    if (item.state === 'open') mark(item.id, { state: 'waiting' });
    return;
  }
  // Put away: what was not finished waits again, what was finished stays so.
  if (session.step === 'choose') openId = undefined;
  if (session.step === 'choose' && item.state !== 'open') return;
  const next = outcome(session);
  if (next.state !== item.state) mark(item.id, next);
});

/** Files that were dropped or chosen: one alone is opened, several wait in a row. */
export async function takeFiles(files: readonly { file: File; path: string }[]): Promise<void> {
  const [only] = files;
  if (!only) return;
  openId = undefined;
  if (files.length === 1) {
    setQueue(NOTHING);
    return openFile(only.file);
  }
  setQueue({ ...NOTHING, files: queueOf(files) });
  if (nextWaiting(queue.files)) await openNext();
  else await startOver();
}

export async function openQueued(id: string): Promise<void> {
  const item = queue.files.find((known) => known.id === id);
  if (!item) return;
  const before = queue.files.find((known) => known.id === openId);
  openId = id;
  // Passed over, not forgotten.
  if (before?.state === 'open' && before.id !== id) mark(before.id, { state: 'waiting' });
  mark(id, { state: 'open' });
  await openFile(item.file);
}

export async function openNext(): Promise<void> {
  const next = nextWaiting(queue.files);
  if (next) await openQueued(next.id);
}

/** Takes a file off the list; what it wrote stays and can be undone from the history. */
export async function removeQueued(id: string): Promise<void> {
  const isOpen = id === openId && currentSession().step !== 'done';
  const files = queue.files.filter((item) => item.id !== id);
  setQueue({ ...queue, files });
  if (isOpen) {
    openId = undefined;
    await startOver();
  }
}

export function clearQueue(): void {
  openId = undefined;
  setQueue(NOTHING);
}
