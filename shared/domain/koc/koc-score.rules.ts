import { KOC_PARTS, type KocPart, type KocSettings } from './koc-settings.schema';

/** What a member did within the days: counts; `followers` is the estimate of `followersOrders`. */
export type KocFacts = Record<KocPart, number>;

export type KocScore = {
  /** 0–100; absent where no part has data or every such part weighs nothing. */
  score?: number;
  parts: {
    part: KocPart;
    value: number;
    /** Of the parts with data; the shares add up to 1. 0 without data. */
    share: number;
    /** What the part gives to the score; these add up to it. */
    points: number;
    hasData: boolean;
  }[];
};

/**
 * Σ share × min(1, value ÷ fullAt) × 100 over the parts that anybody has data for (`known`); a part
 * nobody has data for leaves its weight to the others, and says so.
 */
export function kocScore(
  facts: KocFacts,
  settings: KocSettings,
  known: Record<KocPart, boolean>,
): KocScore {
  const weightOf = (part: KocPart) => (known[part] ? settings.parts[part].weight : 0);
  const total = KOC_PARTS.reduce((sum, part) => sum + weightOf(part), 0);
  const parts = KOC_PARTS.map((part) => {
    const share = total > 0 ? weightOf(part) / total : 0;
    const value = facts[part];
    const points = share * Math.min(1, Math.max(0, value) / settings.parts[part].fullAt) * 100;
    return { part, value, share, points, hasData: known[part] };
  });
  if (total === 0) return { parts };
  return { score: parts.reduce((sum, { points }) => sum + points, 0), parts };
}
