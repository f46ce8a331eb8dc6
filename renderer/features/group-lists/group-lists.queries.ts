import type { RosterList } from '@shared/domain/group-life/roster-list.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import type { Workspace } from '@shared/domain/workspace/workspace.schema';
import { readDb } from '@/db/read';

/** The lists of a group, newest first. */
export async function readLists(groupId: string): Promise<RosterList[]> {
  const lists = await readDb.rows('rosterLists').by('groupId', groupId);
  return lists.sort((a, b) => (a.day === b.day ? b.at - a.at : a.day < b.day ? 1 : -1));
}

export type ListSettings = { group: Group | undefined; workspace: Workspace | undefined };

export async function readListSettings(groupId: string): Promise<ListSettings> {
  const [group, workspace] = await Promise.all([
    readDb.rows('groups').get(groupId),
    readDb.rows('workspace').get('workspace'),
  ]);
  return { group, workspace };
}
