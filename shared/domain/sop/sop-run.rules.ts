import { addDays, dayOf, startOfDay } from '@shared/lib/time';
import {
  type SopRun,
  type SopStep,
  type SopTemplate,
  type StepDefinition,
  stepDefinitionSchema,
} from './sop.schema';

/** The id of a step: the same on every laptop that starts the same run. */
function stepId(runId: string, position: number): string {
  return `${runId}.${position}`;
}

/** UTC ms of the last instant of the day that lies `dueDay` days after the day of `startedAt`. */
export function dueAtOf(startedAt: number, dueDay: number, timeZone: string): number {
  const dayAfter = addDays(dayOf(startedAt, timeZone), dueDay + 1);
  return startOfDay(dayAfter, timeZone) - 1;
}

/** Whole days after the start; other kinds of due days fall on the start until they are known. */
const firstDays = ({ due }: StepDefinition) => (due.on.kind === 'afterStart' ? due.on.days : 0);

type RunStart = { runId: string; title: string; now: number; timeZone: string };

/**
 * A run of a template: every definition is copied, so that a later edit of the template never
 * changes work under way. The first step is open, the others wait.
 */
export function planRun(template: SopTemplate, start: RunStart): { run: SopRun; steps: SopStep[] } {
  const { runId, title, now, timeZone } = start;
  const run: SopRun = {
    id: runId,
    title,
    templateKey: template.key,
    templateVersion: template.version,
    templateId: template.id,
    kind: template.kind,
    status: 'running',
    startedAt: now,
  };
  const steps = template.steps.map((definition, index): SopStep => {
    const isFirst = index === 0;
    return {
      id: stepId(runId, index + 1),
      runId,
      position: index + 1,
      definition: stepDefinitionSchema.parse(definition),
      state: isFirst ? 'doing' : 'todo',
      dueAt: dueAtOf(now, firstDays(definition), timeZone),
      ...(isFirst ? { startedAt: now } : {}),
      tickedKeys: [],
      overriddenKeys: [],
    };
  });
  return { run, steps };
}

/** `late` and `onTime` speak of what was done, `overdue`, `dueToday` and `ahead` of what is open. */
export type Timeliness = 'onTime' | 'late' | 'overdue' | 'dueToday' | 'ahead' | 'skipped';

/** Where a step stands against its due time at `now` (UTC ms). */
export function timelinessOf(
  step: Pick<SopStep, 'state' | 'dueAt' | 'doneAt'>,
  now: number,
  timeZone: string,
): Timeliness {
  if (step.state === 'skipped') return 'skipped';
  if (step.state === 'done') return (step.doneAt ?? now) > step.dueAt ? 'late' : 'onTime';
  if (now > step.dueAt) return 'overdue';
  return dayOf(now, timeZone) === dayOf(step.dueAt, timeZone) ? 'dueToday' : 'ahead';
}

/** The step that the leader does next: the first one that is open, in the flow's order. */
export function nextOpenStep(steps: readonly SopStep[]): SopStep | undefined {
  const open = steps.filter((step) => step.state === 'doing' || step.state === 'todo');
  const [first, ...rest] = open;
  if (!first) return undefined;
  return rest.reduce(
    (earliest, step) => (step.position < earliest.position ? step : earliest),
    first,
  );
}
