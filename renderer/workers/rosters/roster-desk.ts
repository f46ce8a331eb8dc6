import { templateInUse } from '@shared/domain/group-life/roster/nickname-template.rules';
import { parseRosterText } from '@shared/domain/group-life/roster/roster-parse.rules';
import { planRosterList } from '@shared/domain/group-life/roster/roster-plan.rules';
import type { RosterList } from '@shared/domain/group-life/roster-list.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import { classesInUse } from '@shared/domain/groups/member-class.rules';
import type { MemberClass } from '@shared/domain/groups/member-class.schema';
import {
  PLACEMENT_RULES_ID,
  readPlacementRules,
} from '@shared/domain/groups/placement-settings.schema';
import { cellText } from '@shared/domain/import/cells/text-cell';
import { rowCells } from '@shared/domain/import/sheet';
import type { PeopleColumns } from '@shared/domain/people/people-columns';
import type { EntityName } from '@shared/domain/registry';
import type { Workspace } from '@shared/domain/workspace/workspace.schema';
import { ExpectedError } from '@shared/lib/errors';
import type { Op } from '@shared/sync/op';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import type { ListService } from '../index/list-service';
import type { PeopleService } from '../people/people-service';
import { findOverlaps, overlapPart } from './overlaps';
import { RosterPeople } from './roster-people';
import { personAt, placesOf } from './roster-places';
import type {
  OverlapPart,
  RosterFace,
  RosterInside,
  RosterQuestion,
  RosterView,
} from './roster-types';

/** The index of everybody is given back when nobody has asked for so long. */
const IDLE_MS = 5 * 60_000;

