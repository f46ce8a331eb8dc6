import type { CodeColumn } from '@shared/domain/people/people-columns';
import type { Rule } from '@shared/domain/rules/rule.schema';
import type { MemberValues } from '../ltv/member-value.rules';
import { drawSome } from '../ltv/seeded-draw';
import { CASE_SHARES, QUADRANTS, type QuadrantSettings } from './quadrant-settings.schema';
import type { QuadrantFacts } from './quadrants.rules';

type Sums = { n: number; netFen: number; ltvFen: number; orders: number };

/** Of the whole, where there is a whole to share: losses have no shares. */
const shareOf = (part: number, whole: number) => (whole > 0 ? part / whole : undefined);

/**
 * People, money, value to come and profit of each quadrant. Profit is the net money of the last
 * `arpuDays` times the margin, less the cost of each of its orders.
 */
export function quadrantFigures(
  facts: QuadrantFacts,
  values: MemberValues,
  placed: CodeColumn,
  settings: QuadrantSettings,
) {
  const sums = QUADRANTS.map((): Sums => ({ n: 0, netFen: 0, ltvFen: 0, orders: 0 }));
  for (let row = 0; row < placed.of.length; row += 1) {
    const sum = sums[(placed.of[row] ?? 0) - 1];
    if (!sum) continue;
    sum.n += 1;
    sum.netFen += facts.arpuFen[row] ?? 0;
    sum.ltvFen += values.ltvFen[row] ?? 0;
    sum.orders += facts.recentOrders[row] ?? 0;
  }
  const profitOf = ({ netFen, orders }: Sums) =>
    Math.round(netFen * settings.margin - orders * settings.costPerOrderFen);
  const allNet = sums.reduce((all, sum) => all + sum.netFen, 0);
  const allProfit = sums.reduce((all, sum) => all + profitOf(sum), 0);
  return QUADRANTS.map((key, at) => {
    const sum = sums[at] ?? { n: 0, netFen: 0, ltvFen: 0, orders: 0 };
    const profitFen = profitOf(sum);
    const rule: Rule = { kind: 'quadrant', isAny: [key] };
    const { people, profit } = CASE_SHARES[key];
    return {
      key,
      n: sum.n,
      netFen: sum.netFen,
      rule,
      arpuFen: sum.n > 0 ? sum.netFen / sum.n : 0,
      ltvFen: sum.ltvFen,
      profitFen,
      shareOfNet: shareOf(sum.netFen, allNet),
      shareOfProfit: shareOf(profitFen, allProfit),
      caseShare: people,
      caseShareOfProfit: profit,
    };
  });
}

const MOST_POINTS = 400;
const SEED = 20_260_101;

/** Some people of each quadrant for a plot, drawn by lot; small quadrants keep a few all the same. */
export function quadrantPoints(
  facts: QuadrantFacts,
  values: MemberValues,
  placed: CodeColumn,
): { row: number; arpuFen: number; ltvFen: number; quadrant: string }[] {
  const rowsOf = QUADRANTS.map((): number[] => []);
  placed.of.forEach((code, row) => {
    rowsOf[code - 1]?.push(row);
  });
  return rowsOf.flatMap((rows, at) => {
    const share = Math.round((MOST_POINTS * rows.length) / Math.max(1, facts.buyers));
    return drawSome(rows, Math.max(20, share), SEED + at).map((row) => ({
      row,
      arpuFen: facts.arpuFen[row] ?? 0,
      ltvFen: values.ltvFen[row] ?? 0,
      quadrant: QUADRANTS[at] ?? '',
    }));
  });
}
