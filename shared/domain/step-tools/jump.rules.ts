import {
  type ChangeVerdict,
  judgeChange,
  type Share,
  SMALL_SAMPLE_SIZE,
  twoProportions,
} from '@shared/domain/statistics/proportion.rules';
import { holm } from '@shared/domain/statistics/several-tests.rules';

const ALPHA = 0.05;

/** A way over (a QR code, a button) with how many saw it and how many came over by it. */
export type JumpWay = {
  key: string;
  seenCount?: number | undefined;
  passedCount?: number | undefined;
};

/** Why a way has no rate. */
export type JumpProblem = 'unfilled' | 'nobodySaw' | 'moreThanSaw';

/** The share of those who saw a way and came over by it, or why there is none. */
export function jumpShare(way: JumpWay): Share | JumpProblem {
  const { seenCount, passedCount } = way;
  if (seenCount === undefined || passedCount === undefined) return 'unfilled';
  if (passedCount > seenCount) return 'moreThanSaw';
  if (seenCount === 0) return 'nobodySaw';
  return { count: passedCount, total: seenCount };
}

/** The best way against each other one. */
export type JumpComparison = {
  /** The way with the highest rate; of equal ones the one that more people saw. */
  bestKey: string;
  /** `pValue` is adjusted by Holm over all the comparisons; absent where there was no test. */
  others: { key: string; verdict: ChangeVerdict; pValue?: number }[];
};

/**
 * Compares the ways over by two-proportion tests of the best against each other one, adjusted by
 * Holm since several are looked at together. Fewer than 30 on either side never convince. Undefined
 * with fewer than two ways that have a rate.
 */
export function compareJumpWays(ways: readonly JumpWay[]): JumpComparison | undefined {
  const rated = ways.flatMap((way) => {
    const share = jumpShare(way);
    return typeof share === 'string' ? [] : [{ key: way.key, share }];
  });
  const [best, ...rest] = [...rated].sort(
    (a, b) =>
      b.share.count / b.share.total - a.share.count / a.share.total ||
      b.share.total - a.share.total,
  );
  if (!best || rest.length === 0) return undefined;
  const pValues = rest.map(({ share }) => {
    const test = twoProportions(share, best.share);
    const isSmall = Math.min(share.total, best.share.total) < SMALL_SAMPLE_SIZE;
    return test.kind === 'test' && !isSmall ? test.pValue : undefined;
  });
  const adjusted = holm(pValues);
  const others = rest.map(({ key, share }, index) => {
    const pValue = adjusted[index];
    if (pValue === undefined) return { key, verdict: judgeChange(share, best.share) };
    return { key, verdict: pValue < ALPHA ? 'likelyReal' : 'maybeNoise', pValue } as const;
  });
  return { bestKey: best.key, others };
}

/** How the reasons given stand against the people lost between two steps. */
export type LossState =
  | { kind: 'unknown'; named: number }
  | { kind: 'known'; lost: number; named: number; unnamed: number }
  | { kind: 'moreThanLost'; lost: number; named: number };

/**
 * `before` and `now` are the counts of the step before and of this one; without both, or where the
 * later one is larger, nobody knows how many were lost.
 */
export function lossState(
  before: number | undefined,
  now: number | undefined,
  reasons: readonly (number | undefined)[],
): LossState {
  const named = reasons.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (before === undefined || now === undefined || now > before) return { kind: 'unknown', named };
  const lost = before - now;
  if (named > lost) return { kind: 'moreThanLost', lost, named };
  return { kind: 'known', lost, named, unnamed: lost - named };
}
