import { MEMBERSHIP_ROLES } from '@shared/domain/groups/group.schema';
import type { Koc } from '@shared/domain/koc/koc.schema';
import type { Identity } from '@shared/domain/members/member.schema';
import {
  type CodeColumn,
  type PeopleColumns,
  type Slices,
  STILL_THERE,
} from '@shared/domain/people/people-columns';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { joinId } from '@shared/lib/record-ids';
import { dayNumber, dayOf, dayOfNumber } from '@shared/lib/time';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import { rowsById } from '../index/rows-by-id';
import type { PeopleService } from '../people/people-service';
import type { TransferPeople, TransferPerson, TransferQuestion } from './transfer-types';

/** Written down by the house about somebody, not done by them. */
const NOT_AN_ACT = new Set(['join', 'leave', 'note']);

type Span = { fromDay: number; toDay: number };

/** Who of a group did how much, for a transfer plan; each method is a remote call. */
export class TransferDesk implements ProxyMarked {
  readonly [proxyMarker] = true;

  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly people: Pick<PeopleService, 'columns'>,
  ) {}

  /**
   * Orders count wherever they were placed; what somebody did counts when it is filed under this
   * group or under none. People who are gone from the roster are left out.
   */
  async facts({ groupId, weeks, nowMs, memberIds }: TransferQuestion): Promise<TransferPeople> {
    const db = await this.database();
    const [columns, workspace, kocs] = await Promise.all([
      this.people.columns(),
      rowTable(db, 'workspace').get('workspace'),
      rowTable(db, 'kocs').toArray() as Promise<unknown> as Promise<Koc[]>,
    ]);
    const zone = String(workspace?.timeZone ?? DEFAULT_TIME_ZONE);
    const toDay = dayNumber(dayOf(nowMs, zone));
    const span = { fromDay: toDay - weeks * 7 + 1, toDay };
    const group = columns.groups.findIndex(({ id }) => id === groupId) + 1;
    const rows = memberIds
      ? memberIds.map((id) => columns.rowOf(id)).filter((row) => row >= 0)
      : insidersOf(columns, group);
    const here = rows.filter((row) => columns.isHere[row] === 1);
    const ids = here.map((row) => joinId(columns.idOf(row), groupId));
    const memberships = await rowsById(db, 'memberships', ids);
    const isKoc = new Set(kocs.filter(({ state }) => state !== 'dropped').map(({ id }) => id));
    return {
      fromDay: dayOfNumber(span.fromDay),
      toDay: dayOfNumber(span.toDay),
      hasOrders: hasAny(columns, columns.orders, span),
      hasInteractions: hasAny(columns, columns.interactions, span),
      people: here.map((row): TransferPerson => {
        const memberId = columns.idOf(row);
        const role = roleIn(columns, row, group);
        const [channel, region] = [valueAt(columns.channel, row), valueAt(columns.region, row)];
        const nickname =
          memberships.get(joinId(memberId, groupId))?.nickname ||
          columns.text(row, 'groupNickname');
        return {
          memberId,
          name: columns.text(row, 'name') ?? '',
          ...(nickname && { nickname }),
          identity: (valueAt(columns.identity, row) ?? 'unknown') as Identity,
          ...(channel && { channel }),
          ...(region && { region }),
          role: role === 'ordinary' && isKoc.has(memberId) ? 'koc' : role,
          insideGroupIds: groupsNow(columns, row),
          ...done(columns, row, group, span),
        };
      }),
    };
  }
}

function done(columns: PeopleColumns, row: number, ofGroup: number, span: Span) {
  const { orders, interactions } = columns;
  const sums = { orders: 0, netFen: 0, interactions: 0 };
  eachWithin(orders, row, span, (slot) => {
    sums.orders += 1;
    sums.netFen += (orders.amountFen[slot] ?? 0) - (orders.refundFen[slot] ?? 0);
  });
  eachWithin(interactions, row, span, (slot) => {
    const group = interactions.group[slot] ?? 0;
    if (group !== 0 && group !== ofGroup) return;
    const kind = interactions.kinds[interactions.kind[slot] ?? 0] ?? 'note';
    if (!NOT_AN_ACT.has(kind)) sums.interactions += 1;
  });
  return sums;
}

function eachWithin(
  facts: Slices & { day: Int32Array },
  row: number,
  { fromDay, toDay }: Span,
  visit: (slot: number) => void,
): void {
  const end = facts.end[row] ?? 0;
  for (let slot = facts.start[row] ?? 0; slot < end; slot += 1) {
    const day = facts.day[slot] ?? 0;
    if (day >= fromDay && day <= toDay) visit(slot);
  }
}

function hasAny(columns: PeopleColumns, facts: Slices & { day: Int32Array }, span: Span): boolean {
  for (let row = 0; row < columns.n; row += 1) {
    if (columns.isHere[row] !== 1) continue;
    const end = facts.end[row] ?? 0;
    for (let slot = facts.start[row] ?? 0; slot < end; slot += 1) {
      const day = facts.day[slot] ?? 0;
      if (day >= span.fromDay && day <= span.toDay) return true;
    }
  }
  return false;
}

function insidersOf(columns: PeopleColumns, group: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < columns.n; row += 1) {
    if (columns.isHere[row] === 1 && slotIn(columns, row, group) >= 0) rows.push(row);
  }
  return rows;
}

/** The stay of a person in a group that lasts, −1 without one. */
function slotIn({ memberships }: PeopleColumns, row: number, group: number): number {
  const end = memberships.end[row] ?? 0;
  for (let slot = memberships.start[row] ?? 0; slot < end; slot += 1) {
    if (memberships.group[slot] === group && memberships.leftDay[slot] === STILL_THERE) return slot;
  }
  return -1;
}

function roleIn(columns: PeopleColumns, row: number, group: number): TransferPerson['role'] {
  const slot = slotIn(columns, row, group);
  return MEMBERSHIP_ROLES[slot < 0 ? 0 : (columns.memberships.role[slot] ?? 0)] ?? 'ordinary';
}

function groupsNow({ memberships, groups }: PeopleColumns, row: number): string[] {
  const found: string[] = [];
  const end = memberships.end[row] ?? 0;
  for (let slot = memberships.start[row] ?? 0; slot < end; slot += 1) {
    const id = groups[(memberships.group[slot] ?? 0) - 1]?.id;
    if (memberships.leftDay[slot] === STILL_THERE && id !== undefined) found.push(id);
  }
  return found;
}

const valueAt = ({ values, of }: CodeColumn, row: number): string | undefined =>
  values[(of[row] ?? 0) - 1] || undefined;
