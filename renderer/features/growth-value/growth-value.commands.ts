import { privilegeSchema } from '@shared/domain/growth/growth.schema';
import {
  growthSettingsSchema,
  growthVersionSchema,
  withVersion,
} from '@shared/domain/growth/growth-settings.schema';
import { givenOf } from '@shared/domain/growth/privilege.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { addDays, dayOf } from '@shared/lib/time';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { LEDGER_STORES, ledgerWithin, settingsWithin } from './member-growth';

const who = z.string();
const reason = z.string().trim().max(500).optional();

/** Gives somebody a privilege for their points; refuses what the balance, stock or level forbids. */
export const redeemPrivilege = defineCommand({
  name: 'growth.redeem',
  input: z.object({ memberId: idSchema, privilegeId: idSchema, who, what: z.string(), reason }),
  entities: [...LEDGER_STORES, 'privileges'],
  label: ({ who, what }) => ({
    zh: `「${who}」兑换「${what}」`,
    en: `Redeem “${what}” for “${who}”`,
  }),
  run: async (tx, { memberId, privilegeId, reason }) => {
    const privilege = await tx.get('privileges', privilegeId);
    if (!privilege) throw new ExpectedError('privilege-gone');
    if (privilege.isOff) throw new ExpectedError('privilege-off', { name: privilege.name });
    const { member, ledger, settings } = await ledgerWithin(tx, memberId);
    const level = settings.levels[ledger.level]?.key ?? '';
    if (privilege.levels !== undefined && !privilege.levels.includes(level)) {
      throw new ExpectedError('privilege-not-for-level', {
        name: member.name,
        privilege: privilege.name,
      });
    }
    if (privilege.stock !== undefined) {
      const given = givenOf(privilegeId, await tx.all('growthEntries'));
      if (given >= privilege.stock) {
        const { name, stock } = privilege;
        throw new ExpectedError('privilege-out-of-stock', { name, stock });
      }
    }
    const { points } = privilege;
    if (ledger.balance < points) {
      const balance = Math.max(0, ledger.balance);
      throw new ExpectedError('growth-not-enough', { name: member.name, balance, points });
    }
    const id = tx.newId();
    await tx.create('growthEntries', {
      id,
      memberId,
      kind: 'redeem',
      points: -points,
      at: tx.now,
      privilegeId,
      ...(reason ? { reason } : {}),
    });
    return { entryId: id, left: ledger.balance - points };
  },
});

/** Takes a redemption back, however long ago it was: the points are there as if it had never been. */
export const cancelRedemption = defineCommand({
  name: 'growth.cancelRedemption',
  input: z.object({ entryId: idSchema, who, what: z.string(), reason }),
  entities: ['growthEntries'],
  label: ({ who, what }) => ({
    zh: `退回「${who}」兑换的「${what}」`,
    en: `Take back “${what}” from “${who}”`,
  }),
  run: async (tx, { entryId, reason }) => {
    const entry = await tx.get('growthEntries', entryId);
    if (!entry || entry.cancels !== undefined || entry.points >= 0) {
      throw new ExpectedError('redemption-gone');
    }
    const own = await tx.findBy('growthEntries', 'memberId', entry.memberId);
    if (own.some((it) => it.cancels === entryId)) throw new ExpectedError('redemption-gone');
    const id = tx.newId();
    await tx.create('growthEntries', {
      id,
      memberId: entry.memberId,
      kind: 'redeem',
      points: -entry.points,
      at: tx.now,
      cancels: entryId,
      ...(entry.privilegeId === undefined ? {} : { privilegeId: entry.privilegeId }),
      ...(reason ? { reason } : {}),
    });
    return { entryId: id };
  },
});

