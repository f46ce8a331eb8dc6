import type {
  RosterListColumnKey,
  RosterPersonColumnKey,
} from '@shared/domain/export/columns/group-columns';
import type { RosterList } from '@shared/domain/group-life/roster-list.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf, startOfDay } from '@shared/lib/time';
import {
  type ExportListDefinition,
  type ListSource,
  rowCells,
  type SourceContext,
  whoCells,
  wordOf,
} from './list-source';

const NOON_MS = 12 * 3_600_000;

/** The lists that are meant, by group and the newest first. */
function listsOf({ stored, scope }: SourceContext): RosterList[] {
  const { groupId, listId } = scope.roster ?? {};
  return (stored.rows('rosterLists') as RosterList[])
    .filter((list) => groupId === undefined || list.groupId === groupId)
    .filter((list) => listId === undefined || list.id === listId)
    .sort(
      (a, b) =>
        (a.groupId === b.groupId ? 0 : a.groupId < b.groupId ? -1 : 1) ||
        (a.day === b.day ? b.at - a.at : a.day < b.day ? 1 : -1),
    );
}

const groupNames = ({ stored }: SourceContext) =>
  new Map((stored.rows('groups') as Group[]).map(({ id, name }) => [id, name]));

function rosterSource(context: SourceContext): ListSource<RosterListColumnKey> {
  const groups = groupNames(context);
  return rowCells(listsOf(context), {
    group: (list) => groups.get(list.groupId),
    day: (list) => list.day,
    total: (list) => list.total,
    joined: (list) => list.joinedIds.length,
    left: (list) => list.leftIds.length,
    stayed: (list) => list.stayed,
    unknown: (list) => list.unknown.length,
    violators: (list) => list.violatorIds.length,
    by: (list) => list.by,
    note: (list) => list.note,
  });
}

type Line = {
  list: RosterList;
  state: 'joined' | 'left' | 'stayed' | 'unknown';
  memberId?: string;
  nickname?: string | undefined;
};

type Place = { memberId: string; joinedAt: number; leftAt?: number; nickname?: string };

/** When the list counts: as it was saved on its day, else that day's noon. */
const momentOf = ({ day, at }: RosterList): number =>
  dayOf(at, DEFAULT_TIME_ZONE) === day ? at : startOfDay(day, DEFAULT_TIME_ZONE) + NOON_MS;

/** Who stayed is not kept in a list: it is who was inside at that moment and had not just come. */
function linesOf(list: RosterList, places: readonly Place[]): Line[] {
  const nicknames = new Map(places.map(({ memberId, nickname }) => [memberId, nickname]));
  const line = (state: Line['state'], memberId: string): Line => ({
    list,
    state,
    memberId,
    nickname: nicknames.get(memberId),
  });
  const joined = new Set(list.joinedIds);
  const moment = momentOf(list);
  const stayed = places.filter(
    ({ memberId, joinedAt, leftAt = Number.POSITIVE_INFINITY }) =>
      joinedAt <= moment && leftAt > moment && !joined.has(memberId),
  );
  return [
    ...list.joinedIds.map((id) => line('joined', id)),
    ...list.leftIds.map((id) => line('left', id)),
    ...stayed.map(({ memberId }) => line('stayed', memberId)),
    ...list.unknown.map((nickname): Line => ({ list, state: 'unknown', nickname })),
  ];
}

function placesByGroup({ stored }: SourceContext, groupIds: ReadonlySet<string>) {
  const memberships = stored.packed('memberships');
  const [groupId, memberId, nickname] = [
    memberships.text('groupId'),
    memberships.text('memberId'),
    memberships.text('nickname'),
  ];
  const [joinedAt, leftAt] = [memberships.number('joinedAt'), memberships.number('leftAt')];
  const places = new Map<string, Place[]>();
  for (let row = 0; row < memberships.count; row += 1) {
    const group = groupId(row) ?? '';
    if (!groupIds.has(group)) continue;
    const [left, called] = [leftAt(row), nickname(row)];
    const place: Place = {
      memberId: memberId(row) ?? '',
      joinedAt: joinedAt(row) ?? 0,
      ...(left !== undefined && { leftAt: left }),
      ...(called !== undefined && { nickname: called }),
    };
    const own = places.get(group);
    if (own) own.push(place);
    else places.set(group, [place]);
  }
  return places;
}

function peopleSource(context: SourceContext): ListSource<RosterPersonColumnKey> {
  const groups = groupNames(context);
  const lists = listsOf(context);
  const places = placesByGroup(context, new Set(lists.map(({ groupId }) => groupId)));
  const lines = lists.flatMap((list) => linesOf(list, places.get(list.groupId) ?? []));
  const who = whoCells(context.stored.packed('members'), (item) => lines[item]?.memberId);
  const plain = rowCells(lines, {
    group: ({ list }) => groups.get(list.groupId),
    day: ({ list }) => list.day,
    nickname: ({ nickname }) => nickname,
    state: ({ state }) => wordOf(context, 'rosterState', state),
    nicknameOff: ({ list, memberId }) =>
      memberId !== undefined && list.violatorIds.includes(memberId)
        ? wordOf(context, 'rosterState', 'nicknameOff')
        : undefined,
  });
  return { count: plain.count, cells: { ...plain.cells, ...who } };
}

export const rosterListsList: ExportListDefinition = {
  needs: () => ({ whole: ['rosterLists', 'groups'] }),
  source: rosterSource,
};
export const rosterPeopleList: ExportListDefinition = {
  needs: () => ({ whole: ['rosterLists', 'groups', 'memberships'], hot: ['members'] }),
  source: peopleSource,
};
