import { computeFunnel, type FunnelBar } from '@shared/domain/funnel/funnel.rules';
import type { FunnelStep } from './funnel-types';
import type { FunnelWorld } from './funnel-world';

/** Left out on purpose in every run that there is. */
const isSkipped = ({ flow }: FunnelWorld, position: number): boolean => {
  const states = flow.runs.flatMap((run) =>
    (flow.stepsOf.get(run.id) ?? []).filter((step) => step.position === position),
  );
  return states.length > 0 && states.every(({ state }) => state === 'skipped');
};

/** Left out by a whole run, by a person whose events are known, or because the question says so. */
function isLeftOut({ flow, funnel }: FunnelWorld, position: number): boolean {
  const isSkippedInRun = flow.runs.some((run) =>
    flow.stepsOf.get(run.id)?.some((one) => one.position === position && one.state === 'skipped'),
  );
  return flow.asked.has(position) || isSkippedInRun || funnel.isLeftOut(position);
}

/** Bars over the flow for counts by position; a step without one waits. */
export function barsOf(world: FunnelWorld, counts: ReadonlyMap<number, number>): FunnelBar[] {
  return computeFunnel(
    world.flow.steps.map(({ position, isOptional, definition }) => ({
      position,
      isOptional,
      isLeftOut: isOptional && isLeftOut(world, position),
      count: counts.get(position),
      isSkipped: isSkipped(world, position),
      targetRate: definition.metric.targetRate,
    })),
  );
}

export function funnelSteps(world: FunnelWorld): FunnelStep[] {
  const counts = new Map(
    world.counts.flatMap(({ position, count }) => (count === undefined ? [] : [[position, count]])),
  );
  const bars = barsOf(world, counts);
  return world.flow.steps.flatMap(({ position, definition, isOptional, windowMs }, place) => {
    const bar = bars[place];
    const count = world.counts[place];
    if (!bar || !count) return [];
    const { title, tool, metric } = definition;
    const { source, parts, others, hasPeople } = count;
    return {
      position,
      title,
      tool,
      unit: metric.unit,
      isOptional,
      ...(windowMs === undefined ? {} : { windowMs }),
      ...(metric.redLineRate === undefined ? {} : { redLineRate: metric.redLineRate }),
      ...(source === undefined ? {} : { source }),
      parts,
      others,
      hasPeople,
      bar,
    };
  });
}
