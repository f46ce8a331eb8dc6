import type { ImportCounts } from '../import-batch.schema';
import type { ImportPlan } from './plan';

/**
 * The counts of a plan. `create` to `rejected` sum to `total`, the file's records; `newMembers` are
 * buyers who come with orders (a roster's own new members are in `create`).
 */
export function countPlan(plan: ImportPlan, dataRowCount: number): ImportCounts {
  const { entries } = plan;
  const counts: ImportCounts = {
    create: 0,
    update: 0,
    unchanged: 0,
    confirm: 0,
    rejected: 0,
    total: entries.length,
    rows: dataRowCount,
    newMembers: plan.kind === 'orders' ? plan.newMembers.length : 0,
  };
  for (let place = 0; place < entries.length; place++) counts[entries.actionAt(place)]++;
  return counts;
}
