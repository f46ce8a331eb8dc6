import type { Rule } from '@shared/domain/rules/rule.schema';
import { dataWorker } from '@/db/client';
import type { RuleCount } from '@/workers/people/people-types';

/** A page full of segments asks no more than this at once, so that other questions get through. */
const AT_ONCE = 3;
const KEPT = 300;

type Waiting = { start: () => void };

const waiting: Waiting[] = [];
const known = new Map<string, Promise<RuleCount>>();
let running = 0;

/** How many fit a rule, at one version of the data; the same question is asked once. */
export function countPeople(rule: Rule, version: number): Promise<RuleCount> {
  const key = `${version}:${JSON.stringify(rule)}`;
  const before = known.get(key);
  if (before) return before;
  const answer = inTurn(() => dataWorker().people.count(rule));
  known.set(key, answer);
  answer.catch(() => known.delete(key));
  for (const old of known.keys()) {
    if (known.size <= KEPT) break;
    known.delete(old);
  }
  return answer;
}

/** Runs the work once fewer than `AT_ONCE` others are under way, first come first served. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const start = () => {
      running += 1;
      work()
        .then(resolve, reject)
        .finally(() => {
          running -= 1;
          waiting.shift()?.start();
        });
    };
    if (running < AT_ONCE) start();
    else waiting.push({ start });
  });
}
