import type { ExceptionMove } from '../members/merge.schema';
import type { GroupException } from './group.schema';

type Exceptions = readonly GroupException[] | undefined;

/** A group's exceptions without these people's; undefined when none of them has one. */
export function exceptionsWithout(
  exceptions: Exceptions,
  ids: ReadonlySet<string>,
): GroupException[] | undefined {
  const kept = exceptions?.filter(({ memberId }) => !ids.has(memberId));
  return kept?.length === exceptions?.length ? undefined : kept;
}

/**
 * Puts the one who stays in the place of the one who goes; where both were let in, the words about
 * the one who stays count. Undefined when the one who goes has no exception.
 */
export function exceptionsMerged(
  exceptions: Exceptions,
  keptId: string,
  goneId: string,
): { exceptions: GroupException[]; move: Omit<ExceptionMove, 'id'> } | undefined {
  const gone = exceptions?.find(({ memberId }) => memberId === goneId);
  if (!exceptions || !gone) return undefined;
  const hadKept = exceptions.some(({ memberId }) => memberId === keptId);
  const merged = exceptions.flatMap((it) => {
    if (it.memberId !== goneId) return [it];
    return hadKept ? [] : [{ ...it, memberId: keptId }];
  });
  return { exceptions: merged, move: { gone, hadKept } };
}

/** Puts both back. Undefined when what the merge left was changed since. */
export function exceptionsParted(
  exceptions: Exceptions,
  keptId: string,
  { gone, hadKept }: Omit<ExceptionMove, 'id'>,
): GroupException[] | undefined {
  if (exceptions?.some(({ memberId }) => memberId === gone.memberId)) return undefined;
  if (hadKept) return [...(exceptions ?? []), gone];
  const isLeft = (it: GroupException) =>
    it.memberId === keptId && it.at === gone.at && it.reason === gone.reason;
  if (!exceptions?.some(isLeft)) return undefined;
  return exceptions.map((it) => (isLeft(it) ? gone : it));
}
