import type { TouchPlan } from './touch.schema';

/** Plans that work now, the oldest first: in this order a member is given to the first that fits. */
export function openPlans(plans: readonly TouchPlan[]): TouchPlan[] {
  return plans
    .filter(({ closedAt }) => closedAt === undefined)
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** Two stages of one plan on one day, or with days of grace that reach into the next stage's day. */
export function crowdedStages(plan: Pick<TouchPlan, 'stages'>): [string, string][] {
  const stages = [...plan.stages].sort((a, b) => a.day - b.day);
  return stages.flatMap((stage, at): [string, string][] => {
    const next = stages[at + 1];
    return next && stage.day + stage.graceDays >= next.day ? [[stage.key, next.key]] : [];
  });
}
