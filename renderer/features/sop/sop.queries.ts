import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { readDb } from '@/db/read';

export type RunWithSteps = { run: SopRun; steps: SopStep[] };

const byPosition = (a: SopStep, b: SopStep) => a.position - b.position;

/** Every run with its steps: those under way first, then the newest. */
export async function listRuns(): Promise<RunWithSteps[]> {
  const [runs, steps] = await Promise.all([
    readDb.rows('sopRuns').all(),
    readDb.rows('sopSteps').all(),
  ]);
  const byRun = new Map<string, SopStep[]>();
  for (const step of steps) byRun.set(step.runId, [...(byRun.get(step.runId) ?? []), step]);
  const isRunning = (run: SopRun) => Number(run.status === 'running');
  return runs
    .sort((a, b) => isRunning(b) - isRunning(a) || b.startedAt - a.startedAt)
    .map((run) => ({ run, steps: (byRun.get(run.id) ?? []).sort(byPosition) }));
}

export async function findRun(runId: string): Promise<RunWithSteps | null> {
  const run = await readDb.rows('sopRuns').get(runId);
  if (!run) return null;
  const steps = await readDb.rows('sopSteps').by('runId', runId);
  return { run, steps: steps.sort(byPosition) };
}

/** The run of the same flow that started last before this one, if any was measured. */
export async function findPreviousRun(run: SopRun): Promise<RunWithSteps | null> {
  const runs = await readDb.rows('sopRuns').all();
  const earlier = runs
    .filter((other) => other.templateKey === run.templateKey && other.startedAt < run.startedAt)
    .sort((a, b) => b.startedAt - a.startedAt);
  for (const candidate of earlier) {
    const steps = await readDb.rows('sopSteps').by('runId', candidate.id);
    if (steps.some((step) => step.state === 'done')) {
      return { run: candidate, steps: steps.sort(byPosition) };
    }
  }
  return null;
}

export async function workspaceTimeZone(): Promise<string | undefined> {
  return (await readDb.rows('workspace').get('workspace'))?.timeZone;
}
