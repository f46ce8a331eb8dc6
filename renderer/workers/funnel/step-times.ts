import { quantiles } from '@shared/domain/statistics/quantile.rules';
import type { StepTime } from './funnel-types';
import {
  type FunnelWorld,
  firstEvent,
  previousWithPeople,
  sourceOf,
  windowBetween,
} from './funnel-world';
import type { MemberLinks } from './member-links';

const QUANTILES = [0.5, 0.9];

/**
 * Times between steps where single people are known on both ends. Among events: each person's first
 * chain (see `ChainScan`). To a record: from the member's first event of the step before, or their
 * record there, within the window; whoever is recorded earlier than there is left out.
 */
export function stepTimes(world: FunnelWorld, links: MemberLinks | undefined): StepTime[] {
  return world.flow.steps.flatMap(({ position }) => {
    const source = sourceOf(world, position);
    const from = previousWithPeople(world, position);
    if (source === undefined || from === undefined) return [];
    if (source === 'events' && sourceOf(world, from) === 'events')
      return eventTime(world, position);
    if (source !== 'records') return [];
    return recordTime(world, from, position, links);
  });
}

function eventTime({ funnel }: FunnelWorld, position: number): StepTime[] {
  const { plan, timed } = funnel;
  const index = plan.indexOf[position - 1] ?? -1;
  const base = plan.base[index] ?? -1;
  if (index < 0 || base < 0) return [];
  const [medianMs, p90Ms] = funnel.timesOf(index);
  return [told(position, (plan.placeOf[base] ?? 0) + 1, timed[index] ?? 0, medianMs, p90Ms)];
}

function recordTime(
  world: FunnelWorld,
  from: number,
  position: number,
  links: MemberLinks | undefined,
): StepTime[] {
  const windowMs = windowBetween(world, from, position) ?? Number.POSITIVE_INFINITY;
  const before = sourceOf(world, from) === 'records' ? world.records.get(from)?.members : undefined;
  const ways: number[] = [];
  for (const [memberId, at] of world.records.get(position)?.members ?? []) {
    const since = before
      ? before.get(memberId)
      : eventOf(world, links, memberId, from, at, windowMs);
    if (since !== undefined && since <= at && at - since <= windowMs) ways.push(at - since);
  }
  const [medianMs, p90Ms] = quantiles(Float64Array.from(ways), QUANTILES);
  return [told(position, from, ways.length, medianMs, p90Ms)];
}

function eventOf(
  world: FunnelWorld,
  links: MemberLinks | undefined,
  memberId: string,
  step: number,
  at: number,
  windowMs: number,
): number | undefined {
  const person = links?.personOfMember(memberId) ?? -1;
  const index = world.funnel.plan.indexOf[step - 1] ?? -1;
  if (person < 0 || index < 0 || !world.funnel.hasReached(person, index)) return undefined;
  return firstEvent(world, person, step, at - windowMs, at);
}

const told = (
  position: number,
  from: number,
  n: number,
  medianMs: number | undefined,
  p90Ms: number | undefined,
): StepTime => ({
  position,
  from,
  n,
  ...(medianMs === undefined ? {} : { medianMs }),
  ...(p90Ms === undefined ? {} : { p90Ms }),
});
