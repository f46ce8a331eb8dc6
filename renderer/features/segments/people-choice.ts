import type { Rule } from '@shared/domain/rules/rule.schema';
import { useSyncExternalStore } from 'react';
import { navigate } from 'wouter/use-hash-location';

/** People whom some other page chose to be looked at in the list of members. */
export type PeopleChoice = {
  /** What they are called there: "RFM 重要价值", "高频 × 高客单". */
  title: string;
  rule: Rule;
  /** The segment that the rule is, when it is a saved one as it stands. */
  segmentId?: string;
};

let choice: PeopleChoice | undefined;
const listeners = new Set<() => void>();

function choose(next: PeopleChoice | undefined): void {
  choice = next;
  for (const listener of listeners) listener();
}

/** Opens the list of members with exactly these people, under a chip that bears the title. */
export function showPeople(next: PeopleChoice): void {
  choose(next);
  navigate('/members');
}

export const clearPeopleChoice = (): void => choose(undefined);

export function usePeopleChoice(): PeopleChoice | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => choice,
  );
}
