import type { KocEffect } from '@shared/domain/koc/koc-effect.rules';
import type { KocFacts, KocScore } from '@shared/domain/koc/koc-score.rules';
import type { KocPart } from '@shared/domain/koc/koc-settings.schema';

export type KocCandidate = KocScore & {
  memberId: string;
  name: string;
  facts: KocFacts;
  /** Groups they are inside today. */
  groupIds: string[];
};

export type KocCandidates = {
  /** The best first; people who are on the list of core members already are left out. */
  rows: KocCandidate[];
  /** Members with a score above 0 who are not on the list. */
  total: number;
  members: number;
  /** Parts that anybody has data for within the days. */
  known: Record<KocPart, boolean>;
  /** `YYYY-MM-DD`, both included. */
  fromDay: string;
  toDay: string;
};

export type KocEffectAnswer = KocEffect & {
  fromDay: string;
  toDay: string;
  /** Groups of the same identity without a core member that were compared. */
  otherGroups: number;
};
