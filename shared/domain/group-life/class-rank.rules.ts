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
  const standings = new Map(
    [...byClass].map(([classKey, values]) => {
      const median = middleOf(values);
      const rankOf = new Map<number, number>();
      for (const [at, value] of values.sort((a, b) => b - a).entries()) {
        if (!rankOf.has(value)) rankOf.set(value, at + 1);
      }
      return [classKey, { n: values.length, median, rankOf }];
    }),
  );
  const ranks = new Map<string, ClassRank>();
  for (const { groupId, classKey, value } of groups) {
    const { n = 0, median, rankOf } = standings.get(classKey) ?? {};
    const rank = value === undefined ? undefined : rankOf?.get(value);
    ranks.set(groupId, {
      n,
      ...(median !== undefined && { median }),
      ...(rank !== undefined && { rank }),
    });
  }
  return ranks;
}
