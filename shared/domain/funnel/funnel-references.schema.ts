import { z } from 'zod';
import type { References } from './bottleneck.rules';

/** The row of `modelSettings` that holds them. */
export const FUNNEL_REFERENCES_ID = 'funnelReferences';

/** What others reached at a step of a flow, as the leader wrote it down, with where it stands. */
const referenceLineSchema = z.object({
  templateKey: z.string().min(1).max(100),
  position: z.number().int().positive(),
  /** 0–1. */
  rate: z.number().min(0).max(1),
  source: z.string().trim().min(1).max(200),
});
export type ReferenceLine = z.infer<typeof referenceLineSchema>;

const funnelReferencesSchema = z.object({
  lines: z.array(referenceLineSchema).max(500).default([]),
});

/** The stored lines; none where nothing, or nothing readable, is stored. */
export function readReferenceLines(settings: unknown): ReferenceLine[] {
  const found = funnelReferencesSchema.safeParse(settings ?? {});
  return found.success ? found.data.lines : [];
}

/** The lines of one flow, by position. */
export function caseReferences(lines: readonly ReferenceLine[], templateKey: string): References {
  return new Map(
    lines
      .filter((line) => line.templateKey === templateKey)
      .map(({ position, rate, source }) => [position, { kind: 'case', rate, source }]),
  );
}
