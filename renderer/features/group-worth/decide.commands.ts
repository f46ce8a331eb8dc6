import { daySchema } from '@shared/domain/calendar/content.schema';
import { DECISIONS } from '@shared/domain/group-life/decision.rules';
import { FATES } from '@shared/domain/group-life/fate.rules';
import { sopRunSchema } from '@shared/domain/sop/sop.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { createRun, FLOW_STORES } from '@/features/flow-runs';

const MOST_REASONS = 12;

/** The flow that comes with the console for a group that fell asleep. */
export const REVIVE_TEMPLATE = 'revive-group';

/**
 * Writes down what is to become of a group, with the figures and sentences as they stood; a revival
 * starts its flow in the same step.
 */
export const decideFate = defineCommand({
  name: 'groupWorth.decide',
  input: z.object({
    groupId: idSchema,
    decision: z.enum(DECISIONS),
    advised: z.enum(FATES),
    reasons: z.array(z.string().max(300)).max(MOST_REASONS),
    figures: z.record(z.string().max(60), z.number()),
    note: z.string().trim().max(1000).optional(),
    askAgainDay: daySchema.optional(),
    /** Only with `revive`. */
    run: z.object({ title: sopRunSchema.shape.title, startDay: daySchema }).optional(),
  }),
  entities: ['groups', 'groupEvents', 'sopTemplates', ...FLOW_STORES],
  label: ({ decision }) => ({
    zh: {
      keep: '决定保留社群',
      revive: '决定唤醒社群',
      transfer: '决定转移社群',
      dissolve: '决定解散社群',
    }[decision],
    en: `Decide: ${decision} the group`,
  }),
  run: async (tx, input) => {
    const { groupId, decision, advised, reasons, figures, note, askAgainDay, run } = input;
    const group = await tx.get('groups', groupId);
    if (!group) throw new ExpectedError('group-not-found');
    if (group.phase === 'dissolved') throw new ExpectedError('group-dissolved');
    const runId =
      decision === 'revive' && run
        ? await createRun(
            tx,
            { key: REVIVE_TEMPLATE },
            { title: run.title, startDay: run.startDay, details: { groupId } },
          )
        : undefined;
    await tx.create('groupEvents', {
      id: tx.newId(),
      groupId,
      kind: 'decision',
      at: tx.now,
      ...(tx.actor && { by: tx.actor }),
      evidence: {
        decision,
        advised,
        ...figures,
        ...Object.fromEntries(reasons.map((text, at) => [`reason${at + 1}`, text])),
        ...(askAgainDay && { askAgainDay }),
      },
      ...(note && { note }),
      ...(runId && { refId: runId }),
    });
    return { runId };
  },
});
