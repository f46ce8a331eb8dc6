import { daySchema } from '@shared/domain/calendar/content.schema';
import { limitUseId } from '@shared/domain/limits/limit-use.rules';
import { LIMIT_KEYS, type LimitKey } from '@shared/domain/limits/limit-use.schema';
import { PLATFORM_LIMITS_ID, platformLimitsSchema } from '@shared/domain/limits/platform-limits';
import { z } from 'zod';
import { type CommandLabel, defineCommand } from '@/db/command';

const NAMES: Record<LimitKey, CommandLabel> = {
  friendRequests: { zh: '加好友', en: 'friend requests' },
  massSends: { zh: '群发', en: 'mass sends' },
  groupInvites: { zh: '拉群', en: 'group invitations' },
  qrScans: { zh: '扫码进群', en: 'scans' },
};

/** Sets how often one account did something on one day; adding is typed as the new count too. */
export const countLimitUse = defineCommand({
  name: 'flow-tools.countLimitUse',
  input: z.object({
    limit: z.enum(LIMIT_KEYS),
    day: daySchema,
    account: z.string().trim().max(60),
    /** Added to what is there; may take away, but never below 0. */
    add: z.number().int().optional(),
    /** The count itself, as typed. */
    count: z.number().int().nonnegative().max(1_000_000).optional(),
  }),
  entities: ['limitUses'],
  label: ({ limit, add, count }) => {
    const { zh, en } = NAMES[limit];
    return add === undefined
      ? { zh: `今天${zh}记为 ${count ?? 0} 次`, en: `Write down ${count ?? 0} ${en} today` }
      : { zh: `${zh} +${add}`, en: `${add} more ${en}` };
  },
  run: async (tx, { limit, day, account, add = 0, count }) => {
    const id = limitUseId(limit, day, account);
    const before = await tx.get('limitUses', id);
    const after = Math.max(0, count ?? (before?.count ?? 0) + add);
    const row = { count: after, at: tx.now, ...(tx.actor === undefined ? {} : { by: tx.actor }) };
    if (before) await tx.update('limitUses', id, row);
    else await tx.create('limitUses', { id, limit, day, account, ...row });
    return { count: after };
  },
});

/** The leader's own figures for the platform's limits; those left out go back to the defaults. */
export const savePlatformLimits = defineCommand({
  name: 'flow-tools.savePlatformLimits',
  input: platformLimitsSchema,
  entities: ['modelSettings'],
  label: () => ({ zh: '修改平台上限', en: 'Change the platform’s limits' }),
  run: async (tx, settings) => {
    const patch = { settings, changedAt: tx.now };
    if (await tx.get('modelSettings', PLATFORM_LIMITS_ID)) {
      await tx.update('modelSettings', PLATFORM_LIMITS_ID, patch);
    } else {
      await tx.create('modelSettings', { id: PLATFORM_LIMITS_ID, ...patch });
    }
  },
});
