import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';

export type BatchWork = 'tag' | 'untag' | 'note';

/** One thing at a time with everybody who is ticked; the toast takes it back. */
export function useBatch() {
  const [busy, setBusy] = useState<BatchWork>();
  /** `work` returns the sentence of what was done; `nothing` is said when nobody was concerned. */
  async function run(
    kind: BatchWork,
    work: () => Promise<string | undefined>,
    nothing: string,
  ): Promise<void> {
    setBusy(kind);
    try {
      const done = await work();
      showDone(done ?? nothing, { undo: done !== undefined });
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(undefined);
    }
  }
  return { busy, run };
}
