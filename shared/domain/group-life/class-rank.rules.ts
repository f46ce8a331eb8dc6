import { middleOf } from './activity.rules';

export type ClassRank = {
  /** 1 is best; equals share a rank. Absent for a group without a value. */
  rank?: number;
  /** Groups of the class with a value. */
  n: number;
  median?: number;
};

/**
 * Where each group stands among those of its class by one value (trust, activity): rank 1 is the
 * highest, equals share the better rank. A group of no class is compared with the others of none.
 */
export function rankInClass(
  groups: readonly { groupId: string; classKey: string; value?: number | undefined }[],
): Map<string, ClassRank> {
  const byClass = new Map<string, number[]>();
  for (const { classKey, value } of groups) {
    const known = byClass.get(classKey) ?? [];
    if (value !== undefined) known.push(value);
    byClass.set(classKey, known);
  }
  const ranks = new Map<string, ClassRank>();
  for (const { groupId, classKey, value } of groups) {
    const values = byClass.get(classKey) ?? [];
    const median = middleOf(values);
    const base = { n: values.length, ...(median !== undefined && { median }) };
    if (value === undefined) ranks.set(groupId, base);
    else {
      const rank = 1 + values.filter((other) => other > value).length;
      ranks.set(groupId, { ...base, rank });
    }
  }
  return ranks;
}
