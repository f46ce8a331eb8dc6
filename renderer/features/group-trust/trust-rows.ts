import { middleOf } from '@shared/domain/group-life/activity.rules';
import { type ClassRank, rankInClass } from '@shared/domain/group-life/class-rank.rules';
import { type FigureTable, figuresAt, periodsOfKind } from '@shared/domain/group-life/figure-table';
import {
  type GroupLifeSettings,
  TRUST_AREAS,
  type TrustArea,
} from '@shared/domain/group-life/life-settings.schema';
import { trustOf } from '@shared/domain/group-life/trust.rules';
import {
  indexTenths,
  type TrustWeek,
  trustWeeks,
} from '@shared/domain/group-life/trust-lines.rules';
import type { Group } from '@shared/domain/groups/group.schema';

/** One group of a class in the chosen week. */
export type TrustRow = {
  group: Group;
  tenths: number | undefined;
  /** Against the week before; absent where either has no data. */
  changeTenths: number | undefined;
  areas: Record<TrustArea, number | undefined>;
  knownParts: number;
  rank: ClassRank | undefined;
  /** All weeks, reckoned when a row comes into view: five hundred groups have thousands. */
  weeks: () => TrustWeek[];
};

export type RowSort = { id: 'group' | 'index' | 'change' | TrustArea; direction: 'asc' | 'desc' };

type Trust = GroupLifeSettings['trust'];

/** The groups of one class in the week that begins on `monday`, in no order yet. */
export function trustRows(
  groups: readonly Group[],
  table: FigureTable,
  settings: Trust,
  monday: string,
): TrustRow[] {
  const places = new Map(table.groupIds.map((id, at) => [id, at]));
  const weeks = periodsOfKind(table, 'week');
  const at = weeks.findIndex((period) => table.periods[period]?.from === monday);
  const trustAt = (place: number | undefined, week: number | undefined) =>
    place === undefined || week === undefined
      ? undefined
      : trustOf(figuresAt(table, place, week), settings);
  const rows = groups.map((group) => {
    const place = places.get(group.id);
    const trust = trustAt(place, weeks[at]);
    const before = trustAt(place, weeks[at - 1]);
    const tenths = trust && indexTenths(trust);
    const was = before && indexTenths(before);
    const scores = TRUST_AREAS.map((area) => [
      area,
      trust?.areas.find((it) => it.area === area)?.score.score,
    ]);
    let own: TrustWeek[] | undefined;
    return {
      group,
      tenths,
      changeTenths: tenths === undefined || was === undefined ? undefined : tenths - was,
      areas: Object.fromEntries(scores) as TrustRow['areas'],
      knownParts: trust?.leaves.length ?? 0,
      weeks: () => {
        own ??= place === undefined ? [] : trustWeeks(table, place, settings);
        return own;
      },
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
  const byName = (a: TrustRow, b: TrustRow) =>
    a.group.name.localeCompare(b.group.name, 'zh-CN', { numeric: true });
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

/** The last whole week in which any of these groups has data, else the running one. */
export function startWeek(
  groupIds: ReadonlySet<string>,
  table: FigureTable,
  settings: Trust,
): string | undefined {
  const weeks = periodsOfKind(table, 'week');
  const places = table.groupIds.flatMap((id, at) => (groupIds.has(id) ? [at] : []));
  const isKnown = (week: number) =>
    places.some((place) => trustOf(figuresAt(table, place, week), settings).index !== undefined);
  const isWhole = (week: number) => table.periods[week]?.days === 7;
  const found = [...weeks].reverse().find((week) => isWhole(week) && isKnown(week));
  const at = found ?? weeks.at(-1);
  return at === undefined ? undefined : table.periods[at]?.from;
}

export const medianTenths = (rows: readonly TrustRow[]): number | undefined =>
  middleOf(rows.flatMap(({ tenths }) => (tenths === undefined ? [] : [tenths])));
