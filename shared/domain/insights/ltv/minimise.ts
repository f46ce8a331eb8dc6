/** Writes the gradient at `point` into `gradient` and returns the value there. */
export type Objective = (point: readonly number[], gradient: Float64Array) => number;

export type Minimum = {
  point: number[];
  value: number;
  /** The gradient vanished, or nothing more is to be gained; otherwise the search ran out of steps or could not go down. */
  isConverged: boolean;
  steps: number;
};

const GRADIENT_TOLERANCE = 1e-7;
/** Along a ridge to a bound the value hardly changes any more long before the slope is gone. */
const RIDGE_STEPS = 20;
const RIDGE_GAIN = 5e-7;
/** Flat enough on a ridge, or where floating point allows no more. */
const FLAT = 1e-4;
const MAX_STEPS = 200;
/** Points are logarithms: one step changes a parameter by at most a factor of e². */
const LONGEST_STEP = 2;
const ARMIJO = 1e-4;
const MAX_HALVINGS = 40;

const largest = (values: Float64Array) =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** −H·g, capped in length. */
function descent(inverse: readonly Float64Array[], gradient: Float64Array): Float64Array {
  const step = Float64Array.from(inverse, (row) =>
    row.reduce((sum, value, at) => sum - value * (gradient[at] ?? 0), 0),
  );
  const length = largest(step);
  return length > LONGEST_STEP ? step.map((value) => (value * LONGEST_STEP) / length) : step;
}

const identity = (size: number) =>
  Array.from({ length: size }, (_, at) => {
    const row = new Float64Array(size);
    row[at] = 1;
    return row;
  });

const dot = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/** The BFGS update of the inverse Hessian (Nocedal & Wright 2006, eq. 6.17), in place. */
function update(inverse: Float64Array[], step: Float64Array, turn: Float64Array): void {
  const curvature = dot(step, turn);
  if (curvature <= 1e-14) return;
  const along = Float64Array.from(inverse, (row) => dot(row, turn));
  const scale = (1 + dot(turn, along) / curvature) / curvature;
  inverse.forEach((row, i) => {
    row.forEach((value, j) => {
      const cross = (along[i] ?? 0) * (step[j] ?? 0) + (step[i] ?? 0) * (along[j] ?? 0);
      row[j] = value + scale * (step[i] ?? 0) * (step[j] ?? 0) - cross / curvature;
    });
  });
}

/**
 * Goes downhill by BFGS with Armijo backtracking (Nocedal & Wright 2006, algorithms 6.1 and 3.1).
 * A value that is no number counts as uphill. Deterministic.
 */
export function minimise(objective: Objective, start: readonly number[]): Minimum {
  const size = start.length;
  const inverse = identity(size);
  let point = [...start];
  let gradient = new Float64Array(size);
  let value = objective(point, gradient);
  const values: number[] = [];
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    if (!Number.isFinite(value)) return { point, value, isConverged: false, steps };
    if (largest(gradient) < GRADIENT_TOLERANCE) return { point, value, isConverged: true, steps };
    const direction = descent(inverse, gradient);
    const slope = dot(direction, gradient);
    const found = slope < 0 ? goDown(objective, point, value, direction, slope) : undefined;
    if (!found) {
      // At the end of floating point precision the gradient need not vanish exactly.
      return { point, value, isConverged: largest(gradient) < FLAT, steps };
    }
    values.push(found.value);
    const gained = (values[steps - RIDGE_STEPS] ?? Number.POSITIVE_INFINITY) - found.value;
    if (gained < RIDGE_GAIN && largest(found.gradient) < FLAT) {
      return { point: found.point, value: found.value, isConverged: true, steps };
    }
    const turn = found.gradient.map((now, at) => now - (gradient[at] ?? 0));
    update(inverse, found.step, turn);
    ({ point, value, gradient } = found);
  }
  return { point, value, isConverged: false, steps: MAX_STEPS };
}

function goDown(
  objective: Objective,
  point: readonly number[],
  value: number,
  direction: Float64Array,
  slope: number,
) {
  let share = 1;
  for (let halving = 0; halving < MAX_HALVINGS; halving += 1) {
    const step = direction.map((part) => part * share);
    const next = point.map((part, at) => part + (step[at] ?? 0));
    const gradient = new Float64Array(point.length);
    const nextValue = objective(next, gradient);
    if (nextValue <= value + ARMIJO * share * slope) {
      return { point: next, value: nextValue, gradient, step };
    }
    share /= 2;
  }
  return undefined;
}
