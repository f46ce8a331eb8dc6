import { type Review, reviewSchema } from '@shared/domain/sop/review.schema';
import { applyReviewChanges } from '@shared/domain/sop/review-changes.rules';
import { sopTemplateSchema } from '@shared/domain/sop/sop.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { addRunEvent, builtInTemplates, findTemplate } from '@/features/flow-runs/index';

const { goal, keep, change, whys, changes } = reviewSchema.shape;

/** What people said of a run; the first words open its review. An accepted review is closed. */
export const saveReview = defineCommand({
  name: 'reviews.save',
  input: z.object({ runId: idSchema, goal, keep, change, whys, changes }),
  entities: ['reviews', 'sopRuns'],
  label: () => ({ zh: '写复盘', en: 'Write the review' }),
  run: async (tx, { runId, ...given }) => {
    const run = await tx.get('sopRuns', runId);
    if (!run) throw new ExpectedError('sop-not-found');
    if (run.status === 'running') throw new ExpectedError('review-too-early', { title: run.title });
    const said = Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined),
    );
    const stored = await reviewOf(tx, runId);
    if (stored?.acceptedAt !== undefined) throw new ExpectedError('review-accepted');
    const by = tx.actor === undefined ? {} : { by: tx.actor };
    if (stored) {
      await tx.update('reviews', stored.id, { ...said, at: tx.now, ...by });
      return { reviewId: stored.id };
    }
    const reviewId = tx.newId();
    await tx.create('reviews', { id: reviewId, runId, ...said, at: tx.now, ...by });
    return { reviewId };
  },
});

/**
 * The proposed changes become the next version of the run's flow, in one change. `onTemplateId` is
 * the version that the leader saw them on: when a newer one exists by now, nothing happens.
 */
export const acceptReview = defineCommand({
  name: 'reviews.accept',
  input: z.object({
    runId: idSchema,
    onTemplateId: z.string(),
    changeNote: sopTemplateSchema.shape.changeNote,
  }),
  entities: ['reviews', 'sopRuns', 'sopTemplates', 'runEvents'],
  label: () => ({ zh: '采纳复盘，生成下一版模板', en: 'Accept the review as the next version' }),
  run: async (tx, { runId, onTemplateId, changeNote }) => {
    const run = await tx.get('sopRuns', runId);
    if (!run) throw new ExpectedError('sop-not-found');
    const review = await reviewOf(tx, runId);
    if (!review?.changes?.length) throw new ExpectedError('review-no-changes');
    if (review.acceptedAt !== undefined) throw new ExpectedError('review-accepted');
    const base = await findTemplate(tx, { key: run.templateKey });
    if (base.id !== onTemplateId) {
      throw new ExpectedError('review-template-newer', { version: base.version });
    }
    const { steps, effects } = applyReviewChanges(base.steps, review.changes);
    const refused = effects.filter(({ kind }) => kind === 'refused');
    if (refused.length > 0) {
      throw new ExpectedError('review-change-refused', {
        count: refused.length,
        position: refused[0]?.change.step ?? 0,
      });
    }
    const version = (await newestVersion(tx, run.templateKey)) + 1;
    const templateId = tx.newId();
    const by = tx.actor;
    const { isArchived: _, ...kept } = base;
    await tx.create('sopTemplates', {
      ...kept,
      id: templateId,
      version,
      steps,
      status: 'published',
      basedOnId: base.id,
      reviewId: review.id,
      createdAt: tx.now,
      createdBy: by,
      changeNote: changeNote?.trim() || undefined,
    });
    const accepted: Partial<Review> = { acceptedAt: tx.now, templateId };
    await tx.update('reviews', review.id, { ...accepted, ...(by ? { acceptedBy: by } : {}) });
    await addRunEvent(tx, { runId, kind: 'reviewAccepted', detail: { version } });
    return { templateId, version };
  },
});

/** The highest version of a flow, drafts, archived ones and the one that came with it among them. */
async function newestVersion(tx: Tx, key: string): Promise<number> {
  const all = [...builtInTemplates(), ...(await tx.findBy('sopTemplates', 'key', key))];
  return Math.max(0, ...all.filter((it) => it.key === key).map(({ version }) => version));
}

async function reviewOf(tx: Tx, runId: string): Promise<Review | undefined> {
  return (await tx.findBy('reviews', 'runId', runId)).sort((a, b) => b.at - a.at)[0];
}
