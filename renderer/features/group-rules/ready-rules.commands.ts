import { CONSEQUENCES } from '@shared/domain/group-life/group-rule.schema';
import { bilingualSchema } from '@shared/domain/sop/sop.schema';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import stored from '../../../resources/group-rules/group-rules.json';

const readyRule = z.object({
  key: z.string(),
  polarity: z.enum(['encouraged', 'forbidden']),
  consequence: z.enum(CONSEQUENCES),
  points: z.number().int().optional(),
  warningsToRemoval: z.number().int().optional(),
  text: bilingualSchema,
});

/** Takes the ready-made rules over, for everybody; those taken before are left as they are. */
export const addReadyRules = defineCommand({
  name: 'groupRules.addReady',
  input: z.object({ language: z.enum(['zh', 'en']) }),
  entities: ['groupRules'],
  label: () => ({ zh: '采用现成群规', en: 'Take the ready-made rules over' }),
  run: async (tx, { language }) => {
    let rank = (await tx.all('groupRules')).reduce((last, it) => Math.max(last, it.rank), 0);
    let added = 0;
    for (const { key, text, ...rule } of z.array(readyRule).parse(stored)) {
      const id = `ready-rule-${key}`;
      if (await tx.get('groupRules', id)) continue;
      rank += 1;
      added += 1;
      await tx.create('groupRules', { id, rank, text: text[language], ...rule });
    }
    return { added };
  },
});
