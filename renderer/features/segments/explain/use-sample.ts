import type { Rule } from '@shared/domain/rules/rule.schema';
import { useEffect, useState } from 'react';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import { reportError } from '@/platform/log';
import type { PersonLine, RuleExplanation } from '@/workers/people/people-types';
import { inTurn } from '../count/count-queue';

const REST_MS = 400;

/** A few of a rule's people, drawn by the seed; undefined while they are looked for. */
export function useSample(rule: Rule, limit: number, seed: number): PersonLine[] | undefined {
  return useAnswer(`${limit}:${seed}:${JSON.stringify(rule)}`, () =>
    dataWorker().people.sample(rule, limit, seed),
  );
}

/** Why somebody is in or out; undefined while nobody is asked about or it is being looked at. */
export function useExplanation(
  rule: Rule,
  memberId: string | undefined,
): RuleExplanation | undefined {
  return useAnswer(memberId === undefined ? undefined : `${memberId}:${JSON.stringify(rule)}`, () =>
    dataWorker().people.explain(rule, memberId ?? ''),
  );
}

function useAnswer<T>(key: string | undefined, ask: () => Promise<T>): T | undefined {
  const version = useDataVersion();
  const [answer, setAnswer] = useState<{ key: string; value: T }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is asked
  useEffect(() => {
    if (key === undefined || version === 0) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      inTurn(ask).then(
        (value) => isCurrent && setAnswer({ key, value }),
        (error: unknown) => reportError('error', error),
      );
    }, REST_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key, version]);
  return answer !== undefined && answer.key === key ? answer.value : undefined;
}