/** The data worker's counter for member lists of groups; nothing is written here. */
export class RosterDesk implements ProxyMarked {
  readonly [proxyMarker] = true;
  private readonly roster: RosterPeople;
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly people: Pick<PeopleService, 'columns'>,
    private readonly lists: Pick<ListService, 'interactionFacts'>,
  ) {
    this.roster = new RosterPeople(database);
  }

  onCommit(op: Op, entities: readonly EntityName[]): void {
    this.roster.onCommit(op, entities);
  }

  /** Begins to learn everybody's names while the list is still being pasted. */
  async warm(): Promise<void> {
    this.touch();
    await this.roster.ready();
  }

  /** A list in a file as the text that one would have pasted: its first sheet with anything in it. */
  async read(file: File): Promise<string> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { readInWorker } = await import('../import/reader/read-in-worker');
    const { sheets } = await readInWorker(bytes, file.name, new AbortController().signal);
    const sheet = sheets.find(({ rowCount }) => rowCount > 0);
    if (!sheet) return '';
    const lines = Array.from({ length: sheet.rowCount }, (_, row) =>
      rowCells(sheet, row)
        .map((cell) => cellText(cell).replace(/[\t\r\n]+/g, ' '))
        .join('\t')
        .trimEnd(),
    );
    return lines.filter((line) => line.trim() !== '').join('\n');
  }

  /** What a list says of a group. */
  async plan({ groupId, day, text, decisions }: RosterQuestion): Promise<RosterView> {
    this.touch();
    const db = await this.database();
    const [columns, index, world] = await Promise.all([
      this.people.columns(),
      this.roster.ready(),
      this.world(db),
    ]);
    const group = world.groups.get(groupId);
    if (!group) throw new ExpectedError('group-not-found');
    const [places, newest] = await Promise.all([
      placesOf(db, columns, groupId),
      newestList(db, groupId),
    ]);
    const list = parseRosterText(text);
    const plan = planRosterList(
      list,
      {
        group,
        groups: [...world.groups.values()],
        index,
        identityOf: (memberId) => identityOf(columns, memberId),
        places,
        classes: world.classes,
        rules: world.rules,
        template: templateOf(group, world.workspace),
        regions: regionsOf(columns, world),
        day,
        lastDay: newest?.day,
        lastUnknown: newest?.unknown,
      },
      new Map(decisions),
    );
    const named = [
      ...plan.joined.map(({ memberId }) => memberId),
      ...plan.stayed.map(({ memberId }) => memberId),
      ...plan.left,
      ...plan.undecided.flatMap(({ candidates }) => candidates.map(({ memberId }) => memberId)),
    ];
    const faces: Record<string, RosterFace> = {};
    for (const memberId of named) {
      const { name = '', phone, region, groupNickname } = index.byId.get(memberId) ?? {};
      faces[memberId] = {
        name,
        ...(phone && { phone }),
        ...(region && { region }),
        ...(groupNickname && { groupNickname }),
      };
    }
    return {
      plan,
      faces,
      skipped: list.skipped,
      ...(list.title && { title: list.title }),
      inside: places.filter(({ leftAt }) => leftAt === undefined).length,
      ...(newest && { lastDay: newest.day }),
    };
  }

  /** Who is inside a group by the name they bear there, those who came first first. */
  async inside(groupId: string): Promise<RosterInside> {
    const db = await this.database();
    const [columns, world] = await Promise.all([this.people.columns(), this.world(db)]);
    const places = await placesOf(db, columns, groupId);
    const people = places.flatMap(({ memberId, role, joinedAt, leftAt, nickname }) => {
      const row = columns.rowOf(memberId);
      if (leftAt !== undefined || row < 0) return [];
      const { region } = personAt(columns, row);
      const name = columns.text(row, 'name') ?? '';
      const more = { ...(nickname && { nickname }), ...(region && { region }) };
      return [{ memberId, name, role, joinedAt, ...more }];
    });
    people.sort((a, b) => a.joinedAt - b.joinedAt || (a.memberId < b.memberId ? -1 : 1));
    return { people, regions: regionsOf(columns, world) };
  }

  /** People in several running groups at once, the most groups first. */
  async overlaps(offset: number, limit: number, nowMs: number): Promise<OverlapPart> {
    const db = await this.database();
    const [columns, world, interactions] = await Promise.all([
      this.people.columns(),
      this.world(db),
      this.lists.interactionFacts(),
    ]);
    const found = findOverlaps(columns, world);
    return overlapPart(db, columns, found, world, interactions, { offset, limit, nowMs });
  }

  private async world(db: ConsoleDb) {
    const [groups, classes, settings, workspace] = await Promise.all([
      rowTable(db, 'groups').toArray() as Promise<unknown> as Promise<Group[]>,
      rowTable(db, 'memberClasses').toArray() as Promise<unknown> as Promise<MemberClass[]>,
      rowTable(db, 'modelSettings').get(PLACEMENT_RULES_ID),
      rowTable(db, 'workspace').get('workspace') as Promise<unknown> as Promise<
        Workspace | undefined
      >,
    ]);
    return {
      groups: new Map(groups.map((group) => [group.id, group])),
      classes: classesInUse(classes, 'zh'),
      rules: readPlacementRules((settings as { settings?: unknown } | undefined)?.settings),
      workspace,
    };
  }

  private touch(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.roster.forget(), IDLE_MS);
  }
}

async function newestList(db: ConsoleDb, groupId: string): Promise<RosterList | undefined> {
  const rows = await rowTable(db, 'rosterLists').where('groupId').equals(groupId).toArray();
  const lists = rows as unknown as RosterList[];
  return lists.sort((a, b) => (a.day === b.day ? b.at - a.at : a.day < b.day ? 1 : -1))[0];
}

const templateOf = (group: Group, workspace: Workspace | undefined): string =>
  templateInUse(group, workspace?.nicknameTemplate).template;

function identityOf(columns: PeopleColumns, memberId: string) {
  const row = columns.rowOf(memberId);
  if (row < 0) return { identity: 'unknown' as const };
  const { identity, channel, region } = personAt(columns, row);
  return { identity, ...(channel && { channel }), ...(region && { region }) };
}

/** With fewer regions on record than this, any place counts: a first list would be all wrong. */
const FEWEST_REGIONS = 3;

/** Regions of members, groups and classes, and those that the leader let count. */
function regionsOf(
  columns: PeopleColumns,
  {
    groups,
    classes,
    workspace,
  }: {
    groups: ReadonlyMap<string, Group>;
    classes: readonly MemberClass[];
    workspace: Workspace | undefined;
  },
): string[] {
  const regions = new Set([
    ...columns.region.values,
    ...[...groups.values()].flatMap(({ region }) => region ?? []),
    ...classes.flatMap((it) => it.regions),
    ...(workspace?.nicknameRegions ?? []),
  ]);
  regions.delete('');
  return regions.size < FEWEST_REGIONS ? [] : [...regions].sort();
}
