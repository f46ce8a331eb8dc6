import { commitPlan } from './commit-file';
import { currentQueue, openQueued, type Pause, setQueue } from './file-queue';
import { currentSession, setSession } from './import-session';
import { comparePlan } from './plan-file';
import { choicesLike, type Example, needsNobody, nextWaiting } from './queue.rules';

/** Writes the present plan, then takes the files that look the same by its example. */
export async function takeRestAlike(): Promise<void> {
  if (currentSession().step === 'planned') await commitPlan();
  const session = currentSession();
  if (session.step !== 'done') return;
  const { kind, opened, choices } = session;
  setQueue({ files: currentQueue().files, isRunning: true });
  const pause = await follow({ kind, opened, choices });
  setQueue({ files: currentQueue().files, isRunning: false, ...(pause ? { pause } : {}) });
}

/** File after file until one needs a person; why it stopped, or undefined at the end. */
async function follow(example: Example): Promise<Pause | undefined> {
  for (;;) {
    const next = nextWaiting(currentQueue().files);
    if (!next || !currentQueue().isRunning) return undefined;
    await openQueued(next.id);
    const read = currentSession();
    // What cannot be read is listed with its reason; the others need not wait for it.
    if (read.step === 'refused' && read.file === next.file) continue;
    if (read.step === 'locked') return 'password';
    if (read.step !== 'recognised' || read.file !== next.file) return undefined;
    const choices = choicesLike(example, read.opened);
    if (!choices) return 'columns';
    setSession({ ...read, choices });
    await comparePlan();
    const planned = currentSession();
    if (planned.step !== 'planned' || planned.file !== next.file) return undefined;
    if (!needsNobody(planned.summary.counts)) return 'decision';
    await commitPlan();
    const done = currentSession();
    if (done.step !== 'done' || done.file !== next.file) return undefined;
  }
}

/** Lets the present file come to its end and leaves the others waiting. */
export function stopRest(): void {
  setQueue({ ...currentQueue(), isRunning: false });
}
