import type { Membership } from '@shared/domain/groups/group.schema';
import type { Identity } from '@shared/domain/members/member.schema';
import {
  type CodeColumn,
  type PeopleColumns,
  STILL_THERE,
} from '@shared/domain/people/people-columns';
import { joinId } from '@shared/lib/record-ids';
import type { ConsoleDb } from '@/db/db';
import { rowsById } from '../index/rows-by-id';

/** Everybody who is or was in the group. */
export async function placesOf(
  db: ConsoleDb,
  columns: PeopleColumns,
  groupId: string,
): Promise<Membership[]> {
  const { memberships, groups } = columns;
  const code = groups.findIndex(({ id }) => id === groupId) + 1;
  if (code === 0) return [];
  const ids: string[] = [];
  for (let row = 0; row < columns.n; row += 1) {
    if (columns.isHere[row] !== 1) continue;
    const end = memberships.end[row] ?? 0;
    for (let at = memberships.start[row] ?? 0; at < end; at += 1) {
      if (memberships.group[at] === code) ids.push(joinId(columns.idOf(row), groupId));
    }
  }
  return [...(await rowsById(db, 'memberships', ids)).values()];
}

/** Calls with everybody's lasting stays in running groups. */
export function eachPerson(
  columns: PeopleColumns,
  isRunning: (groupId: string) => boolean,
  visit: (row: number, groupIds: string[]) => void,
): void {
  const { memberships, groups } = columns;
  const running = groups.map(({ id }) => isRunning(id));
  for (let row = 0; row < columns.n; row += 1) {
    if (columns.isHere[row] !== 1) continue;
    const found: string[] = [];
    const end = memberships.end[row] ?? 0;
    for (let at = memberships.start[row] ?? 0; at < end; at += 1) {
      const code = (memberships.group[at] ?? 0) - 1;
      const id = groups[code]?.id;
      if (memberships.leftDay[at] === STILL_THERE && running[code] && id !== undefined) {
        found.push(id);
      }
    }
    visit(row, found);
  }
}

const valueAt = ({ values, of }: CodeColumn, row: number): string | undefined =>
  values[(of[row] ?? 0) - 1] || undefined;

/** Who somebody is to the rules of placement. */
export function personAt(columns: PeopleColumns, row: number) {
  return {
    memberId: columns.idOf(row),
    identity: (valueAt(columns.identity, row) ?? 'unknown') as Identity,
    channel: valueAt(columns.channel, row),
    region: valueAt(columns.region, row),
  };
}
