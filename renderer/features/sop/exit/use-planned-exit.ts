import { type PlannedExit, planExit } from '@shared/domain/sop/exit.rules';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { unpackIds } from '@shared/lib/pack-ids';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { newestTemplates } from '@/features/flow-runs/index';
import { usePlacedByRun } from '@/features/placement/index';

/** An action as it is shown: with the name of the flow that it would start. */
export type ShownExit = { planned: PlannedExit; flowName?: { zh: string; en: string } };

/** What the run's end would do now, to how many people. */
export function usePlannedExit(run: SopRun): ShownExit[] | undefined {
  const placed = usePlacedByRun(run.id);
  const { id, targetSnapshotId, status, exitActions, exitDoneAt } = run;
  const placedIds = placed?.map((row) => row.memberId).join(' ');
  return useLive(async () => {
    if (placedIds === undefined) return undefined;
    const snapshot = targetSnapshotId
      ? await readDb.rows('segmentSnapshots').get(targetSnapshotId)
      : undefined;
    const audits = await readDb.rows('audits').by('runId', id);
    const plan = planExit(run, {
      target: snapshot && unpackIds(snapshot.members),
      approved: audits.filter((it) => it.status === 'approved').map((it) => it.memberId),
      placed: placedIds === '' ? [] : placedIds.split(' '),
    });
    const flows = newestTemplates(await readDb.rows('sopTemplates').all());
    return plan.map((planned): ShownExit => {
      if (planned.kind !== 'startFlow') return { planned };
      const flow = flows.find(({ key }) => key === planned.templateKey);
      return { planned, ...(flow && { flowName: flow.name }) };
    });
  }, [id, targetSnapshotId, status, exitActions, exitDoneAt, placedIds]);
}
