import { lineText, valueText } from '../cells/text-cell';
import type { CellFinder } from './cell-finder';
import type { ReadRow, RecordContext } from './read-records';
import type { RecordValues } from './record';
import { stepOf } from './record-words';

const STEP_COLUMNS = ['step1', 'step2', 'step3', 'step4', 'step5', 'step6', 'step7'] as const;

function readStep(finder: CellFinder): number | undefined {
  const { cell, column } = finder.find('step');
  const step = stepOf(lineText(cell));
  if (step === undefined) finder.reject('step-unknown', column);
  return step;
}

/** Who reached which step when: one event a row. */
function readEvent(finder: CellFinder, runId: string | undefined): ReadRow {
  const { cell } = finder.find('subject');
  const subject = valueText(cell).slice(0, 200);
  const step = readStep(finder);
  const at = finder.moment('at') ?? finder.moment('day');
  if (subject === '') finder.reject('nobody');
  if (at === undefined && finder.problems().length === 0) finder.reject('time-missing');
  const values: RecordValues = {
    subject,
    step: step ?? 0,
    at: at ?? 0,
    runId,
    placement: finder.line('placement', 100),
    channel: finder.line('channel', 100),
    variant: finder.line('variant', 100),
  };
  return { title: subject, drafts: [{ entity: 'funnelEvents', values }] };
}

/** Sums of a day: one step a row, or a column for each step. */
function readCounts(finder: CellFinder, runId: string | undefined): ReadRow {
  const day = finder.day('day') ?? finder.day('at');
  if (day === undefined && finder.problems().length === 0) finder.reject('time-missing');
  if (runId === undefined) finder.reject('run-missing');
  const base: RecordValues = {
    runId,
    day,
    placement: finder.line('placement', 100),
    channel: finder.line('channel', 100),
    variant: finder.line('variant', 100),
  };
  const told: { step: number; count: number }[] = [];
  if (finder.has('count')) {
    const step = readStep(finder);
    const count = finder.count('count');
    if (step !== undefined && count !== undefined) told.push({ step, count });
  }
  STEP_COLUMNS.forEach((field, index) => {
    const count = finder.count(field);
    if (count !== undefined) told.push({ step: index + 1, count });
  });
  if (told.length === 0 && finder.problems().length === 0) finder.reject('value-missing');
  const title = [day, base.placement, base.channel].filter(Boolean).join(' ');
  return {
    title,
    drafts: told.map(({ step, count }) => ({
      entity: 'funnelCounts' as const,
      values: { ...base, step, count },
    })),
  };
}

/** A funnel sheet tells events where it names users, else sums. */
export function readFunnel(finder: CellFinder, { runId }: RecordContext): ReadRow {
  const tellsSums = finder.has('count') || STEP_COLUMNS.some((field) => finder.has(field));
  return tellsSums ? readCounts(finder, runId) : readEvent(finder, runId);
}
