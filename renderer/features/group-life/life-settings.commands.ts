import {
  GROUP_LIFE_SETTINGS_ID,
  groupLifeSettingsSchema,
  isUpright,
  readGroupLifeSettings,
} from '@shared/domain/group-life/life-settings.schema';
import { ExpectedError } from '@shared/lib/errors';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

const sections = groupLifeSettingsSchema.shape;

/**
 * Changes some sections of how groups are judged (weights, thresholds, what an hour costs) and leaves
 * the others; `group-life-settings-askew` where two thresholds contradict each other.
 */
export const saveLifeSettings = defineCommand({
  name: 'groupLife.saveSettings',
  input: z.object({
    activity: sections.activity.unwrap().optional(),
    quiet: sections.quiet.unwrap().optional(),
    phase: sections.phase.unwrap().optional(),
    economy: sections.economy.unwrap().optional(),
    trust: sections.trust.unwrap().optional(),
    health: sections.health.unwrap().optional(),
    flows: sections.flows.unwrap().optional(),
  }),
  entities: ['modelSettings'],
  label: () => ({ zh: '修改社群的评判标准', en: 'Change how groups are judged' }),
  run: async (tx, changes) => {
    const stored = await tx.get('modelSettings', GROUP_LIFE_SETTINGS_ID);
    const given = Object.entries(changes).filter(([, section]) => section !== undefined);
    const settings = groupLifeSettingsSchema.parse({
      ...readGroupLifeSettings(stored?.settings),
      ...Object.fromEntries(given),
    });
    if (!isUpright(settings)) throw new ExpectedError('group-life-settings-askew');
    const patch = { settings, changedAt: tx.now };
    if (stored) await tx.update('modelSettings', GROUP_LIFE_SETTINGS_ID, patch);
    else await tx.create('modelSettings', { id: GROUP_LIFE_SETTINGS_ID, ...patch });
  },
});
