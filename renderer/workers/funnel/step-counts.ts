import type { SopStep } from '@shared/domain/sop/sop.schema';
import type { FlowScope, ScopeStep } from './flow-scope';
import {
  type FunnelQuestion,
  type FunnelStep,
  STEP_SOURCES,
  type StepSource,
} from './funnel-types';
import type { PersonFunnel } from './person-funnel';
import type { StepRecords } from './scope-records';

/** What the sources say of a step, and which of them is taken. */
export type StepCount = Pick<FunnelStep, 'source' | 'parts' | 'others' | 'hasPeople'> & {
  position: number;
  count?: number;
};

/** Where the counts come from, all read already. */
export type CountWorld = {
  flow: FlowScope;
  funnel: PersonFunnel;
  records: ReadonlyMap<number, StepRecords>;
  /** The same funnel over some of the runs alone. */
  funnelOf: (runIds: readonly string[]) => PersonFunnel;
};

type Totals = Map<string, number>;

/** What each source says of one step: sums by run, people by run. */
type Told = { typed: Totals; imported: Totals; events: Set<string>; records: Totals };

/**
 * Counts per step. Within each run the first source that has something is taken: typed by the
 * leader, imported sums, events, the console's own records; people of several runs are counted once.
 */
export function countSteps(world: CountWorld, question: FunnelQuestion): StepCount[] {
  return world.flow.steps.map((step) => {
    const told = toldOf(world, step);
    return chosenCount(world, step, told, question.source?.[step.position]);
  });
}

function toldOf({ flow, funnel, records }: CountWorld, { position }: ScopeStep): Told {
  const told: Told = {
    typed: new Map(),
    imported: new Map(),
    events: new Set(),
    records: new Map(),
  };
  readSums(told, flow, position);
  for (const runId of ['', ...flow.events.runIds]) {
    if (funnel.inScope.hasEvents(runId, position)) told.events.add(runId);
  }
  for (const runId of records.get(position)?.runOf.values() ?? []) {
    told.records.set(runId, (told.records.get(runId) ?? 0) + 1);
  }
  for (const run of flow.runs) {
    const step = flow.stepsOf.get(run.id)?.find((one) => one.position === position);
    const unit = step?.definition.metric.unit;
    if (step && unit && isCount(unit)) readStored(told, flow, run.startedAt, step);
  }
  return told;
}

/** Sums by day: typed where a leader wrote all of a run's, imported where a file brought some. */
function readSums(told: Told, { counts }: FlowScope, position: number): void {
  const own = counts.filter(({ step }) => step === position);
  const isImported = new Set(own.flatMap(({ runId, batchId }) => (batchId ? [runId] : [])));
  for (const { runId, count } of own) {
    const totals = isImported.has(runId) ? told.imported : told.typed;
    totals.set(runId, (totals.get(runId) ?? 0) + count);
  }
}

/** Shares and durations are no counts of a funnel. */
const isCount = (unit: FunnelStep['unit']) =>
  unit === 'people' || unit === 'exposures' || unit === 'count';

/** What is written down at the step itself, where it is not a copy of what is counted afresh. */
function readStored(told: Told, { events }: FlowScope, startedAt: number, step: SopStep): void {
  const { metricCount, metricSource = 'typed', runId } = step;
  const at = step.doneAt ?? step.startedAt ?? startedAt;
  if (metricCount === undefined || at < events.fromMs || at >= events.untilMs) return;
  if (metricSource === 'typed') told.typed.set(runId, metricCount);
  else if (metricSource === 'records') {
    const isCopy = STEP_SOURCES.some((source) => told[source].has(runId));
    if (!isCopy) told.typed.set(runId, metricCount);
  } else if (!told.imported.has(runId) && !told.events.has(runId)) {
    told.imported.set(runId, metricCount);
  }
}

function chosenCount(
  world: CountWorld,
  step: ScopeStep,
  told: Told,
  wanted: StepSource | undefined,
): StepCount {
  const { position } = step;
  const runsOf = new Map<StepSource, string[]>();
  for (const runId of ['', ...world.flow.events.runIds]) {
    const source = wanted ?? STEP_SOURCES.find((one) => told[one].has(runId));
    if (source && told[source].has(runId)) {
      runsOf.set(source, [...(runsOf.get(source) ?? []), runId]);
    }
  }
  const parts = [...runsOf].map(([source, runIds]) => ({
    source,
    runs: runIds.filter((id) => id !== '').length,
    count: countOf(world, position, told, source, runIds),
  }));
  parts.sort((a, b) => b.count - a.count);
  const others = STEP_SOURCES.filter((source) => !runsOf.has(source) && told[source].size > 0).map(
    (source) => ({
      source,
      count: countOf(world, position, told, source, [...told[source].keys()]),
    }),
  );
  const [first] = parts;
  if (!first) return { position, parts: [], others, hasPeople: false };
  const hasPeople = parts.some(({ source }) => source === 'events' || source === 'records');
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return { position, source: first.source, parts, others, hasPeople, count };
}

function countOf(
  world: CountWorld,
  position: number,
  told: Told,
  source: StepSource,
  runIds: readonly string[],
): number {
  if (source === 'typed' || source === 'imported') {
    return runIds.reduce((sum, runId) => sum + (told[source].get(runId) ?? 0), 0);
  }
  if (source === 'records') {
    const runs = new Set(runIds);
    const members = [...(world.records.get(position)?.runOf.values() ?? [])];
    return members.filter((runId) => runs.has(runId)).length;
  }
  const isWhole = runIds.length === told.events.size;
  const funnel = isWhole ? world.funnel : world.funnelOf(runIds);
  const index = funnel.plan.indexOf[position - 1] ?? -1;
  return index < 0 ? 0 : (funnel.counts[index] ?? 0);
}
