import type { FunnelCount } from '@shared/domain/funnel/funnel-event.schema';
import { weekStart } from '@shared/lib/time';
import { barsOf } from './funnel-steps';
import type {
  Attribution,
  FunnelBreakdown,
  FunnelDimension,
  FunnelGroup,
  FunnelQuestion,
} from './funnel-types';
import type { FunnelWorld } from './funnel-world';
import { groupOf, groupPeople, isTrait } from './grouping';
import type { MemberLinks } from './member-links';
import { ODD } from './person-funnel';
import type { StepRecords } from './scope-records';
import { countSteps } from './step-counts';

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
function sumValue(
  by: Exclude<FunnelDimension, 'run'>,
): ((count: FunnelCount) => string | undefined) | undefined {
  if (isTrait(by)) return undefined;
  if (by === 'week') return ({ day }) => weekStart(day);
  return (count) => count[by];
}

/**
 * The same funnel for each value of a dimension. Everybody has one value, by the attribution, so
 * that people add up to the whole; sums go by what they say. Steps whose source cannot tell the
 * value have no bars in the groups and are named. Runs are each a funnel of their own.
 */
export function breakDown(
  world: FunnelWorld,
  links: MemberLinks | undefined,
  by: FunnelDimension,
  attribution: Attribution,
  question: FunnelQuestion,
): Omit<FunnelBreakdown, 'tookMs'> {
  const grouping = groupPeople(world, links, by, attribution);
  const { severalValues } = grouping;
  if (by === 'run') {
    const groups = byRun(world, question).sort(bySize);
    return { by, attribution, groups, severalValues, untold: [] };
  }
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
  for (const { position, source, count } of world.counts) {
    if (source === 'records') {
      for (const memberId of records.get(position)?.members.keys() ?? []) {
        const person = links?.personOfMember(memberId) ?? -1;
        add(table, groupOf(grouping, person, memberId) ?? grouping.ofMember(memberId), position, 1);
      }
    } else if (source === 'imported' || source === 'typed') {
      const valueFor = sumValue(by);
      const own = flow.counts.filter(({ step }) => step === position);
      const sum = own.reduce((total, { count }) => total + count, 0);
      if (valueFor && own.length > 0 && sum === count) {
        for (const row of own) add(table, valueFor(row), position, row.count);
      } else untold.push(position);
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
    severalValues,
    untold,
  };
}

/** Each run on its own: somebody in several counts in each, and is told in `severalValues`. */
function byRun(world: FunnelWorld, question: FunnelQuestion): FunnelGroup[] {
  const runIds = [...world.flow.events.runIds];
  if (world.flow.events.withoutRun) runIds.push('');
  return runIds.flatMap((runId) => {
    const funnel = world.funnelOf([runId]);
    const own = ofRun(world, runId);
    const counts = countSteps({ ...own, funnel, funnelOf: () => funnel }, question);
    const known = new Map(
      counts.flatMap(({ position, count }) => (count === undefined ? [] : [[position, count]])),
    );
    if (runId === '' && known.size === 0) return [];
    const steps = barsOf(own, known).map((bar) => ({ position: bar.position, bar }));
    return { ...(runId === '' ? {} : { value: runId }), people: funnel.people, steps };
  });
}

/** What the world holds of one run alone. */
function ofRun(world: FunnelWorld, runId: string): FunnelWorld {
  const { flow } = world;
  const records = [...world.records].map(
    ([position, { members, runOf }]): [number, StepRecords] => {
      const mine = [...members].filter(([memberId]) => runOf.get(memberId) === runId);
      return [
        position,
        { members: new Map(mine), runOf: new Map(mine.map(([id]) => [id, runId])) },
      ];
    },
  );
  return {
    ...world,
    records: new Map(records),
    flow: {
      ...flow,
      runs: flow.runs.filter(({ id }) => id === runId),
      counts: flow.counts.filter((count) => count.runId === runId),
      events: {
        ...flow.events,
        runIds: new Set(runId === '' ? [] : [runId]),
        withoutRun: runId === '',
      },
    },
  };
}

const firstCount = ({ steps }: FunnelGroup) =>
  steps.find(({ bar }) => bar.count !== undefined)?.bar.count ?? 0;

const isLast = ({ value }: FunnelGroup) => Number(value === undefined);

const bySize = (a: FunnelGroup, b: FunnelGroup) =>
  isLast(a) - isLast(b) || b.people - a.people || firstCount(b) - firstCount(a);

const byWeek = (a: FunnelGroup, b: FunnelGroup) =>
  isLast(a) - isLast(b) || ((a.value ?? '') < (b.value ?? '') ? -1 : 1);
