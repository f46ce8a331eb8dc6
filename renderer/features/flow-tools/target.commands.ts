import { runTargetSchema } from '@shared/domain/sop/sop.schema';
import { readMetric } from '@shared/domain/sop/sop-step.rules';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { writeReading } from './run-writing';

/** Fixes whom a run is for, and the number of step 1 with it. */
export const chooseTarget = defineCommand({
  name: 'flow-tools.chooseTarget',
  input: z.object({
    runId: idSchema,
    target: runTargetSchema,
    count: z.number().int().nonnegative(),
  }),
  entities: ['sopRuns', 'sopSteps'],
  label: ({ count }) => ({
    zh: `选定目标用户 ${count} 人`,
    en: `Choose ${count} people as the target`,
  }),
  run: async (tx, { runId, target, count }) => {
    const steps = await tx.findBy('sopSteps', 'runId', runId);
    const first = steps.find((step) => step.definition.tool === 'segment');
    await tx.update('sopRuns', runId, { target });
    if (first) await writeReading(tx, runId, first.position, { count, source: 'records' });
  },
});
