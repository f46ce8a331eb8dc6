import type { Explained } from '@shared/domain/rules/engine-types';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { ExplainedTree } from '@/features/segments';

/** Why a rule holds for somebody or not: every condition, and what was found of it. */
export function Explanation({ rule, memberId }: { rule: Rule; memberId: string }) {
  const [explained, setExplained] = useState<Explained>();
  useEffect(() => {
    let isCurrent = true;
    dataWorker()
      .people.explain(rule, memberId)
      .then((answer) => isCurrent && setExplained(answer.explained), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [rule, memberId]);
  return explained ? (
    <div data-testid="explanation">
      <ExplainedTree explained={explained} />
    </div>
  ) : null;
}
