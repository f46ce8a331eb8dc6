import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { ImportBatch } from '@shared/domain/import/import-batch.schema';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { nextOpenStep } from '@shared/domain/sop/sop-run.rules';
import { readDb } from '@/db/read';
import { isSampleBatch } from './sample';

/** A run under way with the step to do next; without one, the run is ready to be closed. */
export type NextStep = { run: SopRun; next: SopStep | undefined; stepCount: number };

export type TodayData = {
  items: ContentItem[];
  nextSteps: NextStep[];
  lastImport: ImportBatch | undefined;
  memberCount: number;
  orderCount: number;
  /** Nothing has ever been put in: the console asks where to begin. */
  isFresh: boolean;
  isSample: boolean;
};

/** Everything that Today shows, in a handful of small reads. Days are of the workspace's zone. */
export async function readToday(day: string): Promise<TodayData> {
  const [items, runs, batches, memberCount, orderCount] = await Promise.all([
    readDb.rows('contentItems').by('date', day),
    readDb.rows('sopRuns').by('status', 'running'),
    readDb.rows('importBatches').all(),
    readDb.counter('members'),
    readDb.counter('orders'),
  ]);
  const nextSteps = await Promise.all(runs.map(readNextStep));
  const lastImport = batches
    .filter((batch) => batch.undoneAt === undefined)
    .reduce<ImportBatch | undefined>(
      (last, it) => (last && last.at > it.at ? last : it),
      undefined,
    );
  return {
    items,
    nextSteps: nextSteps.sort((a, b) => (a.next?.dueAt ?? 0) - (b.next?.dueAt ?? 0)),
    lastImport,
    memberCount,
    orderCount,
    isFresh: memberCount === 0 && orderCount === 0 && runs.length === 0 && items.length === 0,
    isSample: batches.some(isSampleBatch),
  };
}

async function readNextStep(run: SopRun): Promise<NextStep> {
  const steps = await readDb.rows('sopSteps').by('runId', run.id);
  return { run, next: nextOpenStep(steps), stepCount: steps.length };
}
