import { problemText } from '@/app/feedback';
import { backUpBefore } from '@/db/backup-schedule';
import { flushJournal } from '@/db/client';
import { tellFullDisk } from '@/db/full-disk';
import { writtenCount } from '../plan/written-count';
import {
  currentSession,
  hasCode,
  importDesk,
  setSession,
  takeTurn,
  teller,
} from './import-session';
import { makePlan } from './plan-file';

/** Writes the plan; done once it is in the database and in the journal. */
export async function commitPlan(): Promise<void> {
  const session = currentSession();
  if (session.step !== 'planned') return;
  const { isMine } = takeTurn();
  const { problem: _, ...before } = session;
  setSession({ ...before, step: 'writing', progress: { step: 'write', done: 0, total: 0 } });
  try {
    if (writtenCount(before) > 0) await backUpBefore('import');
    const work = importDesk().commit(before.choice, teller(isMine, 'writing'));
    const committed = await tellFullDisk(work);
    await flushJournal();
    if (isMine()) setSession({ ...before, step: 'done', committed });
  } catch (error) {
    if (!isMine()) return;
    if (hasCode(error, 'import-cancelled')) setSession({ kind: before.kind, step: 'choose' });
    else setSession({ ...before, problem: problemText(error) });
    if (hasCode(error, 'import-plan-stale')) await planAnew(problemText(error));
  }
}

/** The data changed after the comparison: compare again and say so beside the new plan. */
async function planAnew(problem: string): Promise<void> {
  await makePlan();
  const session = currentSession();
  if (session.step === 'planned') setSession({ ...session, problem });
}
