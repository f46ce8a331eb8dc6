import type { ConsoleDb } from '@/db/db';
import type { EventSlots } from './event-slots';
import type { EventStore } from './event-store';
import { type FlowScope, readFlowScope } from './flow-scope';
import type { FunnelQuestion } from './funnel-types';
import type { PersonFunnel } from './person-funnel';
import { type PlacedPeople, recordsOf, type StepRecords } from './scope-records';
import { type CountWorld, countSteps, type StepCount } from './step-counts';

/** Everything that an answer rests on, of one moment. */
export type FunnelWorld = CountWorld & {
  slots: EventSlots;
  funnel: PersonFunnel;
  records: Map<number, StepRecords>;
  counts: StepCount[];
};

export async function openWorld(
  db: ConsoleDb,
  store: EventStore,
  placed: PlacedPeople,
  question: FunnelQuestion,
): Promise<FunnelWorld> {
  const [flow, everybody] = await Promise.all([readFlowScope(db, question), placed.ready()]);
  // Last, so that nothing is waited for between it and the funnel of the same events.
  const slots = await store.ready();
  const funnel = store.funnelFor(slots, flow.events, flow.steps);
  const records = recordsOf(flow, everybody);
  const funnelOf = (runIds: readonly string[]) =>
    store.funnelFor(slots, partOf(flow, runIds), flow.steps);
  const world = { flow, slots, funnel, records, funnelOf };
  return { ...world, counts: countSteps(world, question) };
}

const partOf = ({ events }: FlowScope, runIds: readonly string[]) => ({
  ...events,
  runIds: new Set(runIds.filter((runId) => runId !== '')),
  withoutRun: runIds.includes(''),
});

/** The steps after which people are looked for: where single people are known. */
export const sourceOf = (
  world: FunnelWorld,
  position: number,
): 'events' | 'records' | undefined => {
  const step = world.counts[position - 1];
  if (step?.parts.some(({ source }) => source === 'events')) return 'events';
  return step?.parts.some(({ source }) => source === 'records') ? 'records' : undefined;
};

/** The next required step where single people are known. */
export function nextWithPeople(world: FunnelWorld, position: number): number | undefined {
  return world.flow.steps.find(
    (step) =>
      step.position > position && !step.isOptional && sourceOf(world, step.position) !== undefined,
  )?.position;
}

/** The last required step before where single people are known. */
export function previousWithPeople(world: FunnelWorld, position: number): number | undefined {
  return world.flow.steps.findLast(
    (step) =>
      step.position < position && !step.isOptional && sourceOf(world, step.position) !== undefined,
  )?.position;
}

/** The longest way between two steps: their windows together; undefined where one has none. */
export function windowBetween(world: FunnelWorld, from: number, to: number): number | undefined {
  const windows = world.flow.steps.slice(from, to).map(({ windowMs }) => windowMs);
  if (windows.some((ms) => ms === undefined)) return undefined;
  return windows.reduce<number>((sum, ms) => sum + (ms ?? 0), 0);
}

/** The first event of a step (1-based) in the scope that a person has from `fromMs` to `untilMs`. */
export function firstEvent(
  { slots, funnel }: FunnelWorld,
  person: number,
  step: number,
  fromMs: number,
  untilMs: number,
): number | undefined {
  const end = slots.end[person] ?? 0;
  for (let slot = slots.start[person] ?? 0; slot < end; slot += 1) {
    const at = slots.at[slot] ?? 0;
    if (at > untilMs) return undefined;
    if (at >= fromMs && slots.step[slot] === step && funnel.inScope.accepts(slot)) return at;
  }
  return undefined;
}