/** Corrects somebody's points by hand, with a reason; never below nothing. */
export const adjustGrowth = defineCommand({
  name: 'growth.adjust',
  input: z.object({
    memberId: idSchema,
    who,
    points: z
      .number()
      .int()
      .min(-1_000_000)
      .max(1_000_000)
      .refine((points) => points !== 0),
    reason: z.string().trim().min(1).max(500),
  }),
  entities: LEDGER_STORES,
  label: ({ who, points }) => ({
    zh: `调整「${who}」的成长值 ${points > 0 ? '+' : ''}${points}`,
    en: `Adjust the growth value of “${who}” by ${points > 0 ? '+' : ''}${points}`,
  }),
  run: async (tx, { memberId, points, reason }) => {
    const { member, ledger } = await ledgerWithin(tx, memberId);
    if (points < 0 && ledger.balance + points < 0) {
      throw new ExpectedError('growth-below-zero', {
        name: member.name,
        balance: ledger.balance,
        points: -points,
      });
    }
    const id = tx.newId();
    await tx.create('growthEntries', { id, memberId, kind: 'adjust', points, at: tx.now, reason });
    return { entryId: id, balance: ledger.balance + points };
  },
});

/** New or changed; what is not named is empty from now on. */
export const savePrivileges = defineCommand({
  name: 'growth.savePrivileges',
  input: z.object({
    privileges: z
      .array(privilegeSchema.omit({ id: true }).extend({ id: idSchema.optional() }))
      .min(1)
      .max(50),
  }),
  entities: ['privileges'],
  label: ({ privileges }) =>
    privileges.length === 1
      ? {
          zh: `保存特权「${privileges[0]?.name}」`,
          en: `Save the privilege “${privileges[0]?.name}”`,
        }
      : { zh: `添加 ${privileges.length} 项特权`, en: `Add ${privileges.length} privileges` },
  run: async (tx, { privileges }) => {
    for (const { id, ...fields } of privileges) {
      if (id === undefined) {
        await tx.create('privileges', { ...fields, id: tx.newId() });
        continue;
      }
      if (!(await tx.get('privileges', id))) throw new ExpectedError('privilege-gone');
      await tx.update('privileges', id, { ...EMPTY_PRIVILEGE, ...fields });
    }
  },
});

const EMPTY_PRIVILEGE = {
  costFen: undefined,
  stock: undefined,
  levels: undefined,
  isOff: undefined,
  note: undefined,
};

/** Only what nobody was given: the ledger must go on saying what points went for. */
export const removePrivilege = defineCommand({
  name: 'growth.removePrivilege',
  input: z.object({ privilegeId: idSchema, what: z.string() }),
  entities: ['privileges', 'growthEntries'],
  label: ({ what }) => ({ zh: `删除特权「${what}」`, en: `Delete the privilege “${what}”` }),
  run: async (tx, { privilegeId }) => {
    const privilege = await tx.get('privileges', privilegeId);
    if (!privilege) throw new ExpectedError('privilege-gone');
    const entries = await tx.all('growthEntries');
    if (entries.some((entry) => entry.privilegeId === privilegeId)) {
      throw new ExpectedError('privilege-was-given', { name: privilege.name });
    }
    await tx.remove('privileges', privilegeId);
  },
});

/**
 * Levels and their rule count at once for everybody. How points are earned changes from tomorrow on,
 * see `withVersion`.
 */
export const saveGrowthRules = defineCommand({
  name: 'growth.saveRules',
  input: z.object({
    earning: growthVersionSchema.omit({ from: true }).optional(),
    levels: growthSettingsSchema.shape.levels,
    downgrade: growthSettingsSchema.shape.downgrade,
  }),
  entities: ['modelSettings'],
  label: () => ({ zh: '修改成长值规则', en: 'Change the rules of growth value' }),
  run: async (tx, { earning, levels, downgrade }) => {
    const stored = await tx.get('modelSettings', 'growth');
    const before = await settingsWithin(tx);
    const tomorrow = addDays(dayOf(tx.now, DEFAULT_TIME_ZONE), 1);
    const versions = earning
      ? withVersion(before, earning, tomorrow, stored === undefined)
      : before.versions;
    const settings = growthSettingsSchema.parse({ versions, levels, downgrade });
    if (stored) await tx.update('modelSettings', 'growth', { settings, changedAt: tx.now });
    else await tx.create('modelSettings', { id: 'growth', settings, changedAt: tx.now });
  },
});
