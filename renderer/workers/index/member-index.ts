import type { Identity } from '@shared/domain/members/member.schema';
import type { EntityName } from '@shared/domain/registry';
import { Turns } from '@shared/lib/turns';
import type { Op } from '@shared/sync/op';
import type { ConsoleDb } from '@/db/db';
import type { MemberAnswer, MemberFacets, MemberListRow, MemberQuery } from './list-types';
import {
  assembleMembers,
  assembleStats,
  assembleTags,
  type MemberColumns,
  textOfRow,
} from './member-columns';
import { countCodes, countTags } from './member-facets';
import { filterTest } from './member-filter';
import { orderRows } from './member-order';
import { FITS, searchRows } from './member-search';
import { PageCache } from './page-cache';
import { loadReadings } from './pinyin-readings';
import { RowBridge, type RulePeople } from './rule-people';

const DEFAULT_LIMIT = 50;
const SOURCES = ['members', 'memberStats', 'tagAssignments'] as const;
type Source = (typeof SOURCES)[number];

const isByFigure = (order: string) => /^(?:orders|spent|lastOrder)\./.test(order);
const isSource = (entity: string): entity is Source =>
  (SOURCES as readonly string[]).includes(entity);

/**
 * All members in memory, for search, filters and sorting. Loaded with the first question; a commit
 * marks what it touched, and the next question reads just that again.
 */
export class MemberIndex {
  private readonly caches: Record<Source, PageCache>;
  private columns: MemberColumns | undefined;
  private readonly orders = new Map<string, Uint32Array>();
  private last: { key: string; rows: Uint32Array } | undefined;
  private readonly turns = new Turns();
  private readonly bridge = new RowBridge();

  constructor(
    db: ConsoleDb,
    private readonly people: RulePeople,
  ) {
    this.caches = {
      members: new PageCache(db, 'members'),
      memberStats: new PageCache(db, 'memberStats'),
      tagAssignments: new PageCache(db, 'tagAssignments'),
    };
  }

  /** `statsOf`: whose figures the op may have changed; the op itself names only orders. */
  onCommit(op: Op, entities: readonly EntityName[], statsOf?: readonly string[]): void {
    for (const entity of entities) {
      if (!isSource(entity)) continue;
      if (entity === 'memberStats') {
        this.caches.memberStats.mark(statsOf ?? 'all');
        continue;
      }
      const ids = op.changes.filter((change) => change.entity === entity).map(({ id }) => id);
      this.caches[entity].mark(op.hasPayload ? 'all' : ids);
    }
  }

  /** Gives the memory back; the next question loads again. */
  forget(): void {
    for (const source of SOURCES) this.caches[source].forget();
    this.drop();
  }

  async query(query: MemberQuery): Promise<MemberAnswer> {
    const columns = await this.ready();
    const rows = await this.rowsOf(columns, query);
    const { offset = 0, limit = DEFAULT_LIMIT } = query;
    const shown = rows.subarray(offset, offset + limit);
    const ruleTagsOf = await this.ruleTags(columns);
    return {
      total: rows.length,
      rows: Array.from(shown, (row) => listRow(columns, row, ruleTagsOf)),
    };
  }

  /** Ids of everybody whom the query finds, in its order; for work on a whole selection. */
  async idsOf(query: MemberQuery): Promise<string[]> {
    const columns = await this.ready();
    return Array.from(await this.rowsOf(columns, query), (row) => columns.ids.idOf(row));
  }

  async facets(): Promise<MemberFacets> {
    const columns = await this.ready();
    const found = await this.people.tagBook();
    const rows = this.bridge.rowsIn(columns, found.rows);
    return {
      identity: countCodes(columns.identity),
      channel: countCodes(columns.channel),
      region: countCodes(columns.region),
      source: countCodes(columns.source),
      ...countTags(columns, rows, found.book),
      buyers: columns.orderCount.reduce((n, count) => (count > 0 ? n + 1 : n), 0),
    };
  }

  /** Names of these members, in their order; undefined for people who are not there. */
  async namesOf(ids: readonly string[]): Promise<(string | undefined)[]> {
    const columns = await this.ready();
    return ids.map((id) => {
      const row = columns.ids.numberOf(id);
      return row < 0 ? undefined : textOfRow(columns, row, 'name');
    });
  }

  private async ready(): Promise<MemberColumns> {
    // One after another, so that two questions at once do not read the same pages twice.
    await this.turns.take(() => this.refresh());
    if (!this.columns) throw new Error('the members were not loaded');
    return this.columns;
  }

