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

type Shares = Record<KocPart, number>;

/** Of the parts that anybody has data for; they add up to 1, or all are 0 where nothing weighs. */
export function kocShares(settings: KocSettings, known: Record<KocPart, boolean>): Shares {
  const weightOf = (part: KocPart) => (known[part] ? settings.parts[part].weight : 0);
  const total = KOC_PARTS.reduce((sum, part) => sum + weightOf(part), 0);
  const share = (part: KocPart) => (total > 0 ? weightOf(part) / total : 0);
  return {
    answers: share('answers'),
    ugc: share('ugc'),
    orders: share('orders'),
    followers: share('followers'),
  };
}

/** What a count of a part gives, from 0 to 100 × share. */
export const kocPoints = (value: number, share: number, fullAt: number): number =>
  share * Math.min(1, Math.max(0, value) / fullAt) * 100;

/**
 * Σ share × min(1, value ÷ fullAt) × 100 over the parts that anybody has data for (`known`); a part
 * nobody has data for leaves its weight to the others, and says so.
 */
export function kocScore(
  facts: KocFacts,
  settings: KocSettings,
  known: Record<KocPart, boolean>,
): KocScore {
  const shares = kocShares(settings, known);
  const parts = KOC_PARTS.map((part) => {
    const share = shares[part];
    const value = facts[part];
    const points = kocPoints(value, share, settings.parts[part].fullAt);
    return { part, value, share, points, hasData: known[part] };
  });
  if (parts.every(({ share }) => share === 0)) return { parts };
  return { score: parts.reduce((sum, { points }) => sum + points, 0), parts };
}
