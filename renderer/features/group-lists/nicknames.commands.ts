import { workspaceSchema } from '@shared/domain/workspace/workspace.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { refuseDissolved } from '@/features/group-rooms/index';

/**
 * How nicknames are made in one group, or in all that do not say it themselves. An empty template
 * checks nothing; a group without one (`undefined`) goes by the workspace's.
 */
export const setNicknameTemplate = defineCommand({
  name: 'groupLists.setNicknameTemplate',
  input: z.object({
    groupId: idSchema.optional(),
    template: workspaceSchema.shape.nicknameTemplate,
  }),
  entities: ['groups', 'workspace'],
  label: ({ groupId }) =>
    groupId === undefined
      ? { zh: '修改通用群昵称模板', en: 'Change the common nickname template' }
      : { zh: '修改本群昵称模板', en: 'Change this group’s nickname template' },
  run: async (tx, { groupId, template }) => {
    if (groupId !== undefined) {
      if (!(await tx.get('groups', groupId))) throw new ExpectedError('group-not-found');
      await refuseDissolved(tx, groupId);
      await tx.update('groups', groupId, { nicknameTemplate: template });
      return;
    }
    const stored = await tx.get('workspace', 'workspace');
    if (stored) await tx.update('workspace', 'workspace', { nicknameTemplate: template });
    else await tx.create('workspace', { id: 'workspace', nicknameTemplate: template });
  },
});

/** Notes on the newest list of the group who was asked to change the nickname. */
export const markNicknameTold = defineCommand({
  name: 'groupLists.markNicknameTold',
  input: z.object({ listId: idSchema, memberIds: z.array(idSchema).min(1).max(5000) }),
  entities: ['rosterLists', 'groups'],
  label: ({ memberIds }) => ({
    zh: `标记已提醒改昵称（${memberIds.length} 人）`,
    en: `Note who was asked to change their nickname (${memberIds.length})`,
  }),
  run: async (tx, { listId, memberIds }) => {
    const list = await tx.get('rosterLists', listId);
    if (!list) throw new ExpectedError('roster-not-found');
    await refuseDissolved(tx, list.groupId);
    const toldIds = [...new Set([...(list.toldIds ?? []), ...memberIds])];
    await tx.update('rosterLists', listId, { toldIds });
  },
});

/** Lets these places count as regions in nicknames, in all groups. */
export const addNicknameRegions = defineCommand({
  name: 'groupLists.addNicknameRegions',
  input: z.object({ regions: z.array(z.string().trim().min(1).max(30)).min(1).max(100) }),
  entities: ['workspace'],
  label: ({ regions }) => ({
    zh: `昵称里认「${regions.join('、')}」为地区`,
    en: `Take “${regions.join(', ')}” as places in nicknames`,
  }),
  run: async (tx, { regions }) => {
    const stored = await tx.get('workspace', 'workspace');
    const nicknameRegions = [...new Set([...(stored?.nicknameRegions ?? []), ...regions])];
    if (stored) await tx.update('workspace', 'workspace', { nicknameRegions });
    else await tx.create('workspace', { id: 'workspace', nicknameRegions });
  },
});
