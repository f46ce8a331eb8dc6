import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import type {
  Attribution,
  FunnelAnswer,
  FunnelBreakdown,
  FunnelDimension,
  FunnelQuestion,
} from '@/workers/funnel/funnel-types';

/** The funnel of a question, again after every change of the data; `undefined` until it is there. */
export function useFunnel(question: FunnelQuestion | undefined): FunnelAnswer | undefined {
  const key = question && JSON.stringify(question);
  return useAnswer(key, () => dataWorker().funnel.funnel(question ?? NOTHING));
}

const NOTHING: FunnelQuestion = { scope: { of: 'runs', runIds: [] } };

/** One funnel for each run, in the order asked for. */
export function useFunnelOfEach(runIds: readonly string[]): FunnelAnswer[] | undefined {
  return useAnswer(runIds.join(' '), () =>
    Promise.all(
      runIds.map((id) => dataWorker().funnel.funnel({ scope: { of: 'runs', runIds: [id] } })),
    ),
  );
}

export function useBreakdown(
  question: FunnelQuestion,
  by: FunnelDimension,
  attribution: Attribution,
): FunnelBreakdown | undefined {
  return useAnswer(JSON.stringify([question, by, attribution]), () =>
    dataWorker().funnel.breakdown(question, by, attribution),
  );
}
