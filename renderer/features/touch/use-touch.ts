import type { TouchPlan } from '@shared/domain/touch/touch.schema';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import type { TouchOverview, TouchResults } from '@/workers/touch/touch-types';

/** Every plan, the open ones first and the oldest of them at the top. */
export function useTouchPlans(): TouchPlan[] | undefined {
  return useLive(async () => {
    const plans = await readDb.rows('touchPlans').all();
    const rank = (plan: TouchPlan) => (plan.closedAt === undefined ? 0 : 1);
    return plans.sort((a, b) => rank(a) - rank(b) || a.createdAt - b.createdAt);
  }, []);
}

export const useTouchOverview = (isAsked = true): TouchOverview | undefined =>
  useAnswer(isAsked ? 'touch' : undefined, () => dataWorker().touch.overview());

export const useTouchResults = (planId: string): TouchResults | undefined =>
  useAnswer(planId, () => dataWorker().touch.results(planId));
