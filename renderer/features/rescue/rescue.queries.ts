import type { RescueTask } from '@shared/domain/sop/run-record.schema';
import { readDb } from '@/db/read';

/** A run's tasks: open ones first, by the day they are due, then the newest closed. */
export async function tasksOfRun(runId: string): Promise<RescueTask[]> {
  return sorted(await readDb.rows('rescueTasks').by('runId', runId));
}

/** A task with its run; `null` when there is none. */
export async function findTask(taskId: string) {
  const task = await readDb.rows('rescueTasks').get(taskId);
  if (!task) return null;
  const run = await readDb.rows('sopRuns').get(task.runId);
  const steps = await readDb.rows('sopSteps').by('runId', task.runId);
  const step = steps.find(({ position }) => position === task.position);
  return { task, run, step };
}

/** Open tasks that are due by a day (`YYYY-MM-DD`), with the titles of their runs. */
export async function tasksDueBy(day: string): Promise<{ task: RescueTask; run: string }[]> {
  const open = await readDb.rows('rescueTasks').by('state', 'open');
  const due = open.filter((task) => task.day <= day);
  return Promise.all(
    sorted(due).map(async (task) => ({
      task,
      run: (await readDb.rows('sopRuns').get(task.runId))?.title ?? '',
    })),
  );
}

const sorted = (tasks: RescueTask[]) => {
  const isClosed = (task: RescueTask) => Number(task.state !== 'open');
  return tasks.sort(
    (a, b) =>
      isClosed(a) - isClosed(b) ||
      (isClosed(a) ? b.createdAt - a.createdAt : a.day.localeCompare(b.day)),
  );
};
