import type { TrustPart } from './life-settings.schema';
import type { TrustIndex } from './trust.rules';
import { wholeParts } from './whole-parts';

/** What one part did to the index between two weeks, in tenths of a point. */
export type TrustMove = {
  part: TrustPart;
  /** By its own figure getting better or worse. */
  byValueTenths: number;
  /** By data appearing or missing (its weight came from or went to the others). */
  byDataTenths: number;
};

export type TrustChange = { changeTenths: number; moves: TrustMove[] };

/**
 * What moved the index from one week to another, or undefined where either has none.
 *
 * With s a part's share and e what it earned: byValue = 100 × mean s × Δe; byData = 100 × Δs ×
 * (mean e − mean index ÷ 100). Since the shares of either week add up to 1, these add up to the
 * change; a part without data in one week keeps what it earned in the other. Everything is told in
 * tenths of a point, rounded by the largest remainder, so that the numbers on screen add up too:
 * their sum is exactly the difference of the two rounded indexes.
 */
export function trustChange(before: TrustIndex, after: TrustIndex): TrustChange | undefined {
  if (before.index === undefined || after.index === undefined) return undefined;
  const changeTenths = tenths(after.index) - tenths(before.index);
  const [was, is] = [leavesByPart(before), leavesByPart(after)];
  const reference = (before.index + after.index) / 200;
  const exact: number[] = [];
  const parts = [...new Set([...was.keys(), ...is.keys()])];
  for (const part of parts) {
    const [a, b] = [was.get(part), is.get(part)];
    const [earnedA, earnedB] = [a?.earned ?? b?.earned ?? 0, b?.earned ?? a?.earned ?? 0];
    const [shareA, shareB] = [a?.share ?? 0, b?.share ?? 0];
    exact.push(1000 * ((shareA + shareB) / 2) * (earnedB - earnedA));
    exact.push(1000 * (shareB - shareA) * ((earnedA + earnedB) / 2 - reference));
  }
  const rounded = wholeParts(changeTenths, exact);
  const moves = parts.map((part, i) => ({
    part,
    byValueTenths: rounded[2 * i] ?? 0,
    byDataTenths: rounded[2 * i + 1] ?? 0,
  }));
  const size = ({ byValueTenths, byDataTenths }: TrustMove) =>
    Math.abs(byValueTenths + byDataTenths);
  return { changeTenths, moves: moves.sort((x, y) => size(y) - size(x)) };
}

const tenths = (index: number) => Math.round(index * 10);

function leavesByPart({ leaves }: TrustIndex) {
  return new Map(leaves.map((leaf) => [leaf.part, leaf]));
}
