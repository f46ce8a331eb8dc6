import { type InsideCounts, NOBODY_INSIDE } from '@shared/domain/groups/entry.rules';
import type { Group, Membership } from '@shared/domain/groups/group.schema';
import { classesInUse } from '@shared/domain/groups/member-class.rules';
import type { MemberClass } from '@shared/domain/groups/member-class.schema';
import { type Misplacement, misplacementOf } from '@shared/domain/groups/misplacement.rules';
import {
  PLACEMENT_RULES_ID,
  readPlacementRules,
} from '@shared/domain/groups/placement-settings.schema';
import type { Identity } from '@shared/domain/members/member.schema';
import {
  type CodeColumn,
  type PeopleColumns,
  STILL_THERE,
} from '@shared/domain/people/people-columns';
import type { Audit } from '@shared/domain/sop/audit.schema';
import { joinId } from '@shared/lib/record-ids';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import { rowsById } from '../index/rows-by-id';
import type { PeopleService } from '../people/people-service';
import type {
  InsideByGroup,
  Insider,
  InsiderPart,
  MisplacedPart,
  MisplacedRow,
  TraitCount,
} from './group-types';

/** Somebody's stay in a group, as the columns know it. */
type Stay = { row: number; groupId: string; joinedDay: number };

/** Who is inside which group, from the columns that hold everybody; each method is a remote call. */
export class GroupDesk implements ProxyMarked {
  readonly [proxyMarker] = true;

  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly people: Pick<PeopleService, 'columns'>,
  ) {}

  async inside(): Promise<InsideByGroup> {
    const columns = await this.people.columns();
    const counts: InsideByGroup = {};
    eachStay(columns, ({ row, groupId }) => addTo(counts, groupId, identityAt(columns, row)));
    return counts;
  }

  /** The people inside a group, the latest to join first; only those whose name or nickname holds `find`. */
  async insiders(groupId: string, offset: number, limit: number, find = ''): Promise<InsiderPart> {
    const columns = await this.people.columns();
    const stays: Stay[] = [];
    eachStay(columns, (stay) => {
      if (stay.groupId === groupId) stays.push(stay);
    });
    stays.sort((a, b) => b.joinedDay - a.joinedDay || a.row - b.row);
    const wanted = find.trim().toLowerCase();
    if (wanted === '') {
      const rows = await this.lines(columns, stays.slice(offset, offset + limit));
      return { total: stays.length, rows: rows.map(({ insider }) => insider) };
    }
    const found = (await this.lines(columns, stays))
      .map(({ insider }) => insider)
      .filter(({ name, nickname }) => `${name}\n${nickname ?? ''}`.toLowerCase().includes(wanted));
    return { total: found.length, rows: found.slice(offset, offset + limit) };
  }

  /** Groups that each of these people is inside now. */
  async groupsOf(memberIds: string[]): Promise<Record<string, string[]>> {
    const columns = await this.people.columns();
    const found: Record<string, string[]> = {};
    for (const id of memberIds) {
      const row = columns.rowOf(id);
      found[id] = row < 0 ? [] : staysOf(columns, row).map(({ groupId }) => groupId);
    }
    return found;
  }

  /** The memberships that a run brought about and that last. */
  async placedBy(runId: string): Promise<Membership[]> {
    const db = await this.database();
    const audits = (await rowTable(db, 'audits').where('runId').equals(runId).toArray()) as Audit[];
    const groupsOf = await this.groupsOf(audits.map(({ memberId }) => memberId));
    const ids = Object.entries(groupsOf).flatMap(([memberId, groups]) =>
      groups.map((groupId) => joinId(memberId, groupId)),
    );
    const rows = await rowsById(db, 'memberships', ids);
    return [...rows.values()].filter((row) => row.runId === runId && row.leftAt === undefined);
  }

  /** People who are inside a group against the rules, those inside longest first. */
  async misplaced(offset: number, limit: number): Promise<MisplacedPart> {
    const db = await this.database();
    const [columns, { groups, classes, rules }] = await Promise.all([
      this.people.columns(),
      this.world(db),
    ]);
    const counts: InsideByGroup = {};
    eachStay(columns, ({ row, groupId }) => addTo(counts, groupId, identityAt(columns, row)));
    const found: (Stay & { why: Misplacement })[] = [];
    eachStay(columns, (stay) => {
      const group = groups.get(stay.groupId);
      if (!group || group.phase === 'dissolved') return;
      const person = personAt(columns, stay.row);
      const inside = counts[stay.groupId] ?? NOBODY_INSIDE;
      const why = misplacementOf(person, group, inside, classes, rules);
      if (why) found.push({ ...stay, why });
    });
    found.sort((a, b) => a.joinedDay - b.joinedDay || a.row - b.row);
    const byReason: MisplacedPart['byReason'] = {};
    for (const { why } of found) byReason[why.reason] = (byReason[why.reason] ?? 0) + 1;
    const rows: MisplacedRow[] = [];
    for (const { insider, stay } of await this.lines(
      columns,
      found.slice(offset, offset + limit),
    )) {
      rows.push({ ...insider, groupId: stay.groupId, why: stay.why });
    }
    return { total: found.length, byReason, rows };
  }

  /** How many people share identity, channel and region. */
  async traits(): Promise<TraitCount[]> {
    const columns = await this.people.columns();
    const counts = new Map<string, TraitCount>();
    for (let row = 0; row < columns.n; row += 1) {
      if (columns.isHere[row] !== 1) continue;
      const codes = [columns.identity, columns.channel, columns.region].map(({ of }) => of[row]);
      const key = codes.join(' ');
      const known = counts.get(key);
      if (known) known.count += 1;
      else {
        const { identity, channel = '', region = '' } = personAt(columns, row);
        counts.set(key, { identity, channel, region, count: 1 });
      }
    }
    return [...counts.values()].sort((a, b) => b.count - a.count);
  }

  private async world(db: ConsoleDb) {
    const [groups, classes, settings] = await Promise.all([
      rowTable(db, 'groups').toArray() as Promise<unknown> as Promise<Group[]>,
      rowTable(db, 'memberClasses').toArray() as Promise<unknown> as Promise<MemberClass[]>,
      rowTable(db, 'modelSettings').get(PLACEMENT_RULES_ID),
    ]);
    return {
      groups: new Map(groups.map((group) => [group.id, group])),
      classes: classesInUse(classes, 'zh'),
      rules: readPlacementRules((settings as { settings?: unknown } | undefined)?.settings),
    };
  }

  private async lines<S extends Stay>(
    columns: PeopleColumns,
    stays: readonly S[],
  ): Promise<{ insider: Insider; stay: S }[]> {
    const idOf = (stay: Stay) => joinId(columns.idOf(stay.row), stay.groupId);
    const rows = await rowsById(await this.database(), 'memberships', stays.map(idOf));
    return stays.flatMap((stay) => {
      const membership = rows.get(idOf(stay));
      if (!membership) return [];
      const { memberId, identity, channel, region } = personAt(columns, stay.row);
      const insider: Insider = {
        memberId,
        name: columns.text(stay.row, 'name') ?? '',
        ...(membership.nickname !== undefined && { nickname: membership.nickname }),
        identity,
        ...(channel !== undefined && { channel }),
        ...(region !== undefined && { region }),
        role: membership.role,
        joinedAt: membership.joinedAt,
        ...(membership.runId !== undefined && { runId: membership.runId }),
      };
      return [{ insider, stay }];
    });
  }
}

