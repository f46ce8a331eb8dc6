import type { CodeColumn } from '@shared/domain/people/people-columns';
import type { Rule } from '@shared/domain/rules/rule.schema';
import type { MemberValues } from '../ltv/member-value.rules';
import { seededRandom } from '../ltv/seeded-draw';
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
  // By code, 0 for people without an order.
  const n = new Float64Array(QUADRANTS.length + 1);
  const [net, ltv, orders] = [n.slice(), n.slice(), n.slice()];
  for (let row = 0; row < placed.of.length; row += 1) {
    const code = placed.of[row] ?? 0;
    if (code === 0) continue;
    n[code] = (n[code] ?? 0) + 1;
    net[code] = (net[code] ?? 0) + (facts.arpuFen[row] ?? 0);
    ltv[code] = (ltv[code] ?? 0) + (values.ltvFen[row] ?? 0);
    orders[code] = (orders[code] ?? 0) + (facts.recentOrders[row] ?? 0);
  }
  const sums = QUADRANTS.map(
    (_, at): Sums => ({
      n: n[at + 1] ?? 0,
      netFen: net[at + 1] ?? 0,
      ltvFen: ltv[at + 1] ?? 0,
      orders: orders[at + 1] ?? 0,
    }),
  );
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
const FEWEST_POINTS = 20;
const SEED = 20_260_101;

/** Some people of each quadrant for a plot, drawn by lot; small quadrants keep a few all the same. */
export function quadrantPoints(
  facts: QuadrantFacts,
  values: MemberValues,
  placed: CodeColumn,
): { row: number; arpuFen: number; ltvFen: number; quadrant: string }[] {
  const left = new Uint32Array(QUADRANTS.length + 1);
  for (const code of placed.of) left[code] = (left[code] ?? 0) + 1;
  const wanted = left.map((n) =>
    Math.min(n, Math.max(FEWEST_POINTS, (MOST_POINTS * n) / Math.max(1, facts.buyers))),
  );
  const random = seededRandom(SEED);
  const points: { row: number; arpuFen: number; ltvFen: number; quadrant: string }[] = [];
  for (let row = 0; row < placed.of.length; row += 1) {
    const code = placed.of[row] ?? 0;
    if (code === 0) continue;
    // Knuth's selection sampling, for each quadrant apart.
    const isDrawn = random() * (left[code] ?? 0) < (wanted[code] ?? 0);
    left[code] = (left[code] ?? 0) - 1;
    if (!isDrawn) continue;
    wanted[code] = (wanted[code] ?? 0) - 1;
    points.push({
      row,
      arpuFen: facts.arpuFen[row] ?? 0,
      ltvFen: values.ltvFen[row] ?? 0,
      quadrant: QUADRANTS[code - 1] ?? '',
    });
  }
  return points;
}
