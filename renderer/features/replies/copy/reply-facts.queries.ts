import type { SendTextFacts } from '@shared/domain/calendar/send-text.rules';
import {
  readSendVariables,
  SEND_VARIABLES_ID,
  type SendVariables,
} from '@shared/domain/calendar/send-variables.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { readDb } from '@/db/read';

/** What answers are filled from, whatever group they go to. */
export type ReplySurroundings = {
  groups: readonly Group[];
  variables: SendVariables;
  workspaceName: string | undefined;
  timeZone: string;
};

export async function readReplySurroundings(): Promise<ReplySurroundings> {
  const [groups, settings, workspace] = await Promise.all([
    readDb.rows('groups').all(),
    readDb.rows('modelSettings').get(SEND_VARIABLES_ID),
    readDb.rows('workspace').get('workspace'),
  ]);
  return {
    groups: groups.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true })),
    variables: readSendVariables(settings?.settings),
    workspaceName: workspace?.name || undefined,
    timeZone: workspace?.timeZone ?? DEFAULT_TIME_ZONE,
  };
}

/** The facts for one group, or for nobody in particular; `typed` goes before everything. */
export function factsFor(
  { groups, variables, workspaceName, timeZone }: ReplySurroundings,
  groupId: string | undefined,
  typed: SendVariables = {},
): SendTextFacts {
  const group = groups.find(({ id }) => id === groupId);
  return {
    day: dayOf(Date.now(), timeZone),
    groupName: group?.name,
    groupVariables: { ...group?.variables, ...typed },
    workspaceVariables: variables,
    workspaceName,
  };
}