  private async refresh(): Promise<void> {
    const stale = SOURCES.filter((source) => this.caches[source].isStale);
    if (stale.length === 0 && this.columns) return;
    await Promise.all(stale.map((source) => this.caches[source].refresh()));
    const { members, memberStats, tagAssignments } = this.caches;
    const { columns } = this;
    if (!columns || stale.includes('members')) {
      this.drop();
      this.columns = assembleMembers(members.pages, memberStats.pages, tagAssignments.pages);
      return;
    }
    const { n, ids } = columns;
    const stats = stale.includes('memberStats') && assembleStats(n, ids, memberStats.pages);
    const tags = stale.includes('tagAssignments') && assembleTags(n, ids, tagAssignments.pages);
    this.columns = { ...columns, ...(stats || {}), ...(tags || {}) };
    this.last = undefined;
    // Every other order is as it was.
    if (stats) for (const key of this.orders.keys()) if (isByFigure(key)) this.orders.delete(key);
  }

  /** Tags by rule of a member's row. */
  private async ruleTags(columns: MemberColumns): Promise<(row: number) => string[]> {
    const { rows, book } = await this.people.tagBook();
    const of = this.bridge.rowsIn(columns, rows);
    // What few carry says more of somebody than what nearly all do.
    const counts = book.counts();
    const rarestFirst = (a: string, b: string) => (counts[a] ?? 0) - (counts[b] ?? 0);
    return (row) => {
      const own = of[row] ?? -1;
      if (own < 0) return [];
      return book
        .tagsOf(own)
        .map(({ tagId }) => tagId)
        .sort(rarestFirst);
    };
  }

  private drop(): void {
    this.columns = undefined;
    this.orders.clear();
    this.last = undefined;
  }

  private async rowsOf(columns: MemberColumns, query: MemberQuery): Promise<Uint32Array> {
    const { text = '', filter = {}, sort = 'newest', direction = 'desc' } = query;
    const restsOnRules = filter.rule !== undefined || (filter.tagIds?.length ?? 0) > 0;
    const version = restsOnRules ? this.people.answersVersion() : 0;
    const key = JSON.stringify([text, filter, sort, direction, version]);
    if (this.last?.key === key) return this.last.rows;
    const readingsOf = text.trim() === '' ? undefined : await loadReadings();
    const found = readingsOf && searchRows(columns, text, readingsOf);
    const isOut = await filterTest(columns, filter, this.people, this.bridge);
    const ordered = this.ordered(columns, sort, direction);
    const rows = pickRows(ordered, found, isOut, sort === 'newest');
    if (columns === this.columns) this.last = { key, rows };
    return rows;
  }

  private ordered(
    columns: MemberColumns,
    sort: NonNullable<MemberQuery['sort']>,
    direction: NonNullable<MemberQuery['direction']>,
  ): Uint32Array {
    const key = `${sort}.${direction}`;
    let rows = columns === this.columns ? this.orders.get(key) : undefined;
    if (!rows) {
      rows = orderRows(columns, sort, direction);
      if (columns === this.columns) this.orders.set(key, rows);
    }
    return rows;
  }
}

/** Those of `ordered` that fit; with `namesFirst`, whose name or phone fits before all others. */
function pickRows(
  ordered: Uint32Array,
  found: Uint8Array | undefined,
  isOut: ((row: number) => boolean) | undefined,
  namesFirst: boolean,
): Uint32Array {
  if (!found) return isOut ? ordered.filter((row) => !isOut(row)) : ordered;
  const fitting = ordered.filter((row) => found[row] !== 0 && !isOut?.(row));
  if (!namesFirst) return fitting;
  const byName = fitting.filter((row) => found[row] === FITS.asName);
  const rest = fitting.filter((row) => found[row] !== FITS.asName);
  const rows = new Uint32Array(fitting.length);
  rows.set(byName);
  rows.set(rest, byName.length);
  return rows;
}

function listRow(
  columns: MemberColumns,
  row: number,
  ruleTagsOf: (row: number) => string[],
): MemberListRow {
  const { tags, tagStarts } = columns;
  const tagIds: string[] = [];
  for (let k = tagStarts[row] ?? 0; k < (tagStarts[row + 1] ?? 0); k += 1) {
    tagIds.push(tags.textOf(k) ?? '');
  }
  const lastOrderAt = columns.lastOrderAt[row] ?? Number.NaN;
  return {
    id: columns.ids.idOf(row),
    name: textOfRow(columns, row, 'name') ?? '',
    phone: textOfRow(columns, row, 'phone'),
    phoneMasked: textOfRow(columns, row, 'phoneMasked'),
    identity: (columns.identity.textOf(row) ?? 'unknown') as Identity,
    channel: columns.channel.textOf(row),
    region: columns.region.textOf(row),
    source: columns.source.textOf(row),
    tagIds,
    ruleTagIds: ruleTagsOf(row),
    orderCount: columns.orderCount[row] ?? 0,
    amountFen: columns.amountFen[row] ?? 0,
    ...(Number.isNaN(lastOrderAt) ? {} : { lastOrderAt }),
  };
}
