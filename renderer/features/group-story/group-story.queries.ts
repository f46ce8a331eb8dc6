import type { GroupEvent } from '@shared/domain/group-life/group-event.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import type { SopRun, SopStep, SopTemplate } from '@shared/domain/sop/sop.schema';
import { readDb } from '@/db/read';
import { newestTemplates } from '@/features/flow-runs/index';

export const readGroup = async (groupId: string): Promise<Group | null> =>
  (await readDb.rows('groups').get(groupId)) ?? null;

/** What happened to a group, the latest first. */
export async function readStory(groupId: string): Promise<GroupEvent[]> {
  const events = await readDb.rows('groupEvents').by('groupId', groupId);
  return events.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

export type GroupRun = { run: SopRun; steps: SopStep[] };

/** The runs for a group with their steps in order, the latest first. */
export async function readGroupRuns(groupId: string): Promise<GroupRun[]> {
  const runs = (await readDb.rows('sopRuns').all()).filter((run) => run.groupId === groupId);
  const found = await Promise.all(
    runs.map(async (run) => ({ run, steps: await readDb.rows('sopSteps').by('runId', run.id) })),
  );
  for (const { steps } of found) steps.sort((a, b) => a.position - b.position);
  return found.sort((a, b) => b.run.startedAt - a.run.startedAt);
}

/** Every flow that can be started, as it is now. */
export const readFlows = async (): Promise<SopTemplate[]> =>
  newestTemplates(await readDb.rows('sopTemplates').all());
