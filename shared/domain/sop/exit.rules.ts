import { assertNever } from '@shared/lib/errors';
import type { EXIT_WHOM, ExitAction, SopRun } from './sop.schema';

type ExitWhom = (typeof EXIT_WHOM)[number];

/** Ids of the people that the actions at a run's end may mean; nothing where the run knows none. */
export type ExitPeople = {
  /** Who was meant when the target was fixed; absent for a run without a fixed target. */
  target?: readonly string[] | undefined;
  approved: readonly string[];
  placed: readonly string[];
};

/**
 * What a run does at its end, as data. `people` ascending and each once; `unknown` when the run
 * never fixed whom it means, so that the action cannot be done.
 */
export type PlannedExit =
  | { kind: 'tag'; tagName: string; whom: ExitWhom; people: string[] | 'unknown' }
  | { kind: 'snapshot'; name: string; whom: ExitWhom; people: string[] | 'unknown' }
  | { kind: 'startFlow'; templateKey: string };

const unique = (ids: Iterable<string>) => [...new Set(ids)].sort();

function peopleOf(whom: ExitWhom, people: ExitPeople): string[] | 'unknown' {
  switch (whom) {
    case 'target':
      return people.target ? unique(people.target) : 'unknown';
    case 'approved':
      return unique(people.approved);
    case 'placed':
      return unique(people.placed);
    case 'notPlaced': {
      const placed = new Set(people.placed);
      const meant = [...(people.target ?? []), ...people.approved];
      return unique(meant.filter((id) => !placed.has(id)));
    }
    default:
      return assertNever(whom, 'peopleOf');
  }
}

/**
 * The actions of a run that fit how it closed, in the order of the flow. `notPlaced` are those of
 * the target or approved that no group took in. Nothing while it runs or once they were done.
 */
export function planExit(
  run: Pick<SopRun, 'status' | 'exitActions' | 'exitDoneAt'>,
  people: ExitPeople,
): PlannedExit[] {
  if (run.status === 'running' || run.exitDoneAt !== undefined) return [];
  const fits = ({ when }: ExitAction) => when === 'either' || when === run.status;
  return (run.exitActions ?? []).filter(fits).map((action): PlannedExit => {
    switch (action.kind) {
      case 'tag': {
        const { tagName, whom } = action;
        return { kind: 'tag', tagName, whom, people: peopleOf(whom, people) };
      }
      case 'snapshot': {
        const { name, whom } = action;
        return { kind: 'snapshot', name, whom, people: peopleOf(whom, people) };
      }
      case 'startFlow':
        return { kind: 'startFlow', templateKey: action.templateKey };
      default:
        return assertNever(action, 'planExit');
    }
  });
}
