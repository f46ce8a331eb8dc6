import type { CodeColumn, PeopleScores } from '@shared/domain/people/people-columns';

/** Rows changed before and rows changed since. */
export function joinRows(
  before: Set<number> | 'all',
  more: ReadonlySet<number> | 'all',
): Set<number> | 'all' {
  if (before === 'all' || more === 'all') return 'all';
  for (const row of more) before.add(row);
  return before;
}

/** Whose scores differ, for the kinds that were known before; `all` when a kind is new. */
export function changedScores(
  before: PeopleScores,
  now: PeopleScores,
  n: number,
): Set<number> | 'all' {
  const rows = new Set<number>();
  for (const kind of Object.keys(now) as (keyof PeopleScores)[]) {
    if (before[kind] === now[kind]) continue;
    if (before[kind] === undefined || now[kind] === undefined) return 'all';
  }
  const compare = (a: ArrayLike<number> | undefined, b: ArrayLike<number> | undefined) => {
    if (!a || !b || a === b) return;
    for (let row = 0; row < n; row += 1) if (!Object.is(a[row], b[row])) rows.add(row);
  };
  const compareCodes = (a: CodeColumn | undefined, b: CodeColumn | undefined) => {
    if (!a || !b || a === b) return;
    for (let row = 0; row < n; row += 1) {
      const [x, y] = [a.of[row] ?? 0, b.of[row] ?? 0];
      if (x !== y || a.values[x - 1] !== b.values[y - 1]) rows.add(row);
    }
  };
  for (const part of ['r', 'f', 'm'] as const) compare(before.rfm?.[part], now.rfm?.[part]);
  for (const part of ['frequency', 'orderValue', 'category'] as const) {
    compareCodes(before.persona?.[part], now.persona?.[part]);
  }
  compareCodes(before.quadrant, now.quadrant);
  compareCodes(before.level, now.level);
  compare(before.ltvFen, now.ltvFen);
  return rows;
}
