import { computeFunnel, type FunnelBar } from '@shared/domain/funnel/funnel.rules';
import { countsPeople, metricText, parseMetric } from '@shared/domain/sop/metric.rules';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import type { CountInput } from '@shared/domain/sop/sop-count.rules';

/** What stands in a step's metric field and where it comes from. */
export type StepReading = {
  text: string;
  source: 'typed' | 'imported' | 'records';
  input: CountInput;
};

/**
 * What is being typed comes first, then a number the leader wrote down, then the console's own
 * records. `recordCount` is undefined where the console keeps no records of the step.
 */
export function readingOf(step: SopStep, draft?: string, recordCount?: number): StepReading {
  const { unit } = step.definition.metric;
  if (draft !== undefined) {
    const input = parseMetric(draft, unit);
    const isRecord = input.kind === 'count' && input.count === recordCount;
    return { text: draft, source: isRecord ? 'records' : 'typed', input };
  }
  const isOpen = step.state === 'todo' || step.state === 'doing';
  const mayFollow = isOpen && (step.metricSource ?? 'records') === 'records';
  const count = mayFollow && recordCount ? recordCount : step.metricCount;
  const source = mayFollow && recordCount ? 'records' : (step.metricSource ?? 'typed');
  const text = count === undefined ? '' : metricText(count, unit);
  return { text, source, input: parseMetric(text, unit) };
}

/**
 * The steps that pass people on to each other, and so stand in a funnel. Steps that only happen to
 * count people (who answered in the morning, who in the evening) do not: no share of the step before
 * is aimed at, nor does a tool hand anybody over.
 */
export function funnelSteps(steps: readonly SopStep[]): SopStep[] {
  const counting = steps.filter((step) => countsPeople(step.definition.metric));
  const isPassedOn = ({ definition }: SopStep) =>
    definition.metric.targetRate !== undefined || definition.tool !== 'none';
  return counting.length > 1 && counting.some(isPassedOn) ? counting : [];
}

/**
 * The funnel of a run as it stands, with the readings on screen in place of the stored counts. Only
 * steps that count people are in it.
 */
export function funnelOf(
  steps: readonly SopStep[],
  readings: ReadonlyMap<number, StepReading> = new Map(),
): FunnelBar[] {
  return computeFunnel(
    funnelSteps(steps).map((step) => {
      const input = readings.get(step.position)?.input;
      return {
        position: step.position,
        count: input?.kind === 'count' ? input.count : step.metricCount,
        isSkipped: step.state === 'skipped',
        isOptional: step.definition.optional,
        targetRate: step.definition.metric.targetRate,
      };
    }),
  );
}