function staysOf({ memberships, groups }: PeopleColumns, row: number): Stay[] {
  const stays: Stay[] = [];
  const end = memberships.end[row] ?? 0;
  for (let at = memberships.start[row] ?? 0; at < end; at += 1) {
    if (memberships.leftDay[at] !== STILL_THERE) continue;
    const groupId = groups[(memberships.group[at] ?? 0) - 1]?.id;
    if (groupId !== undefined)
      stays.push({ row, groupId, joinedDay: memberships.joinedDay[at] ?? 0 });
  }
  return stays;
}

function eachStay(columns: PeopleColumns, visit: (stay: Stay) => void): void {
  for (let row = 0; row < columns.n; row += 1) {
    if (columns.isHere[row] === 1) for (const stay of staysOf(columns, row)) visit(stay);
  }
}

function addTo(counts: Record<string, InsideCounts>, groupId: string, identity: Identity): void {
  const before = counts[groupId] ?? NOBODY_INSIDE;
  counts[groupId] = { ...before, [identity]: before[identity] + 1 };
}

const valueAt = ({ values, of }: CodeColumn, row: number): string | undefined =>
  values[(of[row] ?? 0) - 1];

const identityAt = (columns: PeopleColumns, row: number): Identity =>
  (valueAt(columns.identity, row) ?? 'unknown') as Identity;

function personAt(columns: PeopleColumns, row: number) {
  return {
    memberId: columns.idOf(row),
    identity: identityAt(columns, row),
    channel: valueAt(columns.channel, row) || undefined,
    region: valueAt(columns.region, row) || undefined,
  };
}
