import { riskEntrySchema } from '@shared/domain/risk/risk-entry.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

const fieldsSchema = riskEntrySchema.omit({ id: true, at: true });

/** Every field of the form; what is not there is empty from now on. */
const OPTIONAL = {
  name: undefined,
  phone: undefined,
  wechatId: undefined,
  address: undefined,
  memberId: undefined,
  evidence: undefined,
  appeal: undefined,
  expiresAt: undefined,
};

export const addRiskEntry = defineCommand({
  name: 'risk.add',
  input: z.object({ who: z.string(), fields: fieldsSchema }),
  entities: ['riskEntries'],
  label: ({ who }) => ({
    zh: `把「${who}」加入风险名单`,
    en: `Put “${who}” on the risk list`,
  }),
  run: async (tx, { fields }) => {
    const id = tx.newId();
    await tx.create('riskEntries', { ...fields, id, at: tx.now });
    return { entryId: id };
  },
});

export const editRiskEntry = defineCommand({
  name: 'risk.edit',
  input: z.object({ entryId: idSchema, who: z.string(), fields: fieldsSchema }),
  entities: ['riskEntries'],
  label: ({ who }) => ({ zh: `修改风险名单「${who}」`, en: `Edit “${who}” on the risk list` }),
  run: async (tx, { entryId, fields }) => {
    if (!(await tx.get('riskEntries', entryId))) throw new ExpectedError('risk-entry-not-found');
    await tx.update('riskEntries', entryId, { ...OPTIONAL, ...fields });
  },
});

export const removeRiskEntry = defineCommand({
  name: 'risk.remove',
  input: z.object({ entryId: idSchema, who: z.string() }),
  entities: ['riskEntries'],
  label: ({ who }) => ({ zh: `把「${who}」移出风险名单`, en: `Take “${who}” off the risk list` }),
  run: async (tx, { entryId }) => {
    await tx.remove('riskEntries', entryId);
  },
});
