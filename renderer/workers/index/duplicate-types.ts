import type { Confidence, DuplicateEvidence } from '@shared/domain/members/duplicates.rules';

/** Two records that may be one person, the older one first. */
export type DuplicateHit = {
  aId: string;
  bId: string;
  aName: string;
  bName: string;
  evidence: DuplicateEvidence[];
  confidence: Confidence;
};

export type DuplicateAnswer = {
  total: number;
  counts: Record<Confidence, number>;
  rows: DuplicateHit[];
};

/** Records of one person, oldest first; `name` is the oldest one's. */
export type DuplicateGroup = { ids: string[]; name: string };
