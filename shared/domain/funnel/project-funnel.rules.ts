import type { References } from './bottleneck.rules';
import type { FunnelBar } from './funnel.rules';

/**
 * People at the step and at every later one if the step at `position` converted with `rate` (0–1)
 * and all others as they do: by position, not rounded. A later step without a count converts as its
 * reference says, without one like the step before it. Empty where the step has no conversion.
 */
export function projectFunnel(
  bars: readonly FunnelBar[],
  position: number,
  rate: number,
  references: References,
): Map<number, number> {
  const people = new Map<number, number>();
  const start = bars.find((bar) => bar.position === position);
  if (start?.base === undefined || !(rate >= 0 && rate <= 1)) return people;
  let before = start.base * rate;
  people.set(position, before);
  if (start.isOptional) return people;
  for (const bar of bars.slice(bars.indexOf(start) + 1)) {
    if (bar.status === 'skipped' || bar.problem === 'notACount') continue;
    const here = before * (bar.rate ?? references.get(bar.position)?.rate ?? 1);
    people.set(bar.position, here);
    if (!bar.isOptional) before = here;
  }
  return people;
}
