import { welchTest } from '@shared/domain/statistics/means.rules';

/** Whole weeks before a plan that it is compared with. */
const REVIVE_WEEKS = 4;

export type WeekScore = { monday: string; score?: number | undefined };

type ReviveResult = {
  before: number[];
  after: number[];
  meanBefore?: number;
  meanAfter?: number;
  /** After less before in points, with its 95 % interval; absent with fewer than two weeks either side. */
  change?: { diff: number; low: number; high: number };
};

/**
 * Activity before and after a plan began: the four whole weeks before the week of `startDay`, and
 * the whole weeks from the one after it on, at most four. The week in which it began belongs to
 * neither. The interval is Welch's for the difference of two means; it knows nothing of what else
 * changed, so it describes and proves nothing. `weeks`: whole weeks, oldest first.
 */
export function reviveResult(weeks: readonly WeekScore[], startMonday: string): ReviveResult {
  const known = (part: readonly WeekScore[]) => part.flatMap(({ score }) => score ?? []);
  const before = known(weeks.filter(({ monday }) => monday < startMonday).slice(-REVIVE_WEEKS));
  const after = known(weeks.filter(({ monday }) => monday > startMonday).slice(0, REVIVE_WEEKS));
  const test = welchTest(before, after);
  return {
    before,
    after,
    ...(before.length > 0 && { meanBefore: meanOf(before) }),
    ...(after.length > 0 && { meanAfter: meanOf(after) }),
    ...(test.kind === 'test' && { change: { diff: test.diff, low: test.low, high: test.high } }),
  };
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, it) => sum + it, 0) / values.length;
