import type { TouchPlan } from '@shared/domain/touch/touch.schema';
import { useTouchOverview, useTouchPlans } from './use-touch';

export type DueStage = { label: TouchPlan['stages'][number]['label']; n: number };

/** The stages of the plans that work, with how many people each waits for; `undefined` until known. */
export function useDueTouches(): DueStage[] | undefined {
  const all = useTouchPlans();
  const plans = all?.filter(({ closedAt }) => closedAt === undefined) ?? [];
  const overview = useTouchOverview(plans.length > 0);
  if (!all) return undefined;
  if (plans.length === 0) return [];
  return overview?.plans.flatMap(({ planId, stages }) =>
    stages.flatMap(({ key, due, overdue }) => {
      const stage = plans.find(({ id }) => id === planId)?.stages.find((it) => it.key === key);
      return stage ? [{ label: stage.label, n: due + overdue }] : [];
    }),
  );
}
