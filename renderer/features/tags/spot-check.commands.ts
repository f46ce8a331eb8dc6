import { SPOT_VERDICTS, spotCheckSchema } from '@shared/domain/tags/spot-check.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

const MOST_AT_ONCE = 500;

/** Keeps who was drawn, so that the draw can be judged bit by bit and after a restart. */
export const drawSpotCheck = defineCommand({
  name: 'tags.drawSpotCheck',
  input: z.object({
    tagId: idSchema,
    name: z.string(),
    memberIds: z.array(idSchema).min(1).max(MOST_AT_ONCE),
    population: spotCheckSchema.shape.population,
    seed: spotCheckSchema.shape.seed,
  }),
  entities: ['spotChecks'],
  label: (input) => ({
    zh: `抽检标签「${input.name}」（${input.memberIds.length} 人）`,
    en: `Draw ${input.memberIds.length} for a spot check of “${input.name}”`,
  }),
  run: async (tx, { tagId, memberIds, population, seed }) => {
    const drawId = tx.newId();
    for (const memberId of memberIds) {
      await tx.create('spotChecks', {
        id: tx.newId(),
        tagId,
        memberId,
        drawId,
        drawnAt: tx.now,
        population,
        seed,
      });
    }
    return { drawId };
  },
});

/** `null` takes a verdict back. */
export const judgeSpotCheck = defineCommand({
  name: 'tags.judgeSpotCheck',
  input: z.object({
    checkId: idSchema,
    name: z.string(),
    verdict: z.enum(SPOT_VERDICTS).nullable(),
    note: spotCheckSchema.shape.note,
  }),
  entities: ['spotChecks'],
  label: (input) => ({
    zh: `抽检「${input.name}」的一个判断`,
    en: `A verdict in the spot check of “${input.name}”`,
  }),
  run: async (tx, { checkId, verdict, note }) => {
    if (!(await tx.get('spotChecks', checkId))) throw new ExpectedError('spot-check-not-found');
    await tx.update('spotChecks', checkId, {
      verdict: verdict ?? undefined,
      judgedAt: verdict === null ? undefined : tx.now,
      ...(note === undefined ? {} : { note: note || undefined }),
    });
  },
});

/** Gives up a draw: what nobody has judged yet goes, verdicts stay. */
export const endSpotCheck = defineCommand({
  name: 'tags.endSpotCheck',
  input: z.object({ drawId: idSchema, name: z.string() }),
  entities: ['spotChecks'],
  label: (input) => ({
    zh: `结束抽检「${input.name}」`,
    en: `End the spot check of “${input.name}”`,
  }),
  run: async (tx, { drawId }) => {
    const open = (await tx.findBy('spotChecks', 'drawId', drawId)).filter(
      (check) => check.verdict === undefined,
    );
    for (const check of open) await tx.remove('spotChecks', check.id);
    return { left: open.length };
  },
});
