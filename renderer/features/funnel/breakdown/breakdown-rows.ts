import type { FunnelBar } from '@shared/domain/funnel/funnel.rules';
import {
  type ChangeVerdict,
  type Share,
  SMALL_SAMPLE_SIZE,
  twoProportions,
} from '@shared/domain/statistics/proportion.rules';
import { holm } from '@shared/domain/statistics/several-tests.rules';
import type { FunnelGroup } from '@/workers/funnel/funnel-types';

/** The share to look at: from the first step to the last, or one step's conversion. */
export type Measure = 'whole' | number;

export type BreakdownRow = {
  /** `value` absent: nobody knows; `rest`: several values in one row. */
  kind: 'value' | 'unknown' | 'rest';
  value?: string;
  /** How many values a `rest` holds. */
  values: number;
  share?: Share;
  /** People at the last required step: in the group. */
  end: number;
  /** This row against all others together, after Holm over the rows. */
  verdict?: ChangeVerdict;
  adjustedP?: number;
};

/** More rows than this and the smallest go together. */
const MOST_ROWS = 8;

const isNumber = (bar: FunnelBar) => bar.count !== undefined && bar.problem !== 'notACount';

function endOf({ steps }: FunnelGroup): number {
  const bars = steps.map(({ bar }) => bar).filter((bar) => isNumber(bar) && !bar.isOptional);
  return bars[bars.length - 1]?.count ?? 0;
}

function shareOf({ steps }: FunnelGroup, measure: Measure): Share | undefined {
  const bars = steps.map(({ bar }) => bar).filter(isNumber);
  if (measure === 'whole') {
    const required = bars.filter((bar) => !bar.isOptional);
    const first = required[0];
    const last = required[required.length - 1];
    if (!first || !last || first === last) return undefined;
    return { count: last.count ?? 0, total: first.count ?? 0 };
  }
  const bar = bars.find(({ position }) => position === measure);
  return bar?.base === undefined ? undefined : { count: bar.count ?? 0, total: bar.base };
}

const sum = (shares: readonly (Share | undefined)[]): Share | undefined => {
  const known = shares.filter((share): share is Share => share !== undefined);
  if (known.length === 0) return undefined;
  return {
    count: known.reduce((total, { count }) => total + count, 0),
    total: known.reduce((total, share) => total + share.total, 0),
  };
};

const withShare = (share: Share | undefined) => (share ? { share } : {});

/**
 * The groups of a breakdown as rows, most people at the end first: at most eight values, the rest
 * together, those without a value last. Groups share no people, so their counts add up. Each row is
 * held against all others together by the two-proportion test, p-values by Holm over the rows.
 */
export function breakdownRows(groups: readonly FunnelGroup[], measure: Measure): BreakdownRow[] {
  const known = groups
    .filter(({ value }) => value !== undefined)
    .sort((a, b) => endOf(b) - endOf(a) || b.people - a.people);
  const isCut = known.length > MOST_ROWS;
  const shown = isCut ? known.slice(0, MOST_ROWS - 1) : known;
  const rest = isCut ? known.slice(MOST_ROWS - 1) : [];
  const rows: BreakdownRow[] = shown.map((group) => ({
    kind: 'value',
    ...(group.value === undefined ? {} : { value: group.value }),
    values: 1,
    ...withShare(shareOf(group, measure)),
    end: endOf(group),
  }));
  const together = (kind: 'rest' | 'unknown', of: readonly FunnelGroup[]) => {
    if (of.length === 0) return;
    rows.push({
      kind,
      values: of.length,
      ...withShare(sum(of.map((group) => shareOf(group, measure)))),
      end: of.reduce((total, group) => total + endOf(group), 0),
    });
  };
  together('rest', rest);
  together(
    'unknown',
    groups.filter(({ value }) => value === undefined),
  );
  return judged(rows);
}

function judged(rows: readonly BreakdownRow[]): BreakdownRow[] {
  const tests = rows.map((row) => {
    const others = sum(rows.filter((it) => it !== row).map(({ share }) => share));
    if (!row.share || !others) return undefined;
    return {
      test: twoProportions(others, row.share),
      least: Math.min(row.share.total, others.total),
    };
  });
  const adjusted = holm(tests.map((it) => (it?.test.kind === 'test' ? it.test.pValue : undefined)));
  return rows.map((row, index) => {
    const found = tests[index];
    const adjustedP = adjusted[index];
    if (!found) return row;
    if (adjustedP === undefined) {
      const isSame = found.test.kind === 'none' && found.test.reason === 'noVariation';
      return { ...row, verdict: isSame ? 'noVariation' : 'notComparable' };
    }
    if (found.least < SMALL_SAMPLE_SIZE) return { ...row, adjustedP, verdict: 'tooFew' };
    return { ...row, adjustedP, verdict: adjustedP < 0.05 ? 'likelyReal' : 'maybeNoise' };
  });
}
