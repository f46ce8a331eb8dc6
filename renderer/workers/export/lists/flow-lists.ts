import type {
  FunnelColumnKey,
  FunnelCountColumnKey,
  FunnelEventColumnKey,
} from '@shared/domain/export/columns/flow-columns';
import { computeFunnel, type FunnelBar } from '@shared/domain/funnel/funnel.rules';
import type { FunnelCount } from '@shared/domain/funnel/funnel-event.schema';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import {
  type ExportListDefinition,
  type ListSource,
  rowCells,
  type SourceContext,
  wordOf,
} from './list-source';

type Step = { run: SopRun; step: SopStep; bar: FunnelBar };

/** The steps of the runs, newest run first, each with its place in the funnel. */
function stepsOf({ stored, scope }: SourceContext): Step[] {
  const runs = (stored.rows('sopRuns') as SopRun[])
    .filter((run) => scope.run === undefined || run.id === scope.run.id)
    .sort((a, b) => b.startedAt - a.startedAt);
  const all = stored.rows('sopSteps') as SopStep[];
  return runs.flatMap((run) => {
    const steps = all
      .filter((step) => step.runId === run.id)
      .sort((a, b) => a.position - b.position);
    const counts = scope.run?.counts ?? {};
    const bars = computeFunnel(
      steps.map((step) => ({
        position: step.position,
        count: counts[step.position] ?? step.metricCount,
        isSkipped: step.state === 'skipped',
        targetRate: step.definition.metric.targetRate,
      })),
    );
    return steps.flatMap((step, at) => {
      const bar = bars[at];
      return bar ? [{ run, step, bar }] : [];
    });
  });
}

const boundOf = ({ interval }: FunnelBar, end: 'low' | 'high') =>
  interval?.kind === 'interval' ? interval[end] : undefined;

function funnelSource(context: SourceContext): ListSource<FunnelColumnKey> {
  const language = context.language;
  return rowCells(stepsOf(context), {
    run: ({ run }) => run.title,
    position: ({ step }) => step.position,
    title: ({ step }) => step.definition.title[language],
    state: ({ step }) => wordOf(context, 'stepState', step.state),
    metric: ({ step }) => step.definition.metric.name[language],
    count: ({ bar }) => bar.count,
    base: ({ bar }) => bar.base,
    // The first counted step has nothing before it: its 100 % would say nothing.
    rate: ({ bar }) => (bar.base === undefined ? undefined : bar.rate),
    low: ({ bar }) => boundOf(bar, 'low'),
    high: ({ bar }) => boundOf(bar, 'high'),
    rateFromTop: ({ bar }) => bar.rateFromTop,
    targetRate: ({ bar }) => bar.targetRate,
    dueAt: ({ step }) => step.dueAt,
    doneAt: ({ step }) => step.doneAt,
  });
}

const runTitles = ({ stored }: SourceContext) =>
  new Map((stored.rows('sopRuns') as SopRun[]).map((run) => [run.id, run.title]));

function eventSource(context: SourceContext): ListSource<FunnelEventColumnKey> {
  const events = context.stored.packed('funnelEvents');
  const titles = runTitles(context);
  const runId = events.text('runId');
  return {
    count: events.count,
    cells: {
      subject: events.text('subject'),
      step: events.number('step'),
      at: events.number('at'),
      run: (row) => titles.get(runId(row) ?? ''),
      placement: events.text('placement'),
      channel: events.text('channel'),
      variant: events.text('variant'),
    },
  };
}

function countSource(context: SourceContext): ListSource<FunnelCountColumnKey> {
  const titles = runTitles(context);
  const counts = (context.stored.rows('funnelCounts') as FunnelCount[])
    .slice()
    .sort((a, b) => (a.day === b.day ? a.step - b.step : a.day < b.day ? -1 : 1));
  return rowCells(counts, {
    day: (count) => count.day,
    step: (count) => count.step,
    count: (count) => count.count,
    run: (count) => titles.get(count.runId),
    placement: (count) => count.placement,
    channel: (count) => count.channel,
    variant: (count) => count.variant,
  });
}

export const funnelList: ExportListDefinition = {
  needs: () => ({ whole: ['sopRuns', 'sopSteps'] }),
  source: funnelSource,
};
export const funnelEventsList: ExportListDefinition = {
  needs: () => ({ whole: ['funnelEvents', 'sopRuns'] }),
  source: eventSource,
};
export const funnelCountsList: ExportListDefinition = {
  needs: () => ({ whole: ['funnelCounts', 'sopRuns'] }),
  source: countSource,
};
