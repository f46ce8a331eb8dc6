import { openPlace, type Place } from './place';
import { measureContent } from './tasks/content';
import { fillFunnel, measureFunnel } from './tasks/funnel';
import { fillGroupPeople, measureGroupPeople } from './tasks/group-people';
import { fillGroups, measureGroups } from './tasks/groups';
import { measureMembers } from './tasks/members';
import { measureModels } from './tasks/models';
import { measureOneMember } from './tasks/one-member';
import { measureSegment } from './tasks/segment';
import { measureTags } from './tasks/tags';

const TASKS = {
  segment: measureSegment,
  members: measureMembers,
  models: measureModels,
  tags: measureTags,
  oneMember: measureOneMember,
  fillFunnel,
  funnel: measureFunnel,
  content: measureContent,
  fillGroups,
  groups: measureGroups,
  fillGroupPeople,
  groupPeople: measureGroupPeople,
} satisfies Record<string, (place: Place) => Promise<Record<string, number>>>;

export type Task = keyof typeof TASKS;

self.onmessage = async ({ data }: MessageEvent<{ tasks: Task[] }>) => {
  const place = await openPlace();
  const figures: Record<string, number> = {};
  for (const task of data.tasks) Object.assign(figures, await TASKS[task](place));
  self.postMessage({ figures });
};
