import type { FunnelCount } from '@shared/domain/funnel/funnel-event.schema';
import type { Audit } from '@shared/domain/sop/audit.schema';
import type { SopRun, SopStep, SopTemplate, StepDefinition } from '@shared/domain/sop/sop.schema';
import { countedOnce } from '@shared/domain/step-tools/daily-counts.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { addDays, startOfDay } from '@shared/lib/time';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import type { FunnelQuestion, FunnelScope } from './funnel-types';
import type { AskedStep } from './person-funnel';
import type { EventScope } from './scope-events';

/** One step of the flow as the question has it. */
export type ScopeStep = AskedStep & { position: number; definition: StepDefinition };

/** Everything small that a question rests on: runs, their steps, sums, audits. */
export type FlowScope = {
  scope: FunnelScope;
  /** Steps that the question wants left out where people do. */
  asked: ReadonlySet<number>;
  zone: string;
  nowMs: number;
  /** Newest last. */
  runs: SopRun[];
  /** Steps of the newest run, or of the newest version where there is none. */
  steps: ScopeStep[];
  stepsOf: Map<string, SopStep[]>;
  /** Nobody twice: see `countedOnce`. */
  counts: FunnelCount[];
  audits: Audit[];
  /** The newest version of the flow. */
  newestVersion: number;
  events: EventScope;
};

async function runsOf(db: ConsoleDb, scope: FunnelScope): Promise<SopRun[]> {
  const table = rowTable(db, 'sopRuns');
  const found = scope.of === 'runs' ? await table.bulkGet(scope.runIds) : await table.toArray();
  const runs = found.flatMap((run) => (run ? [run as unknown as SopRun] : []));
  const mine = scope.of === 'runs' ? runs : runs.filter((r) => r.templateKey === scope.templateKey);
  return mine.sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
}

async function byRuns<T>(
  db: ConsoleDb,
  entity: 'sopSteps' | 'funnelCounts' | 'audits',
  runs: readonly SopRun[],
): Promise<T[]> {
  const ids = runs.map(({ id }) => id);
  return (await rowTable(db, entity).where('runId').anyOf(ids).toArray()) as unknown as T[];
}

/** Where the period begins and ends; all of time where runs are asked for. */
function instantsOf(scope: FunnelScope, zone: string) {
  if (scope.of === 'runs') {
    return { fromMs: Number.NEGATIVE_INFINITY, untilMs: Number.POSITIVE_INFINITY };
  }
  return {
    fromMs: startOfDay(scope.fromDay, zone),
    untilMs: startOfDay(addDays(scope.toDay, 1), zone),
  };
}

export async function readFlowScope(db: ConsoleDb, question: FunnelQuestion): Promise<FlowScope> {
  const { scope, nowMs = Date.now() } = question;
  const [workspace, templates, runs] = await Promise.all([
    rowTable(db, 'workspace').get('workspace'),
    rowTable(db, 'sopTemplates').toArray() as unknown as Promise<SopTemplate[]>,
    runsOf(db, scope),
  ]);
  const zone = String(workspace?.timeZone ?? DEFAULT_TIME_ZONE);
  const [steps, counts, audits] = await Promise.all([
    byRuns<SopStep>(db, 'sopSteps', runs),
    byRuns<FunnelCount>(db, 'funnelCounts', runs),
    byRuns<Audit>(db, 'audits', runs),
  ]);
  const instants = instantsOf(scope, zone);
  const inDays = ({ day }: FunnelCount) =>
    scope.of === 'runs' || (day >= scope.fromDay && day <= scope.toDay);
  const stepsOf = new Map<string, SopStep[]>();
  for (const step of steps) stepsOf.set(step.runId, [...(stepsOf.get(step.runId) ?? []), step]);
  const key = scope.of === 'period' ? scope.templateKey : runs.at(-1)?.templateKey;
  const versions = templates
    .filter((template) => template.key === key && template.status !== 'draft')
    .sort((a, b) => a.version - b.version);
  return {
    scope,
    asked: new Set(
      Object.entries(question.optional ?? {}).flatMap(([at, is]) => (is ? [Number(at)] : [])),
    ),
    zone,
    nowMs,
    runs,
    steps: askedSteps(question, definitionsOf(runs, stepsOf, versions)),
    stepsOf,
    counts: onceEach(counts.filter(inDays)),
    audits: audits.filter(({ at }) => at >= instants.fromMs && at < instants.untilMs),
    newestVersion: versions.at(-1)?.version ?? 0,
    events: {
      runIds: new Set(runs.map(({ id }) => id)),
      withoutRun: scope.of === 'period',
      ...instants,
      startedAt: new Map(runs.map((run) => [run.id, run.startedAt])),
    },
  };
}

/** Sums by day, where typed and imported ones of the same people count once, as at the step itself. */
function onceEach(counts: readonly FunnelCount[]): FunnelCount[] {
  const bySteps = new Map<string, FunnelCount[]>();
  for (const row of counts) {
    const key = `${row.runId}.${row.step}`;
    bySteps.set(key, [...(bySteps.get(key) ?? []), row]);
  }
  return [...bySteps.values()].flatMap((rows) => countedOnce(rows).counted);
}

function definitionsOf(
  runs: readonly SopRun[],
  stepsOf: ReadonlyMap<string, SopStep[]>,
  versions: readonly SopTemplate[],
): StepDefinition[] {
  for (const run of [...runs].reverse()) {
    const steps = stepsOf.get(run.id);
    if (steps) {
      return [...steps].sort((a, b) => a.position - b.position).map(({ definition }) => definition);
    }
  }
  return versions.at(-1)?.steps ?? [];
}

function askedSteps(question: FunnelQuestion, definitions: readonly StepDefinition[]): ScopeStep[] {
  return definitions.map((definition, place) => {
    const position = place + 1;
    const asked = question.windowMs?.[position];
    const windowMs = asked === undefined ? definition.windowMs : asked;
    return {
      position,
      definition,
      isOptional: question.optional?.[position] ?? definition.optional,
      ...(typeof windowMs === 'number' && windowMs >= 0 ? { windowMs } : {}),
    };
  });
}
