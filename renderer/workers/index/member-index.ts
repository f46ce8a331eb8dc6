import type { Identity } from '@shared/domain/members/member.schema';
import type { EntityName } from '@shared/domain/registry';
import type { Op } from '@shared/sync/op';
import type { ConsoleDb } from '@/db/db';
import type { Codes } from './codes';
import type {
  FacetValue,
  MemberAnswer,
  MemberFacets,
  MemberFilter,
  MemberListRow,
  MemberQuery,
} from './list-types';
import { assembleMembers, type MemberColumns, textOfRow } from './member-columns';
import { orderRows } from './member-order';
import { FITS, searchRows } from './member-search';
import { PageCache } from './page-cache';
import { loadReadings } from './pinyin-readings';

const DEFAULT_LIMIT = 50;
const SOURCES = ['members', 'memberStats', 'tagAssignments'] as const;
type Source = (typeof SOURCES)[number];

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
  private refreshing: Promise<void> = Promise.resolve();

  constructor(db: ConsoleDb) {
    this.caches = {
      members: new PageCache(db, 'members'),
      memberStats: new PageCache(db, 'memberStats'),
      tagAssignments: new PageCache(db, 'tagAssignments'),
    };
  }

  onCommit(op: Op, entities: readonly EntityName[]): void {
    for (const entity of entities) {
      if (!isSource(entity)) continue;
      // Figures are derived: the op does not name the members that they belong to.
      const isNamed = !op.hasPayload && entity !== 'memberStats';
      const ids = op.changes.filter((change) => change.entity === entity).map(({ id }) => id);
      this.caches[entity].mark(isNamed ? ids : 'all');
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
    return { total: rows.length, rows: Array.from(shown, (row) => listRow(columns, row)) };
  }

  /** Ids of everybody whom the query finds, in its order; for work on a whole selection. */
  async idsOf(query: MemberQuery): Promise<string[]> {
    const columns = await this.ready();
    return Array.from(await this.rowsOf(columns, query), (row) => columns.ids.idOf(row));
  }

  async facets(): Promise<MemberFacets> {
    const columns = await this.ready();
    return {
      identity: countCodes(columns.identity),
      channel: countCodes(columns.channel),
      region: countCodes(columns.region),
      source: countCodes(columns.source),
      tags: countCodes(columns.tags),
      tagged: countTagged(columns.tagStarts),
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
    const mine = this.refreshing.then(() => this.refresh());
    this.refreshing = mine.catch(() => undefined);
    await mine;
    if (!this.columns) throw new Error('the members were not loaded');
    return this.columns;
  }

  private async refresh(): Promise<void> {
    const stale = SOURCES.filter((source) => this.caches[source].isStale);
    if (stale.length === 0 && this.columns) return;
    await Promise.all(stale.map((source) => this.caches[source].refresh()));
    this.drop();
    const { members, memberStats, tagAssignments } = this.caches;
    this.columns = assembleMembers(members.pages, memberStats.pages, tagAssignments.pages);
  }

  private drop(): void {
    this.columns = undefined;
    this.orders.clear();
    this.last = undefined;
  }

  private async rowsOf(columns: MemberColumns, query: MemberQuery): Promise<Uint32Array> {
    const { text = '', filter = {}, sort = 'newest', direction = 'desc' } = query;
    const key = JSON.stringify([text, filter, sort, direction]);
    if (this.last?.key === key) return this.last.rows;
    const readingsOf = text.trim() === '' ? undefined : await loadReadings();
    const found = readingsOf && searchRows(columns, text, readingsOf);
    const isOut = filterTest(columns, filter);
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

/** Whether a row is filtered out; undefined when nothing is. */
function filterTest(
  columns: MemberColumns,
  filter: MemberFilter,
): ((row: number) => boolean) | undefined {
  const tests: ((row: number) => boolean)[] = [];
  for (const field of ['identity', 'channel', 'region', 'source'] as const) {
    const wanted = filter[field];
    if (!wanted || wanted.length === 0) continue;
    const codes = columns[field];
    const isIn = new Uint8Array(codes.values.length + 1);
    for (const value of wanted) {
      const code = codes.codeOf(value);
      if (code > 0 || value === '') isIn[code] = 1;
    }
    tests.push((row) => isIn[codes.of[row] ?? 0] !== 1);
  }
  const { tagIds, hasOrders } = filter;
  if (tagIds && tagIds.length > 0) {
    const { tags, tagStarts } = columns;
    const isIn = new Uint8Array(tags.values.length + 1);
    for (const tagId of tagIds) if (tags.codeOf(tagId) > 0) isIn[tags.codeOf(tagId)] = 1;
    tests.push((row) => {
      const end = tagStarts[row + 1] ?? 0;
      for (let k = tagStarts[row] ?? 0; k < end; k += 1) if (isIn[tags.of[k] ?? 0]) return false;
      return true;
    });
  }
  if (hasOrders !== undefined) {
    tests.push((row) => (columns.orderCount[row] ?? 0) > 0 !== hasOrders);
  }
  return tests.length === 0 ? undefined : (row) => tests.some((isOut) => isOut(row));
}

function countTagged(tagStarts: Uint32Array): number {
  let tagged = 0;
  for (let i = 1; i < tagStarts.length; i += 1) if (tagStarts[i] !== tagStarts[i - 1]) tagged += 1;
  return tagged;
}

function countCodes(codes: Codes): FacetValue[] {
  const counts = new Uint32Array(codes.values.length + 1);
  for (const code of codes.of) counts[code] = (counts[code] ?? 0) + 1;
  return ['', ...codes.values]
    .map((value, code) => ({ value, count: counts[code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function listRow(columns: MemberColumns, row: number): MemberListRow {
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
    orderCount: columns.orderCount[row] ?? 0,
    amountFen: columns.amountFen[row] ?? 0,
    ...(Number.isNaN(lastOrderAt) ? {} : { lastOrderAt }),
  };
}
