import type { ContentColumn, ContentItem } from '@shared/domain/calendar/content.schema';
import type { ContentResult } from '@shared/domain/calendar/content-result.schema';
import type { ContentSend } from '@shared/domain/calendar/send.schema';
import {
  ADHERENCE_TAIL_DAYS,
  type PlannedSend,
  plannedSends,
} from '@shared/domain/calendar/send-adherence.rules';
import { ALL_GROUPS } from '@shared/domain/calendar/send-targets.rules';
import { SLOT_SETTINGS_ID } from '@shared/domain/calendar/slot-defaults';
import { readSlotSettings } from '@shared/domain/calendar/slot-settings.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import type { EntityName } from '@shared/domain/registry';
import { addDays, dayNumber, startOfDay } from '@shared/lib/time';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import { LifeCells } from './life-cells';
import type { LifeSpan } from './life-span';
import type { ContentLine } from './life-types';

const FIGURES = [
  'planned',
  'inSlot',
  'late',
  'notSent',
  'cadenceDue',
  'cadenceMet',
  'reach',
  'opens',
  'participants',
] as const;
export type SendCells = LifeCells<(typeof FIGURES)[number]>;

export type SendWorld = {
  units: PlannedSend[];
  items: Map<string, ContentItem>;
  columns: ContentColumn[];
  /** Reports by item, and by group within; `''` for those of all groups together. */
  results: Map<string, Map<string, ContentResult[]>>;
};

/** What was planned for these groups over the span, what became of it, and what was reported. */
export async function readSends(
  db: ConsoleDb,
  groups: readonly Group[],
  { zone, from, today, nowMs }: LifeSpan,
): Promise<SendWorld> {
  const [lo, hi] = [addDays(from, -ADHERENCE_TAIL_DAYS), addDays(today, ADHERENCE_TAIL_DAYS)];
  const [items, sends, columns, results, slots] = await Promise.all([
    between<ContentItem>(db, 'contentItems', 'date', lo, hi),
    between<ContentSend>(db, 'contentSends', 'day', lo, hi),
    rowTable(db, 'contentColumns').toArray(),
    between<ContentResult>(db, 'contentResults', 'day', lo, hi),
    rowTable(db, 'modelSettings').get(SLOT_SETTINGS_ID),
  ]);
  const settings = readSlotSettings((slots as { settings?: unknown } | undefined)?.settings);
  const units = plannedSends({ items, groups, sends, nowMs, clock: { settings, zone } });
  return {
    units: units.filter(({ day }) => day >= from && day <= today),
    items: new Map(items.map((item) => [item.id, item])),
    columns: columns as unknown as ContentColumn[],
    results: resultsByItem(results),
  };
}

/** Sendings, cadence and reports by group and stretch. A piece to all groups at once counts in each. */
export function tallySends(
  world: SendWorld,
  groups: readonly Group[],
  places: ReadonlyMap<string, number>,
  span: LifeSpan,
): SendCells {
  const cells: SendCells = new LifeCells(FIGURES, places, span);
  const sentByColumn = new Map<string, number>();
  for (const unit of world.units) {
    const day = dayNumber(unit.day);
    for (const groupId of groupsOf(unit, groups, span.zone)) {
      const group = places.get(groupId);
      if (group === undefined) continue;
      cells.addOn(day, 'planned', group, 1);
      cells.addOn(day, 'inSlot', group, unit.outcome === 'inSlot' ? 1 : 0);
      cells.addOn(day, 'late', group, unit.outcome === 'late' ? 1 : 0);
      cells.addOn(day, 'notSent', group, unit.outcome === 'notSent' ? 1 : 0);
      if (unit.outcome === 'notSent') continue;
      countReports(cells, world, unit.itemId, groupId, group, day);
      const columnId = world.items.get(unit.itemId)?.columnId;
      const week = span.places[3 * (day - span.firstDay)] ?? -1;
      if (columnId === undefined || week < 0) continue;
      const key = `${group} ${week} ${columnId}`;
      sentByColumn.set(key, (sentByColumn.get(key) ?? 0) + 1);
    }
  }
  countCadence(cells, world, sentByColumn);
  return cells;
}

