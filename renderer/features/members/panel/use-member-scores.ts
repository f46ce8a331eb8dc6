import { QUADRANTS } from '@shared/domain/insights/quadrants/quadrant-settings.schema';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { useEffect, useState } from 'react';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import { reportError } from '@/platform/log';

/** What the models say of one person; parts of which nothing can be said are absent. */
export type MemberScores = {
  /** `543`: recency, frequency, money, each 1 (worst) to 5 (best). */
  rfm?: string;
  quadrant?: string;
  ltvFen?: number;
};

/** One condition for each score: what is found of it is the score. */
const ASKED: Rule = {
  kind: 'all',
  of: [
    { kind: 'rfm' },
    { kind: 'quadrant', isAny: [...QUADRANTS] },
    { kind: 'ltv', fen: { min: 0 } },
  ],
};

export async function readScores(memberId: string): Promise<MemberScores> {
  const { explained } = await dataWorker().people.explain(ASKED, memberId);
  const [rfm, quadrant, ltv] = (explained.of ?? []).map((it) => it.found);
  return {
    ...(typeof rfm === 'string' ? { rfm } : {}),
    ...(typeof quadrant === 'string' && quadrant !== '' ? { quadrant } : {}),
    ...(typeof ltv === 'number' && Number.isFinite(ltv) ? { ltvFen: ltv } : {}),
  };
}

/** Asked again after every change; nothing while the models have no answer. */
export function useMemberScores(memberId: string): MemberScores {
  const version = useDataVersion();
  const [scores, setScores] = useState<{ memberId: string; scores: MemberScores }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to ask again
  useEffect(() => {
    let isCurrent = true;
    readScores(memberId).then(
      (read) => isCurrent && setScores({ memberId, scores: read }),
      (error) => reportError('rejection', error),
    );
    return () => {
      isCurrent = false;
    };
  }, [memberId, version]);
  return scores?.memberId === memberId ? scores.scores : {};
}
