import type { CommandLabel } from './command';
import { consoleDb } from './db';
import { useLive } from './use-live';
import { nextRedo, nextUndo } from './write/undo-log';

/** What undo would take back and redo would bring back, in both languages; for buttons and menus. */
export function useUndoState(): { undoLabel?: CommandLabel; redoLabel?: CommandLabel } {
  const state = useLive(async () => {
    const [undo, redo] = await Promise.all([nextUndo(consoleDb()), nextRedo(consoleDb())]);
    return { undoLabel: undo?.label, redoLabel: redo?.label };
  }, []);
  return state ?? {};
}
