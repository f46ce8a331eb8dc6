import type { Rule } from '@shared/domain/rules/rule.schema';
import { useEffect, useState } from 'react';
import { useDataVersion } from '@/db/use-data-version';
import type { RuleCount } from '@/workers/people/people-types';
import { countPeople } from './count-queue';

export type LiveCount = {
  /** The newest answer, of the rule before while `isFresh` is false; undefined before the first. */
  count: RuleCount | undefined;
  isFresh: boolean;
  /** Why it could not be counted. */
  problem?: unknown;
};

type Answer = { key: string; count?: RuleCount; problem?: unknown };

/** While somebody types, a rule rests this long before it is counted. */
const TYPING_MS = 250;

/** How many fit a rule, counted again after every change of the rule or of the data. */
export function useSegmentCount(rule: Rule | undefined, delayMs: number = TYPING_MS): LiveCount {
  const version = useDataVersion();
  const key = rule === undefined ? '' : `${version}:${JSON.stringify(rule)}`;
  const [answer, setAnswer] = useState<Answer>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds the rule and the version
  useEffect(() => {
    if (rule === undefined || version === 0) return undefined;
    let isCurrent = true;
    const ask = () =>
      countPeople(rule, version).then(
        (count) => isCurrent && setAnswer({ key, count }),
        (problem: unknown) => isCurrent && setAnswer({ key, problem }),
      );
    const timer = setTimeout(ask, delayMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key, delayMs]);
  return {
    count: answer?.count,
    isFresh: answer?.key === key,
    ...(answer?.problem === undefined ? {} : { problem: answer.problem }),
  };
}

/** Errors keep a rule from being saved; warnings are only said. */
export const hasErrors = (count: RuleCount | undefined): boolean =>
  count?.remarks.some((remark) => remark.isError) ?? false;
