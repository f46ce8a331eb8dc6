import type { SopRun, SopTemplate } from '@shared/domain/sop/sop.schema';
import { dayOf } from '@shared/lib/time';
import { readDb } from '@/db/read';
import { newestTemplates } from '@/features/flow-runs';

export const REVIVE_KEY = 'revive-group';

export type ReviveRun = { run: SopRun; startDay: string; endDay: string };

/** Plans to wake one group, the latest first, each with its first and last day in the zone. */
export async function readReviveRuns(groupId: string, zone: string): Promise<ReviveRun[]> {
  const runs = (await readDb.rows('sopRuns').all()).filter(
    (run) => run.groupId === groupId && run.templateKey === REVIVE_KEY,
  );
  const whole = await Promise.all(
    runs.map(async (run): Promise<ReviveRun> => {
      const steps = await readDb.rows('sopSteps').by('runId', run.id);
      const startDay = run.startDay ?? dayOf(run.startedAt, zone);
      const last = Math.max(run.startedAt, ...steps.map(({ dueAt }) => dueAt));
      return { run, startDay, endDay: dayOf(last, zone) };
    }),
  );
  return whole.sort((a, b) => b.run.startedAt - a.run.startedAt);
}

/** The flow as it would be started now; `null` where it was archived. */
export async function readReviveTemplate(): Promise<SopTemplate | null> {
  const own = await readDb.rows('sopTemplates').by('key', REVIVE_KEY);
  return newestTemplates(own).find(({ key }) => key === REVIVE_KEY) ?? null;
}

/** How many days the flow takes, its first one included. */
export const daysOfFlow = ({ steps }: SopTemplate): number =>
  1 + Math.max(0, ...steps.map(({ due: { on } }) => (on.kind === 'afterStart' ? on.days : 0)));
