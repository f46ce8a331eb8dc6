import type { Experiment, ExperimentUnit } from './experiment.schema';
import { armsThatStay } from './halving.rules';
import { isRead } from './readings.rules';
import { plainScores } from './score.rules';
import { armsInPlay, unitsInPlay } from './verdict.rules';

/** Where an arm stands after a round of halving. A rank, not a verdict: the differences may be chance. */
export type Standing = {
  armKey: string;
  /** Against all arms together, in standard deviations; absent without readings. */
  score?: number;
  /** Who saw it in this round. */
  people: number;
  stays: boolean;
};

/** The arms of the round under way, best first, and which of them go on. */
export function standingOf(experiment: Experiment, units: readonly ExperimentUnit[]): Standing[] {
  const armKeys = armsInPlay(experiment);
  const counted = unitsInPlay(experiment, units).filter(isRead);
  const ofArm = (key: string) => counted.filter(({ armKey }) => armKey === key);
  const arms = new Map(armKeys.map((key) => [key, ofArm(key)]));
  const seen = (key: string) => ofArm(key).reduce((sum, { exposed = 0 }) => sum + exposed, 0);
  const known = plainScores(arms, experiment);
  const stay = new Set(armsThatStay(armKeys, known));
  return armKeys
    .map((armKey, order) => ({ armKey, order, score: known.get(armKey) }))
    .sort((a, b) => {
      const [one, other] = [a, b].map(({ score }) => score ?? Number.NEGATIVE_INFINITY);
      return one === other ? a.order - b.order : (other ?? 0) - (one ?? 0);
    })
    .map(({ armKey, score }) => ({
      armKey,
      ...(score !== undefined && { score }),
      people: seen(armKey),
      stays: stay.has(armKey),
    }));
}
