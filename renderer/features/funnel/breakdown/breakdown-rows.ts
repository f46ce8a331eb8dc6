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
  /** People at the last required step that has counts. */
  end: number;
  /** This row against all others together, after Holm over the rows. */
  verdict?: ChangeVerdict;
  adjustedP?: number;
};

/** More rows than this and the smallest go together. */
const MOST_ROWS = 8;

const isNumber = (bar: FunnelBar) => bar.count !== undefined && bar.problem !== 'notACount';

const requiredOf = ({ steps }: FunnelGroup) =>
  steps.map(({ bar }) => bar).filter((bar) => isNumber(bar) && !bar.isOptional);

/** The last required step that any group has a count of: what "whole" and `end` speak of. */
export function lastPosition(groups: readonly FunnelGroup[]): number {
  return Math.max(0, ...groups.flatMap((group) => requiredOf(group).map((bar) => bar.position)));
}

const countAt = (group: FunnelGroup, position: number) =>
  requiredOf(group).find((bar) => bar.position === position)?.count ?? 0;

function shareOf(group: FunnelGroup, measure: Measure, last: number): Share | undefined {
  if (measure === 'whole') {
    const first = requiredOf(group)[0];
    if (!first || first.position === last) return undefined;
    return { count: countAt(group, last), total: first.count ?? 0 };
  }
  const bar = group.steps.map((it) => it.bar).find(({ position }) => position === measure);
  if (!bar || !isNumber(bar)) return undefined;
  return bar.base === undefined ? undefined : { count: bar.count ?? 0, total: bar.base };
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
  const last = lastPosition(groups);
  const endOf = (group: FunnelGroup) => countAt(group, last);
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
    ...withShare(shareOf(group, measure, last)),
    end: endOf(group),
  }));
  const together = (kind: 'rest' | 'unknown', of: readonly FunnelGroup[]) => {
    if (of.length === 0) return;
    rows.push({
      kind,
      values: of.length,
      ...withShare(sum(of.map((group) => shareOf(group, measure, last)))),
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