/** Only whole weeks, and only where anything was planned for the group: an unplanned week is unknown. */
function countCadence(
  cells: SendCells,
  { columns }: SendWorld,
  sent: ReadonlyMap<string, number>,
): void {
  const asked = columns.filter(({ perWeek, isArchived }) => perWeek !== undefined && !isArchived);
  if (asked.length === 0) return;
  const due = asked.reduce((sum, { perWeek = 0 }) => sum + perWeek, 0);
  for (const [week, { kind, days }] of cells.span.periods.entries()) {
    if (kind !== 'week' || days < 7) continue;
    for (const group of cells.groups.values()) {
      if (Number.isNaN(cells.get('planned', group, week))) continue;
      const met = asked.reduce(
        (sum, { id, perWeek = 0 }) =>
          sum + Math.min(perWeek, sent.get(`${group} ${week} ${id}`) ?? 0),
        0,
      );
      cells.set('cadenceDue', group, week, due);
      cells.set('cadenceMet', group, week, met);
    }
  }
}

function countReports(
  cells: SendCells,
  { results }: SendWorld,
  itemId: string,
  groupId: string,
  group: number,
  day: number,
): void {
  for (const it of reportsOf(results, itemId, groupId).reports) {
    // A part without its whole (or more than it) would spoil the ratio of the sums.
    if (it.reach === undefined || it.reach < Math.max(it.opens ?? 0, it.participants ?? 0))
      continue;
    if (it.opens === undefined && it.participants === undefined) continue;
    cells.addOn(day, 'reach', group, it.reach);
    if (it.opens !== undefined) cells.addOn(day, 'opens', group, it.opens);
    if (it.participants !== undefined) cells.addOn(day, 'participants', group, it.participants);
  }
}

/** Pieces that went out to one group, by column and speaker, most pieces first. */
export function contentLines(world: SendWorld, group: Group, { zone }: LifeSpan): ContentLine[] {
  const lines = new Map<string, ContentLine>();
  const columns = new Map(world.columns.map((column) => [column.id, column]));
  for (const unit of world.units) {
    const isOwn = groupsOf(unit, [group], zone).includes(group.id);
    if (unit.outcome === 'notSent' || !isOwn) continue;
    const item = world.items.get(unit.itemId);
    const columnId = item?.columnId;
    const speaker = item?.speaker ?? columns.get(columnId ?? '')?.speaker;
    const key = `${columnId ?? ''} ${speaker ?? ''}`;
    const line = lines.get(key) ?? {
      ...(columnId !== undefined && { columnId }),
      ...(speaker !== undefined && { speaker }),
      ...NO_FIGURES,
    };
    const { reports, isShared } = reportsOf(world.results, unit.itemId, group.id);
    line.pieces += 1;
    if (reports.length > 0) line.reported += 1;
    if (isShared) line.sharedReports += 1;
    for (const it of reports) {
      line.reach += it.reach ?? 0;
      line.opens += it.opens ?? 0;
      line.participants += it.participants ?? 0;
      line.orders += it.orders ?? 0;
      line.gmvFen += it.gmvFen ?? 0;
    }
    lines.set(key, line);
  }
  return [...lines.values()].sort((a, b) => b.pieces - a.pieces);
}

const NO_FIGURES = {
  pieces: 0,
  reported: 0,
  sharedReports: 0,
  reach: 0,
  opens: 0,
  participants: 0,
  orders: 0,
  gmvFen: 0,
};

/** A piece that went to all at once went to every group that was there then. */
function groupsOf(unit: PlannedSend, groups: readonly Group[], zone: string): string[] {
  if (unit.groupId !== ALL_GROUPS) return [unit.groupId];
  const at = unit.at ?? startOfDay(addDays(unit.day, 1), zone);
  return groups.flatMap(({ id, openedAt, dissolvedAt }) =>
    openedAt < at && (dissolvedAt === undefined || dissolvedAt > at) ? [id] : [],
  );
}

/** The group's own reports; without any, those of all groups together. */
function reportsOf(results: SendWorld['results'], itemId: string, groupId: string) {
  const ofItem = results.get(itemId);
  const own = ofItem?.get(groupId);
  const shared = own ? undefined : ofItem?.get('');
  return { reports: own ?? shared ?? [], isShared: shared !== undefined };
}

function resultsByItem(results: readonly ContentResult[]): SendWorld['results'] {
  const byItem: SendWorld['results'] = new Map();
  for (const result of results) {
    if (result.contentItemId === undefined) continue;
    const ofItem = byItem.get(result.contentItemId) ?? new Map<string, ContentResult[]>();
    const key = result.groupId ?? '';
    ofItem.set(key, [...(ofItem.get(key) ?? []), result]);
    byItem.set(result.contentItemId, ofItem);
  }
  return byItem;
}

async function between<T>(
  db: ConsoleDb,
  entity: EntityName,
  index: string,
  lo: string,
  hi: string,
): Promise<T[]> {
  const rows = await rowTable(db, entity).where(index).between(lo, hi, true, true).toArray();
  return rows as unknown as T[];
}
