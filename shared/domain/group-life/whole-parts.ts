/**
 * Whole numbers near `exact` whose sum is `total` (largest remainder): those whose remainder speaks
 * most for it give way. So that rounded parts on screen add up to the rounded whole.
 */
export function wholeParts(total: number, exact: readonly number[]): number[] {
  // `+ 0` makes no difference between 0 and −0.
  const whole = exact.map((value) => Math.floor(value) + 0);
  let missing = total - whole.reduce((sum, value) => sum + value, 0);
  const order = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (let turn = 0; missing !== 0 && order.length > 0; turn += 1) {
    const step = Math.sign(missing);
    const at = order[(step > 0 ? turn : order.length - 1 - turn) % order.length] ?? order[0];
    if (!at) break;
    whole[at.i] = (whole[at.i] ?? 0) + step;
    missing -= step;
    if (turn + 1 >= order.length) turn = -1;
  }
  return whole;
}
