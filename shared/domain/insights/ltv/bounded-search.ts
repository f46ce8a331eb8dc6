import { type Minimum, minimise } from './minimise';

/** Parameters are looked for between 1/`EDGE` and `EDGE` times their unit. */
const EDGE = 1e4;
const REACH = Math.log(EDGE);
/** So near to an edge the search was stopped by it. */
const AT_EDGE = 0.98 * REACH;

export type Found = {
  parameters: number[];
  value: number;
  isConverged: boolean;
  /** Of each parameter: -1 at the lower edge, 1 at the upper, 0 between them. */
  edges: number[];
};

/** Writes the derivatives by each parameter into `gradient` and returns the value to be made small. */
export type ParameterObjective = (parameters: readonly number[], gradient: Float64Array) => number;

/**
 * Looks for the positive parameters at which a value is least, from several starts; the best end
 * counts. A parameter is its unit times exp(R·tanh(u/R)): the search goes over all u, the parameter
 * stays within bounds, and an optimum between them is where it would be without.
 */
export function searchBounded(
  objective: ParameterObjective,
  starts: readonly (readonly number[])[],
  units: readonly number[],
): Found | undefined {
  const unitOf = (at: number) => units[at] ?? 1;
  const lnOf = (u: number) => REACH * Math.tanh(u / REACH);
  const parametersOf = (point: readonly number[]) =>
    point.map((u, at) => unitOf(at) * Math.exp(lnOf(u)));
  let best: Minimum | undefined;
  for (const start of starts) {
    const from = start.map((parameter, at) => {
      const share = Math.log(parameter / unitOf(at)) / REACH;
      return REACH * Math.atanh(Math.max(-0.9, Math.min(0.9, share)));
    });
    const found = minimise((point, gradient) => {
      const parameters = parametersOf(point);
      const value = objective(parameters, gradient);
      parameters.forEach((parameter, at) => {
        const slope = 1 - Math.tanh((point[at] ?? 0) / REACH) ** 2;
        gradient[at] = (gradient[at] ?? 0) * parameter * slope;
      });
      return value;
    }, from);
    if (Number.isFinite(found.value) && !(best && best.value <= found.value)) best = found;
  }
  if (!best) return undefined;
  const { point, value, isConverged } = best;
  const edges = point.map((u) => (Math.abs(lnOf(u)) > AT_EDGE ? Math.sign(u) : 0));
  return { parameters: parametersOf(point), value, isConverged, edges };
}
