import type { FunnelCount } from '@shared/domain/funnel/funnel-event.schema';
import { weekStart } from '@shared/lib/time';
import { barsOf } from './funnel-steps';
import type { Attribution, FunnelBreakdown, FunnelDimension, FunnelGroup } from './funnel-types';
import type { FunnelWorld } from './funnel-world';
import { groupOf, groupPeople, isTrait } from './grouping';
import type { MemberLinks } from './member-links';
import { ODD } from './person-funnel';

const NO_VALUE = '';

/** Counts by value, then by position. */
type Table = Map<string, { people: number; counts: Map<number, number> }>;

function add(table: Table, value: string | undefined, position: number, count: number): void {
  const group = groupIn(table, value);
  group.counts.set(position, (group.counts.get(position) ?? 0) + count);
}

function groupIn(table: Table, value = NO_VALUE) {
  let group = table.get(value);
  if (!group) {
    group = { people: 0, counts: new Map() };
    table.set(value, group);
  }
  return group;
}

/** What a sum says of the dimension itself; undefined where it can say nothing. */
function sumValue(by: FunnelDimension): ((count: FunnelCount) => string | undefined) | undefined {
  if (isTrait(by)) return undefined;
  if (by === 'run') return ({ runId }) => runId;
  if (by === 'week') return ({ day }) => weekStart(day);
  return (count) => count[by];
}

/**
 * The same funnel for each value of a dimension. Everybody has one value, by the attribution, so
 * that people add up to the whole; sums go by what they say. Steps whose source cannot tell the
 * value have no bars in the groups and are named.
 */
export function breakDown(
  world: FunnelWorld,
  links: MemberLinks | undefined,
  by: FunnelDimension,
  attribution: Attribution,
): Omit<FunnelBreakdown, 'tookMs'> {
  const grouping = groupPeople(world, links, by, attribution);
  const table: Table = new Map();
  const { slots, funnel, records, flow } = world;
  const sources = new Map(world.counts.map((step) => [step.position, step.source]));
  const eventSteps = funnel.plan.placeOf.flatMap((place, index) =>
    sources.get(place + 1) === 'events' ? [{ position: place + 1, index }] : [],
  );
  for (let person = 0; person < slots.persons; person += 1) {
    if (!funnel.hasFlag(person, ODD.present)) continue;
    const value = groupOf(grouping, person, undefined);
    groupIn(table, value).people += 1;
    for (const { position, index } of eventSteps) {
      if (funnel.hasReached(person, index)) add(table, value, position, 1);
    }
  }
  const untold: number[] = [];
  for (const { position, source } of world.counts) {
    if (source === 'records') {
      for (const memberId of records.get(position)?.members.keys() ?? []) {
        const person = links?.personOfMember(memberId) ?? -1;
        add(table, groupOf(grouping, person, memberId) ?? grouping.ofMember(memberId), position, 1);
      }
    } else if (source === 'imported' || source === 'typed') {
      const valueFor = sumValue(by);
      const own = flow.counts.filter(({ step }) => step === position);
      if (source === 'typed' && by === 'run') addTyped(world, table, position);
      else if (source === 'typed' || !valueFor || own.length === 0) untold.push(position);
      else for (const count of own) add(table, valueFor(count), position, count.count);
    }
  }
  const told = world.counts.filter(
    ({ position, source }) => source !== undefined && !untold.includes(position),
  );
  const groups = [...table].map(([value, { people, counts }]): FunnelGroup => {
    const filled = new Map(told.map(({ position }) => [position, counts.get(position) ?? 0]));
    const steps = barsOf(world, filled).map((bar) => ({ position: bar.position, bar }));
    return { ...(value === NO_VALUE ? {} : { value }), people, steps };
  });
  return {
    by,
    attribution,
    groups: by === 'week' ? groups.sort(byWeek) : groups.sort(bySize),
    severalValues: grouping.severalValues,
    untold,
  };
}

function addTyped({ flow }: FunnelWorld, table: Table, position: number): void {
  for (const [runId, steps] of flow.stepsOf) {
    const step = steps.find((one) => one.position === position);
    if (step?.metricCount !== undefined) add(table, runId, position, step.metricCount);
  }
}

const firstCount = ({ steps }: FunnelGroup) =>
  steps.find(({ bar }) => bar.count !== undefined)?.bar.count ?? 0;

const isLast = ({ value }: FunnelGroup) => Number(value === undefined);

const bySize = (a: FunnelGroup, b: FunnelGroup) =>
  isLast(a) - isLast(b) || b.people - a.people || firstCount(b) - firstCount(a);

const byWeek = (a: FunnelGroup, b: FunnelGroup) =>
  isLast(a) - isLast(b) || ((a.value ?? '') < (b.value ?? '') ? -1 : 1);
