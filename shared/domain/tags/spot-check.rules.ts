import { SMALL_SAMPLE_SIZE, wilsonInterval } from '@shared/domain/statistics/proportion.rules';
import type { SpotCheck } from './spot-check.schema';

/** Of a sum of spot checks. `n` is right and wrong together: who is not sure says nothing. */
export type Accuracy = {
  right: number;
  wrong: number;
  unsure: number;
  waiting: number;
  n: number;
  /** right ÷ n; absent below 30, where chance speaks louder. */
  rate?: number;
  /** 95 % by Wilson; absent without a verdict. */
  low?: number;
  high?: number;
};

/** What the case in the articles tells of its tags: 91.2 %. A reference, never a target of ours. */
export const CASE_ACCURACY = 0.912;

/** How often the tag was right: right ÷ (right + wrong), with its 95 % Wilson interval. */
export function accuracyOf(checks: readonly Pick<SpotCheck, 'verdict'>[]): Accuracy {
  const count = (verdict: SpotCheck['verdict']) =>
    checks.filter((check) => check.verdict === verdict).length;
  const right = count('right');
  const wrong = count('wrong');
  const n = right + wrong;
  const interval = wilsonInterval({ count: right, total: n });
  return {
    right,
    wrong,
    unsure: count('unsure'),
    waiting: count(undefined),
    n,
    ...(n < SMALL_SAMPLE_SIZE ? {} : { rate: right / n }),
    ...(interval.kind === 'interval' ? { low: interval.low, high: interval.high } : {}),
  };
}

/** How the checks of each tag stand, by the tag's id. */
export function accuracyByTag(checks: readonly SpotCheck[]): Map<string, Accuracy> {
  const byTag = new Map<string, SpotCheck[]>();
  for (const check of checks) {
    const known = byTag.get(check.tagId);
    if (known) known.push(check);
    else byTag.set(check.tagId, [check]);
  }
  return new Map([...byTag].map(([tagId, list]) => [tagId, accuracyOf(list)]));
}
