import type { KocIncentive } from '@shared/domain/koc/koc.schema';

type Sums = { count: number; amountFen: number; points: number };
export type IncentiveSums = { given: Sums; open: Sums };

const NOTHING: Sums = { count: 0, amountFen: 0, points: 0 };

/** What was given and what is still to give: entries, their cost in fen, and points. */
export function incentiveSums(incentives: readonly KocIncentive[]): IncentiveSums {
  const sums: IncentiveSums = { given: { ...NOTHING }, open: { ...NOTHING } };
  for (const { givenAt, amountFen = 0, points = 0 } of incentives) {
    const side = givenAt === undefined ? sums.open : sums.given;
    side.count += 1;
    side.amountFen += amountFen;
    side.points += points;
  }
  return sums;
}
