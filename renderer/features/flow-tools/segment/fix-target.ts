import type { RunTarget } from '@shared/domain/sop/sop.schema';
import { ruleOfTarget } from '@shared/domain/step-tools/target-rule.rules';
import { dataWorker, execute } from '@/db/client';
import { chooseTarget } from '../target.commands';
import { snapshotSize } from './segment.queries';

type Fixed = { runId: string; target: RunTarget; what: string; reason?: string | undefined };

/** Fixes those who are meant this moment as the people of the run. */
export async function fixTarget({ runId, target, what, reason }: Fixed): Promise<void> {
  const said = { runId, target, what: what.slice(0, 100), ...(reason ? { reason } : {}) };
  if (target.by === 'snapshot') {
    await execute(chooseTarget, { ...said, count: await snapshotSize(target.value) });
    return;
  }
  const people = await dataWorker().people.packed(ruleOfTarget(target));
  await execute(chooseTarget, { ...said, ...people });
}
