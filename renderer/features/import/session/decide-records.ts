import type { ConfirmChoice } from '@shared/domain/import/plan/plan-writes';
import type { PlanFilter, PlanRow } from '@/workers/import/import-types';
import { currentSession, importDesk, nextPlanNumber, setSession } from './import-session';

/** So many records of a reason are asked for at once; a page of them is no pause for the window. */
const PAGE = 500;

export const UNDECIDED: Readonly<Record<ConfirmChoice, number>> = { same: 0, new: 0, skip: 0 };

type Undecided = Pick<PlanRow, 'key' | 'decision'>;

/** For every record to confirm that has no decision of its own. */
export function changeConfirmChoice(choice: ConfirmChoice): void {
  const session = currentSession();
  if (session.step === 'planned') setSession({ ...session, choice });
}

/** Decides records one by one; undefined leaves them to the choice for all again. */
export async function decideRecords(
  records: readonly Undecided[],
  choice: ConfirmChoice | undefined,
): Promise<void> {
  const session = currentSession();
  if (session.step !== 'planned' || records.length === 0) return;
  const { summary } = session;
  await importDesk().decide(
    records.map(({ key }) => key),
    choice,
  );
  const now = currentSession();
  // Another plan came meanwhile; it knows nothing of these decisions.
  if (now.step !== 'planned' || now.summary !== summary) return;
  const decided = { ...now.decided };
  for (const { decision } of records) {
    if (decision !== undefined) decided[decision] -= 1;
    if (choice !== undefined) decided[choice] += 1;
  }
  setSession({ ...now, decided, planNumber: nextPlanNumber() });
}

/** Decides all records that share a reason. */
export async function decideReason(
  filter: PlanFilter,
  choice: ConfirmChoice | undefined,
): Promise<void> {
  const records: Undecided[] = [];
  for (;;) {
    const { rows, total } = await importDesk().planRows(filter, records.length, PAGE);
    records.push(...rows.map(({ key, decision }) => ({ key, decision })));
    if (records.length >= total || rows.length === 0) break;
  }
  await decideRecords(records, choice);
}
