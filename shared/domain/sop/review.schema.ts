import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';

/** The language that a text was written in; the other one, which would be out of date, goes. */
const language = z.enum(['zh', 'en']).optional();

/** One thing that the next version does differently; `step` 1-based. */
export const reviewChangeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('targetRate'),
    step: z.number().int().positive(),
    targetRate: z.number().min(0).max(1),
  }),
  z.object({
    kind: z.literal('script'),
    step: z.number().int().positive(),
    scriptKey: z.string(),
    text: z.string().min(1).max(5000),
    /** One of the script's variants; the script itself where absent. */
    variantKey: z.string().optional(),
    language,
  }),
  z.object({
    kind: z.literal('checklistAdd'),
    step: z.number().int().positive(),
    label: z.string().trim().min(1).max(300),
    language,
  }),
  z.object({
    kind: z.literal('checklistDrop'),
    step: z.number().int().positive(),
    key: z.string(),
  }),
  z.object({
    kind: z.literal('action'),
    step: z.number().int().positive(),
    text: z.string().trim().min(1).max(2000),
    language,
  }),
  z.object({
    kind: z.literal('due'),
    step: z.number().int().positive(),
    days: z.number().int().nonnegative().max(3650),
  }),
]);
export type ReviewChange = z.infer<typeof reviewChangeSchema>;

/**
 * What a finished run taught (复盘). The figures are not stored: they are worked out from the run
 * whenever the review is shown; only what people said is kept.
 */
export const reviewSchema = z.object({
  id: idSchema,
  runId: idSchema,
  goal: z.string().max(2000).optional(),
  keep: z.string().max(5000).optional(),
  change: z.string().max(5000).optional(),
  /** Why the worst step was the worst: up to three answers, each to the one before. */
  whys: z.array(z.string().max(1000)).max(3).optional(),
  changes: z.array(reviewChangeSchema).max(100).optional(),
  /** UTC ms of the last edit. */
  at: z.number().int(),
  by: z.string().max(60).optional(),
  acceptedAt: z.number().int().optional(),
  acceptedBy: z.string().max(60).optional(),
  /** The template version that it became. */
  templateId: z.string().optional(),
});
export type Review = z.infer<typeof reviewSchema>;
