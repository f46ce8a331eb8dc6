import { dayOf } from '@shared/lib/time';
import { duesOf } from './due.rules';
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

export type RunStart = {
  runId: string;
  title: string;
  /** UTC ms. */
  now: number;
  timeZone: string;
  /** `YYYY-MM-DD` from which due days count; today without it. */
  startDay?: string | undefined;
  /** Who starts it. */
  by?: string | undefined;
  /** What else is known of the run from the first. */
  details?: Partial<
    Pick<
      SopRun,
      'ownerName' | 'positioningId' | 'target' | 'targetSnapshotId' | 'variables' | 'groupId'
    >
  >;
};

/**
 * A run of a template: every definition is copied, so that a later edit of the template never
 * changes work under way. The first step is open, the others wait.
 */
export function planRun(template: SopTemplate, start: RunStart): { run: SopRun; steps: SopStep[] } {
  const { runId, title, now, timeZone, by } = start;
  const startDay = start.startDay ?? dayOf(now, timeZone);
  const run: SopRun = {
    ...start.details,
    id: runId,
    title,
    templateKey: template.key,
    templateVersion: template.version,
    templateId: template.id,
    kind: template.kind,
    status: 'running',
    startedAt: now,
    startDay,
    ...(template.quietHours && { quietHours: { ...template.quietHours } }),
    ...(template.exitActions.length > 0 && {
      exitActions: template.exitActions.map((action) => ({ ...action })),
    }),
    ...(by && { startedBy: by }),
  };
  const plain = template.steps.map((definition, index) =>
    plainStep(runId, index + 1, definition, now),
  );
  const dues = duesOf(plain, startDay, timeZone);
  return { run, steps: plain.map((step) => ({ ...step, ...dues.get(step.position) })) };
}

function plainStep(
  runId: string,
  position: number,
  definition: StepDefinition,
  now: number,
): SopStep {
  const isFirst = position === 1;
  return {
    id: stepId(runId, position),
    runId,
    position,
    definition: stepDefinitionSchema.parse(definition),
    state: isFirst ? 'doing' : 'todo',
    dueAt: now,
    ...(isFirst ? { startedAt: now } : {}),
    tickedKeys: [],
    overriddenKeys: [],
  };
}
