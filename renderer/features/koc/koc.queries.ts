import type { FriendAction } from '@shared/domain/group-life/group-day.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import type { Koc, KocIncentive } from '@shared/domain/koc/koc.schema';
import { joinId } from '@shared/lib/record-ids';
import { readDb } from '@/db/read';

export type Pool = { kocs: Koc[]; incentives: KocIncentive[] };

export async function readPool(): Promise<Pool> {
  const [kocs, incentives] = await Promise.all([
    readDb.rows('kocs').all(),
    readDb.rows('kocIncentives').all(),
  ]);
  return { kocs, incentives };
}

/** Groups that are not dissolved, by name. */
export async function readOpenGroups(): Promise<Group[]> {
  const groups = await readDb.rows('groups').all();
  return groups
    .filter(({ phase }) => phase !== 'dissolved')
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));
}

/** Newest first: promised, then given or not. */
export async function readIncentives(memberId: string): Promise<KocIncentive[]> {
  const rows = await readDb.rows('kocIncentives').by('memberId', memberId);
  return rows.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** The latest day first, planned ones before. */
export async function readFriendActions(groupId: string | undefined): Promise<FriendAction[]> {
  const store = readDb.rows('friendActions');
  const rows = await (groupId === undefined ? store.all() : store.by('groupId', groupId));
  return rows.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? 1 : -1));
}

export type Place = { memberId: string; groupId: string };

/** How people are called where they are: by the nickname of the group, of the roster, or their name. */
export async function readCallNames(places: readonly Place[]): Promise<Map<string, string>> {
  const ids = places.map(({ memberId, groupId }) => joinId(memberId, groupId));
  const [stays, members] = await Promise.all([
    readDb.pagedGetMany('memberships', ids),
    readDb.pagedGetMany(
      'members',
      places.map(({ memberId }) => memberId),
    ),
  ]);
  return new Map(
    ids.flatMap((id, at) => {
      const member = members[at];
      const called = stays[at]?.nickname || member?.groupNickname || member?.name;
      return called ? [[id, called] as const] : [];
    }),
  );
}
