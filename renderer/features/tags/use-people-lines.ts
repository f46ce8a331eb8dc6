import type { Rule } from '@shared/domain/rules/rule.schema';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import type { PersonLine, RuleDrift } from '@/workers/people/people-types';

const SHOWN = 6;
const SEED = 1;
const WEEK_DAYS = 7;

type WhoCarries = { sample: PersonLine[]; drift: RuleDrift };

/** A few of those who fit a rule, and who came and went within a week; asked again after changes. */
export function useWhoCarries(rule: Rule): WhoCarries | undefined {
  const version = useDataVersion();
  const [who, setWho] = useState<{ key: string } & WhoCarries>();
  const key = JSON.stringify(rule);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the rule
  useEffect(() => {
    if (version === 0) return undefined;
    let isCurrent = true;
    const { people } = dataWorker();
    Promise.all([people.sample(rule, SHOWN, SEED), people.drift(rule, WEEK_DAYS)])
      .then(([sample, drift]) => isCurrent && setWho({ key, sample, drift }))
      .catch(showProblem);
    return () => {
      isCurrent = false;
    };
  }, [version, key]);
  return who?.key === key ? who : undefined;
}
