import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { SlotSettings } from '@shared/domain/calendar/slot-settings.schema';
import type { ImportBatch } from '@shared/domain/import/import-batch.schema';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { nextOpenStep, timelinessOf } from '@shared/domain/sop/sop-run.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { readSlots } from '@/app/use-slots';
import { readDb } from '@/db/read';
import { isSampleBatch } from './sample';

/**
 * A step of a run under way that is overdue, due today, or next in a run where nothing presses;
 * without a step, the run is ready to be closed.
 */
export type NextStep = { run: SopRun; next: SopStep | undefined; stepCount: number };

export type TodayData = {
  items: ContentItem[];
  slots: SlotSettings;
  nextSteps: NextStep[];
  /** Open rescue tasks whose day is today or past. */
  dueRescues: number;
  lastImport: ImportBatch | undefined;
  memberCount: number;
  orderCount: number;
  /** Nothing has ever been put in: the console asks where to begin. */
  isFresh: boolean;
  isSample: boolean;
};

/** Everything that Today shows, in a handful of small reads. Days are of the workspace's zone. */
export async function readToday(day: string, nowMs: number): Promise<TodayData> {
  const [items, slots, runs, rescues, batches, memberCount, orderCount] = await Promise.all([
    readDb.rows('contentItems').by('date', day),
    readSlots(),
    readDb.rows('sopRuns').by('status', 'running'),
    readDb.rows('rescueTasks').by('state', 'open'),
    readDb.rows('importBatches').all(),
    readDb.counter('members'),
    readDb.counter('orders'),
  ]);
  const nextSteps = await Promise.all(runs.map((run) => readDueSteps(run, nowMs)));
  const lastImport = batches
    .filter((batch) => batch.undoneAt === undefined)
    .reduce<ImportBatch | undefined>(
      (last, it) => (last && last.at > it.at ? last : it),
      undefined,
    );
  return {
    items,
    slots,
    nextSteps: nextSteps.flat().sort((a, b) => rankOf(a) - rankOf(b)),
    dueRescues: rescues.filter((task) => task.day <= day).length,
    lastImport,
    memberCount,
    orderCount,
    isFresh: memberCount === 0 && orderCount === 0 && runs.length === 0 && items.length === 0,
    isSample: batches.some(isSampleBatch),
  };
}

/** Past its due time; one whose day is not known yet is not. */
export const isOverdue = (step: SopStep, nowMs: number): boolean =>
  timelinessOf(step, nowMs, DEFAULT_TIME_ZONE) === 'overdue';

/** Late ones first, for they were due before; a step whose day is not known yet comes last. */
function rankOf({ next }: NextStep): number {
  if (!next) return 0;
  return next.dueWaitsFor === undefined ? next.dueAt : Number.MAX_SAFE_INTEGER;
}

async function readDueSteps(run: SopRun, nowMs: number): Promise<NextStep[]> {
  const steps = await readDb.rows('sopSteps').by('runId', run.id);
  const pressing = steps.filter((step) => {
    const state = timelinessOf(step, nowMs, DEFAULT_TIME_ZONE);
    return state === 'overdue' || state === 'dueToday';
  });
  const meant = pressing.length > 0 ? pressing : [nextOpenStep(steps)];
  return meant.map((next) => ({ run, next, stepCount: steps.length }));
}
