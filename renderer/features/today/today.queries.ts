import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { SlotSettings } from '@shared/domain/calendar/slot-settings.schema';
import type { ImportBatch } from '@shared/domain/import/import-batch.schema';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { nextOpenStep, timelinessOf } from '@shared/domain/sop/sop-run.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { slotsOf, storedSlots } from '@/app/use-slots';
import { readDb, type SmallReads } from '@/db/read';
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

const STORES = [
  'contentItems',
  'modelSettings',
  'sopRuns',
  'sopSteps',
  'rescueTasks',
  'importBatches',
] as const;

/** Everything that Today shows, of one moment. Days are of the workspace's zone. */
export async function readToday(day: string, nowMs: number): Promise<TodayData> {
  const { stored, ...data } = await readDb.together(STORES, (reads) => readAll(reads, day, nowMs));
  return { ...data, slots: await slotsOf(stored) };
}

async function readAll(reads: SmallReads, day: string, nowMs: number) {
  const { rows, counter } = reads;
  const [items, stored, running, rescues, batches, memberCount, orderCount] = await Promise.all([
    rows('contentItems').by('date', day),
    storedSlots(reads),
    rows('sopRuns').by('status', 'running'),
    rows('rescueTasks').by('state', 'open'),
    rows('importBatches').all(),
    counter('members'),
    counter('orders'),
  ]);
  const flows = await Promise.all(
    running.map(async (run) => ({ run, steps: await rows('sopSteps').by('runId', run.id) })),
  );
  const nextSteps = flows.flatMap(({ run, steps }) => dueSteps(run, steps, nowMs));
  const lastImport = batches
    .filter((batch) => batch.undoneAt === undefined)
    .reduce<ImportBatch | undefined>(
      (last, it) => (last && last.at > it.at ? last : it),
      undefined,
    );
  return {
    items,
    stored,
    nextSteps: nextSteps.sort((a, b) => rankOf(a) - rankOf(b)),
    dueRescues: rescues.filter((task) => task.day <= day).length,
    lastImport,
    memberCount,
    orderCount,
    isFresh: memberCount === 0 && orderCount === 0 && running.length === 0 && items.length === 0,
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

function dueSteps(run: SopRun, steps: SopStep[], nowMs: number): NextStep[] {
  const pressing = steps.filter((step) => {
    const state = timelinessOf(step, nowMs, DEFAULT_TIME_ZONE);
    return state === 'overdue' || state === 'dueToday';
  });
  const meant = pressing.length > 0 ? pressing : [nextOpenStep(steps)];
  return meant.map((next) => ({ run, next, stepCount: steps.length }));
}
