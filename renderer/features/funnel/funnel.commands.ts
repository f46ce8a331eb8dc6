import {
  FUNNEL_REFERENCES_ID,
  readReferenceLines,
} from '@shared/domain/funnel/funnel-references.schema';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

/** What others reached at a step, with its source; without a rate the line goes. */
export const saveReferenceLine = defineCommand({
  name: 'funnel.saveReferenceLine',
  input: z.object({
    templateKey: z.string().min(1).max(100),
    position: z.number().int().positive(),
    line: z
      .object({ rate: z.number().min(0).max(1), source: z.string().trim().min(1).max(200) })
      .optional(),
  }),
  entities: ['modelSettings'],
  label: ({ position, line }) =>
    line
      ? { zh: `记下第 ${position} 步的案例参考`, en: `Note a case figure for step ${position}` }
      : { zh: `去掉第 ${position} 步的案例参考`, en: `Remove the case figure of step ${position}` },
  run: async (tx, { templateKey, position, line }) => {
    const stored = await tx.get('modelSettings', FUNNEL_REFERENCES_ID);
    const others = readReferenceLines(stored?.settings).filter(
      (it) => it.templateKey !== templateKey || it.position !== position,
    );
    const lines = line ? [...others, { templateKey, position, ...line }] : others;
    const patch = { settings: { lines }, changedAt: tx.now };
    if (stored) await tx.update('modelSettings', FUNNEL_REFERENCES_ID, patch);
    else await tx.create('modelSettings', { id: FUNNEL_REFERENCES_ID, ...patch });
  },
});
