/** Places of a value on an axis, and where the axis is labelled. */
export type Scale = { at: (value: number) => number; ticks: readonly number[] };

/** From the smallest round number below `from` to the largest above `to`, each decade labelled. */
export function logScale(from: number, to: number, start: number, end: number): Scale {
  const low = Math.floor(Math.log10(Math.max(from, Number.MIN_VALUE)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(to, from))));
  const at = (value: number) => {
    const place = Math.log10(Math.max(value, 10 ** low));
    return start + ((place - low) / (high - low)) * (end - start);
  };
  const ticks = Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step));
  return { at, ticks };
}

const ROUND_STEPS = [1, 2, 2.5, 5, 10];

/** From 0 to a round number above `to`, in about `count` equal steps. */
export function linearScale(to: number, start: number, end: number, count = 4): Scale {
  const rough = Math.max(to, Number.EPSILON) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (ROUND_STEPS.find((it) => it * power >= rough) ?? 10) * power;
  const steps = Math.max(1, Math.ceil(to / step - 1e-9));
  const top = step * steps;
  return {
    at: (value) => start + (Math.min(Math.max(value, 0), top) / top) * (end - start),
    ticks: Array.from({ length: steps + 1 }, (_, index) => index * step),
  };
}
