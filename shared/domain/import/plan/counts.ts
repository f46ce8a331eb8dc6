import type { ImportCounts } from '../import-batch.schema';
import type { ImportPlan } from './plan';
import type { Decisions } from './plan-writes';

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

/**
 * The counts once a person has decided: a record to confirm that is written counts as what it
 * became, `confirm` as those left out. They sum to the same `total`.
 */
export function countDecided(
  plan: ImportPlan,
  counts: ImportCounts,
  { others, byPlace }: Decisions,
): ImportCounts {
  const decided = { ...counts };
  if (counts.confirm === 0) return decided;
  const { entries } = plan;
  for (let place = 0; place < entries.length; place++) {
    if (entries.actionAt(place) !== 'confirm') continue;
    const choice = byPlace.get(place) ?? others;
    if (choice === 'skip') continue;
    decided.confirm--;
    // Only a roster's record changes the person; others are new records of theirs.
    if (choice === 'same' && plan.kind === 'members') decided.update++;
    else decided.create++;
  }
  return decided;
}
