import type { RunTarget } from '@shared/domain/sop/sop.schema';
import { ruleOfTarget } from '@shared/domain/step-tools/target-rule.rules';
import { ExpectedError } from '@shared/lib/errors';
import { dataWorker, execute } from '@/db/client';
import { chooseTarget } from '../target.commands';
import { snapshotSize } from './segment.queries';

type Fixed = { runId: string; target: RunTarget; what: string; reason?: string | undefined };

/** Fixes those who are meant this moment as the people of the run. */
export async function fixTarget({ runId, target, what, reason }: Fixed): Promise<void> {
  const said = { runId, target, what: what.slice(0, 100), ...(reason ? { reason } : {}) };
  if (target.by === 'snapshot') {
    const count = await snapshotSize(target.value);
    if (count === 0) throw new ExpectedError('target-nobody', { what });
    await execute(chooseTarget, { ...said, count });
    return;
  }
  const people = await dataWorker().people.packed(ruleOfTarget(target));
  if (people.count === 0) throw new ExpectedError('target-nobody', { what });
  await execute(chooseTarget, { ...said, ...people });
}
