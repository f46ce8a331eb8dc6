import { daySchema } from '@shared/domain/calendar/content.schema';
import { planRun } from '@shared/domain/sop/run-start.rules';
import { runTargetSchema, sopRunSchema } from '@shared/domain/sop/sop.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { FLOW_STORES, momentOf } from './flow-store';
import { findTemplate } from './load-template';
import { addRunEvent } from './run-story';

const start = z.object({
  title: sopRunSchema.shape.title,
  startDay: daySchema.optional(),
  ownerName: z.string().trim().max(60).optional(),
  positioningId: idSchema.optional(),
  target: runTargetSchema.optional(),
  targetSnapshotId: idSchema.optional(),
  groupId: idSchema.optional(),
});

/** A run of one version of a flow, or of the newest published one of a key. */
export const startRun = defineCommand({
  name: 'sop.startRun',
  input: z.union([
    start.extend({ templateKey: z.string() }),
    start.extend({ templateId: z.string() }),
  ]),
  entities: [...FLOW_STORES, 'sopTemplates', 'groups'],
  label: ({ title }) => ({ zh: `开始流程「${title}」`, en: `Start the run “${title}”` }),
  run: async (tx, input) => {
    const { title, startDay, ...details } = start.parse(input);
    const which = 'templateId' in input ? { id: input.templateId } : { key: input.templateKey };
    const runId = await createRun(tx, which, { title, startDay, details });
    return { runId };
  },
});

type NewRun = Pick<z.output<typeof start>, 'title' | 'startDay'> & {
  details: Omit<z.output<typeof start>, 'title' | 'startDay'>;
};

/** Writes a new run with its steps and the first line of its story. */
export async function createRun(
  tx: Tx,
  which: Parameters<typeof findTemplate>[1],
  { title, startDay, details }: NewRun,
): Promise<string> {
  const group = details.groupId === undefined ? undefined : await tx.get('groups', details.groupId);
  if (group?.phase === 'dissolved') throw new ExpectedError('group-dissolved');
  const template = await findTemplate(tx, which);
  const { now, timeZone, by } = await momentOf(tx);
  const { ownerName, ...others } = details;
  const plan = planRun(template, {
    runId: tx.newId(),
    title,
    now,
    timeZone,
    startDay,
    by,
    details: { ...others, ...(ownerName && { ownerName }) },
  });
  await tx.create('sopRuns', plan.run);
  for (const step of plan.steps) await tx.create('sopSteps', step);
  const detail = { template: template.name.zh || template.name.en, version: template.version };
  await addRunEvent(tx, { runId: plan.run.id, kind: 'started', detail });
  return plan.run.id;
}
