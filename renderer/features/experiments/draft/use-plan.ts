import {
  correlationOf,
  type ExperimentPlan,
  planExperiment,
} from '@shared/domain/experiments/experiment-plan.rules';
import { armsInPlay, unitsInPlay } from '@shared/domain/experiments/verdict.rules';
import { useMemo } from 'react';
import { useLive } from '@/db/use-live';
import type { Draft } from '../experiment-draft';
import { readDecided } from '../experiments.queries';
import { chosenGroups, type GroupChoice } from './use-choice';

/** What the draft's groups can show: as planned, and if the same people were drawn one by one. */
export function usePlan(
  draft: Draft,
  groups: readonly GroupChoice[],
  registered: number,
): { plan: ExperimentPlan; oneByOne: ExperimentPlan } {
  return useMemo(() => {
    const taking = chosenGroups(groups, draft.groupIds ?? [], draft.groupSizes);
    const inside = taking.map(({ size }) => size);
    const groupSizes = draft.unit === 'person' ? (registered > 0 ? [registered] : []) : inside;
    const input = { ...draft, arms: draft.arms.length, groupSizes };
    return {
      plan: planExperiment(input),
      oneByOne: planExperiment({ ...input, unit: 'person' }),
    };
  }, [draft, groups, registered]);
}

/** How alike groups were in experiments that came to an end: their middle value. */
export function useKnownCorrelation(): { value: number; n: number } | undefined {
  const decided = useLive(readDecided, []);
  return useMemo(() => {
    const known = (decided ?? []).flatMap(({ experiment, units }) => {
      if (experiment.unit !== 'group') return [];
      const found = correlationOf(unitsInPlay(experiment, units), armsInPlay(experiment));
      return found === undefined ? [] : [Math.max(0, found)];
    });
    const value = known.sort((a, b) => a - b)[Math.floor(known.length / 2)];
    return value === undefined ? undefined : { value, n: known.length };
  }, [decided]);
}
