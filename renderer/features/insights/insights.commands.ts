import { ltvSettingsSchema } from '@shared/domain/insights/ltv/ltv-settings.schema';
import { personaSettingsSchema } from '@shared/domain/insights/persona/persona-settings.schema';
import { quadrantSettingsSchema } from '@shared/domain/insights/quadrants/quadrant-settings.schema';
import { rfmSettingsSchema } from '@shared/domain/insights/rfm/rfm-settings.schema';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

const MODELS = ['persona', 'quadrants', 'rfm', 'ltv'] as const;
const NAMES: Record<(typeof MODELS)[number], { zh: string; en: string }> = {
  persona: { zh: '三维画像', en: 'personas' },
  quadrants: { zh: '四象限', en: 'quadrants' },
  rfm: { zh: 'RFM', en: 'RFM' },
  ltv: { zh: '生命周期价值', en: 'lifetime value' },
};

/** Whole settings of one model; what is left out takes its default. */
export const saveSettings = defineCommand({
  name: 'insights.saveSettings',
  input: z.discriminatedUnion('model', [
    z.object({ model: z.literal('persona'), settings: personaSettingsSchema }),
    z.object({ model: z.literal('quadrants'), settings: quadrantSettingsSchema }),
    z.object({ model: z.literal('rfm'), settings: rfmSettingsSchema }),
    z.object({ model: z.literal('ltv'), settings: ltvSettingsSchema }),
  ]),
  entities: ['modelSettings'],
  label: ({ model }) => ({
    zh: `修改「${NAMES[model].zh}」的口径`,
    en: `Change the settings of ${NAMES[model].en}`,
  }),
  run: async (tx, { model, settings }) => {
    const patch = { settings, changedAt: tx.now };
    if (await tx.get('modelSettings', model)) await tx.update('modelSettings', model, patch);
    else await tx.create('modelSettings', { id: model, ...patch });
  },
});

/** Back to the defaults. */
export const resetSettings = defineCommand({
  name: 'insights.resetSettings',
  input: z.object({ model: z.enum(MODELS) }),
  entities: ['modelSettings'],
  label: ({ model }) => ({
    zh: `恢复「${NAMES[model].zh}」的默认口径`,
    en: `Reset the settings of ${NAMES[model].en}`,
  }),
  run: async (tx, { model }) => {
    if (await tx.get('modelSettings', model)) await tx.remove('modelSettings', model);
  },
});
