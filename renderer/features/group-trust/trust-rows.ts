import { middleOf } from '@shared/domain/group-life/activity.rules';
import { type ClassRank, rankInClass } from '@shared/domain/group-life/class-rank.rules';
import type { FigureTable } from '@shared/domain/group-life/figure-table';
import {
  type GroupLifeSettings,
  TRUST_AREAS,
  type TrustArea,
} from '@shared/domain/group-life/life-settings.schema';
import {
  indexTenths,
  type TrustWeek,
  trustLines,
  trustWeeks,
} from '@shared/domain/group-life/trust-lines.rules';
import type { Group } from '@shared/domain/groups/group.schema';

/** One group of a class in the chosen week. */
export type TrustRow = {
  group: Group;
  weeks: TrustWeek[];
  tenths: number | undefined;
  /** Against the week before; absent where either has no data. */
  changeTenths: number | undefined;
  areas: Record<TrustArea, number | undefined>;
  knownParts: number;
  rank: ClassRank | undefined;
};

export type RowSort = { id: 'group' | 'index' | 'change' | TrustArea; direction: 'asc' | 'desc' };

/** The groups of one class in the week that begins on `monday`, in no order yet. */
export function trustRows(
  groups: readonly Group[],
  table: FigureTable,
  settings: GroupLifeSettings['trust'],
  monday: string,
): TrustRow[] {
  const places = new Map(table.groupIds.map((id, at) => [id, at]));
  const rows = groups.map((group) => {
    const place = places.get(group.id);
    const weeks = place === undefined ? [] : trustWeeks(table, place, settings);
    const at = weeks.findIndex(({ period }) => period.from === monday);
    const trust = weeks[at]?.trust;
    const tenths = trust && indexTenths(trust);
    const before = weeks[at - 1];
    const was = before && indexTenths(before.trust);
    const scores = TRUST_AREAS.map((area) => [
      area,
      trust?.areas.find((it) => it.area === area)?.score.score,
    ]);
    return {
      group,
      weeks,
      tenths,
      changeTenths: tenths === undefined || was === undefined ? undefined : tenths - was,
      areas: Object.fromEntries(scores) as TrustRow['areas'],
      knownParts: trust
        ? trustLines(trust).filter(({ pointsTenths }) => pointsTenths !== undefined).length
        : 0,
    };
  });
  // Equal as shown is equal in rank.
  const ranks = rankInClass(
    rows.map(({ group, tenths }) => ({ groupId: group.id, classKey: '', value: tenths })),
  );
  return rows.map((row) => ({ ...row, rank: ranks.get(row.group.id) }));
}

/** Those without data always last. */
export function sortedRows(rows: readonly TrustRow[], { id, direction }: RowSort): TrustRow[] {
  const sign = direction === 'asc' ? 1 : -1;
  const byName = (a: TrustRow, b: TrustRow) => a.group.name.localeCompare(b.group.name, 'zh-CN');
  if (id === 'group') return [...rows].sort((a, b) => sign * byName(a, b));
  const figureOf = (row: TrustRow) =>
    id === 'index' ? row.tenths : id === 'change' ? row.changeTenths : row.areas[id];
  return [...rows].sort((a, b) => {
    const [one, other] = [figureOf(a), figureOf(b)];
    if (one === undefined || other === undefined) {
      return Number(one === undefined) - Number(other === undefined) || byName(a, b);
    }
    return sign * (one - other) || byName(a, b);
  });
}

/** The last whole week in which any of them has data, else the running one. */
export function startWeek(rowsOfWeeks: readonly TrustWeek[][]): string | undefined {
  const weeks = rowsOfWeeks[0] ?? [];
  const isKnown = (monday: string) =>
    rowsOfWeeks.some((own) =>
      own.some(({ period, trust }) => period.from === monday && trust.index !== undefined),
    );
  const known = weeks.map(({ period }) => period).filter(({ from }) => isKnown(from));
  return (known.filter(({ days }) => days === 7).pop() ?? known.pop() ?? weeks.at(-1)?.period)
    ?.from;
}

export const medianTenths = (rows: readonly TrustRow[]): number | undefined =>
  middleOf(rows.flatMap(({ tenths }) => (tenths === undefined ? [] : [tenths])));
