import { foldText } from '@shared/domain/import/cells/text-cell';
import { idByDistinctName } from '@shared/lib/distinct-names';

type Named = { id: string; name: string };

/** A group by what a file calls it; `shared`: several bear the name, and none of them is meant alone. */
export type GroupOfName = { id: string } | 'shared' | undefined;

/**
 * Finds groups by name, whatever its width, case and blanks, or by the name as an export writes it
 * where several share one. Of two groups of one name neither is taken.
 */
export function groupFinder(groups: readonly Named[]): (name: string) => GroupOfName {
  const exact = idByDistinctName(groups);
  const byName = new Map<string, Exclude<GroupOfName, undefined>>();
  for (const { id, name } of groups) {
    const key = foldText(name);
    byName.set(key, byName.has(key) ? 'shared' : { id });
  }
  return (name) => {
    const folded = byName.get(foldText(name));
    if (folded !== undefined) return folded;
    const id = exact(name);
    return id === undefined ? undefined : { id };
  };
}

/** Whether another group bears this name already. */
export function isNameTaken(groups: readonly Named[], name: string, ownId?: string): boolean {
  const key = foldText(name);
  return key !== '' && groups.some((it) => it.id !== ownId && foldText(it.name) === key);
}
