import type { ExistingMembers } from '@shared/domain/import/plan/existing';
import type { ImportPlan, Planner } from '@shared/domain/import/plan/plan';
import { memberPlanner } from '@shared/domain/import/plan/plan-members';
import { orderFileGrouper, orderPlanner } from '@shared/domain/import/plan/plan-orders';
import { recordPlanner } from '@shared/domain/import/records/plan-records';
import type { ConsoleDb } from '@/db/db';
import type { ImportProgress, OpenedFile, PlanChoices } from './import-types';
import { withMergedKeys, withoutErased } from './known-past';
import type { ChosenSheet } from './opened-file';
import { storedMembers, storedOrders } from './stored-records';
import {
  columnFinder,
  namedRowFinder,
  slotFinder,
  storedGroupFinder,
  storedRows,
} from './stored-rows';
import { storedTags } from './stored-tags';

export type PlanTask = {
  db: ConsoleDb;
  chosen: ChosenSheet;
  opened: OpenedFile & Pick<PlanChoices, 'policies' | 'fixes' | 'runId'>;
  zone: string;
  /** UTC ms for orders that tell no time and of whose file nobody said one. */
  assumedAt: number;
  signal: AbortSignal;
  tell: (progress: ImportProgress) => void;
};

export type MadePlan = { plan: ImportPlan; members: ExistingMembers };

const STEPS_AT_ONCE = 1000;
/** How long planning goes on before a cancel or another page's question is heard. */
const STRETCH_MS = 150;

/** Lets the worker hear the window between two stretches. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Works on a plan a stretch at a time, so that a cancel is heard soon. */
export async function inStretches<Plan>(
  planner: Planner<Plan>,
  { signal, tell }: Pick<PlanTask, 'signal' | 'tell'>,
): Promise<Plan> {
  const { total } = planner;
  let since = performance.now();
  for (;;) {
    const done = planner.advance(STEPS_AT_ONCE);
    if (done >= total) return planner.plan();
    if (performance.now() - since < STRETCH_MS) continue;
    tell({ step: 'plan', done, total });
    await breathe();
    signal.throwIfAborted();
    since = performance.now();
  }
}

/** Compares every record of a sheet with what is stored. Writes nothing. */
export async function makePlan(task: PlanTask): Promise<MadePlan> {
  const { db, chosen, opened, zone, signal, assumedAt } = task;
  const { mapping, titles, kind, policies, fixes } = opened;
  const { sheet, rows } = chosen;
  const mapped = { sheet, titles, mapping, rows, zone, policies, fixes };
  const tagNames = mapping.includes('tags') ? await storedTags(db) : undefined;
  const members = await storedMembers(db, tagNames, signal);
  if (kind === 'members') {
    return { plan: await inStretches(memberPlanner(mapped, members), task), members };
  }
  if (kind !== 'orders') {
    const context = {
      runId: opened.runId,
      groupOf: await storedGroupFinder(db),
      columnIdOf: await columnFinder(db),
      characterIdOf: await namedRowFinder(db, 'characters'),
      assetIdOf: await namedRowFinder(db, 'assets'),
      slotAt: await slotFinder(db),
    };
    const file = { kind, sheet, titles, mapping, rows, zone, context };
    const planner = recordPlanner(file, await storedRows(db, kind), members);
    return { plan: await inStretches(planner, task), members };
  }
  const grouper = orderFileGrouper({ ...mapped, campaign: opened.campaign, assumedAt });
  const grouped = await inStretches(grouper, { signal, tell: () => undefined });
  const stored = await storedOrders(db, grouped.groups.hasNumber, signal);
  const orders = await withoutErased(db, stored);
  const buyers = await withMergedKeys(db, members);
  return { plan: await inStretches(orderPlanner(grouped, buyers, orders), task), members };
}
