import {
  type Share,
  type TwoProportions,
  twoProportions,
} from '@shared/domain/statistics/proportion.rules';
import { packIds, unpackIds } from '@shared/lib/pack-ids';
import type { RescueTask } from './run-record.schema';

type Progress = Pick<RescueTask, 'members' | 'doneMembers' | 'state'>;

/** Whom a task is for, in the order of the task, and who of them was seen to. */
export function peopleOfTask(task: Pick<RescueTask, 'members' | 'doneMembers'>) {
  const done = new Set(unpackIds(task.doneMembers ?? ''));
  return unpackIds(task.members).map((memberId) => ({ memberId, isDone: done.has(memberId) }));
}

/** How many of how many were seen to. */
export function progressOf(task: Pick<RescueTask, 'members' | 'doneMembers'>): Share {
  const people = peopleOfTask(task);
  return { count: people.filter(({ isDone }) => isDone).length, total: people.length };
}

/**
 * The task after one person was seen to, or is to be seen to again: done with the last one, open
 * again when somebody comes back. Somebody who is not in the task changes nothing (`undefined`).
 */
export function markPerson(
  task: Progress,
  memberId: string,
  isDone: boolean,
): Pick<RescueTask, 'doneMembers' | 'state'> | undefined {
  const people = peopleOfTask(task);
  if (!people.some((person) => person.memberId === memberId)) return undefined;
  const done = people.filter((it) => (it.memberId === memberId ? isDone : it.isDone));
  const state =
    done.length === people.length ? 'done' : task.state === 'done' ? 'open' : task.state;
  return { doneMembers: packIds(done.map((it) => it.memberId).sort()), state };
}

/** What came of a task: who reached the step since, of those seen to and of the others. */
export type RescueOutcome = { seen: Share; unseen: Share; test: TwoProportions };

/**
 * None of the task's people stood at the step when the task was made, so whoever stands there now
 * has come since. The two sides were not drawn by lot: the leader chose whom to write to first.
 */
export function outcomeOf(
  task: Pick<RescueTask, 'members' | 'doneMembers'>,
  reached: ReadonlySet<string>,
): RescueOutcome {
  const people = peopleOfTask(task);
  const share = (side: typeof people): Share => ({
    count: side.filter(({ memberId }) => reached.has(memberId)).length,
    total: side.length,
  });
  const seen = share(people.filter(({ isDone }) => isDone));
  const unseen = share(people.filter(({ isDone }) => !isDone));
  return { seen, unseen, test: twoProportions(unseen, seen) };
}
