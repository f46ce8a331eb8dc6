import {
  type Confidence,
  type DuplicateField,
  type DuplicatePair,
  type DuplicateSource,
  findDuplicates,
} from '@shared/domain/members/duplicates.rules';
import { pairIdOf } from '@shared/domain/members/merge.schema';
import type { EntityName } from '@shared/domain/registry';
import type { ConsoleDb } from '@/db/db';
import { columnValue } from '@/db/paged/columns';
import type { PageRecord } from '@/db/paged/page';
import { storesOf } from '@/db/schema';
import { coldPages, hotPages, readTransaction, rowTable } from '@/db/tables';
import type { DuplicateAnswer, DuplicateGroup, DuplicateHit } from './duplicate-types';

const COLD: ReadonlySet<DuplicateField> = new Set([
  'wecomId',
  'unionId',
  'backOfficeId',
  'address',
]);

type Found = { roster: Roster; pairs: DuplicatePair[]; counts: Record<Confidence, number> };

/** Who may be there twice, found over the packed pages; looked for again after a commit on members. */
export class DuplicateIndex {
  private found: Promise<Found> | undefined;

  constructor(private readonly db: ConsoleDb) {}

  onCommit(entities: readonly EntityName[]): void {
    if (entities.includes('members') || entities.includes('distinctPairs')) this.forget();
  }

  forget(): void {
    this.found = undefined;
  }

  async page(offset: number, limit: number): Promise<DuplicateAnswer> {
    const { roster, pairs, counts } = await this.ready();
    const rows = pairs.slice(offset, offset + limit).map((pair) => hitOf(roster, pair));
    return { total: pairs.length, counts, rows };
  }

  /** Certain pairs joined into people; left out where somebody said that two of them are two. */
  async certainGroups(): Promise<DuplicateGroup[]> {
    const { roster, pairs } = await this.ready();
    const groups = joined(pairs.filter((pair) => pair.confidence === 'certain'));
    return groups
      .filter((rows) => !rows.some((a, i) => rows.some((b, k) => k > i && roster.isDistinct(a, b))))
      .map((rows) => ({
        ids: rows.map((row) => roster.idOf(row)),
        name: roster.text('name', rows[0] ?? 0) ?? '',
      }));
  }

  private ready(): Promise<Found> {
    this.found ??= this.find().catch((error: unknown) => {
      this.found = undefined;
      throw error;
    });
    return this.found;
  }

  private async find(): Promise<Found> {
    const roster = await readRoster(this.db);
    const pairs = findDuplicates(roster);
    const counts = { certain: 0, likely: 0, possible: 0 };
    for (const { confidence } of pairs) counts[confidence] += 1;
    return { roster, pairs, counts };
  }
}

function hitOf(roster: Roster, { a, b, evidence, confidence }: DuplicatePair): DuplicateHit {
  const [aName = '', bName = ''] = [a, b].map((row) => roster.text('name', row));
  return { aId: roster.idOf(a), bId: roster.idOf(b), aName, bName, evidence, confidence };
}

type Roster = DuplicateSource & { idOf(row: number): string };

async function readRoster(db: ConsoleDb): Promise<Roster> {
  const stores = [...storesOf('members'), ...storesOf('distinctPairs')];
  return readTransaction(db, stores, async (within) => {
    const hot = await hotPages(within, 'members').orderBy(':id').toArray();
    const cold = await coldPages(within, 'members').orderBy(':id').toArray();
    const distinct = await rowTable(within, 'distinctPairs').toCollection().primaryKeys();
    return rosterOf(hot, cold, new Set(distinct));
  });
}

function rosterOf(
  hot: readonly PageRecord[],
  cold: readonly PageRecord[],
  distinct: ReadonlySet<string>,
): Roster {
  const n = hot.reduce((sum, page) => sum + page.n, 0);
  const pageOf = new Uint32Array(n);
  const placeOf = new Uint32Array(n);
  let row = 0;
  for (const [p, page] of hot.entries()) {
    for (let i = 0; i < page.n; i += 1, row += 1) {
      pageOf[row] = p;
      placeOf[row] = i;
    }
  }
  const textAt = (field: DuplicateField | 'id', at: number): string | undefined => {
    const pages = field !== 'id' && COLD.has(field) ? cold : hot;
    const column = pages[pageOf[at] ?? 0]?.c[field];
    const value = column && columnValue(column, placeOf[at] ?? 0);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const idOf = (at: number) => textAt('id', at) ?? '';
  return {
    n,
    idOf,
    text: textAt,
    isDistinct: (a, b) => distinct.size > 0 && distinct.has(pairIdOf(idOf(a), idOf(b))),
  };
}

/** Rows that hang together by pairs, each group in order of age. */
function joined(pairs: readonly DuplicatePair[]): number[][] {
  const root = new Map<number, number>();
  const rootOf = (row: number): number => {
    const up = root.get(row);
    if (up === undefined || up === row) return row;
    const top = rootOf(up);
    root.set(row, top);
    return top;
  };
  for (const { a, b } of pairs) {
    const [x, y] = [rootOf(a), rootOf(b)];
    root.set(Math.max(x, y), Math.min(x, y));
    if (!root.has(Math.min(x, y))) root.set(Math.min(x, y), Math.min(x, y));
  }
  const groups = new Map<number, number[]>();
  for (const row of root.keys()) {
    const top = rootOf(row);
    const group = groups.get(top);
    if (group) group.push(row);
    else groups.set(top, [row]);
  }
  return [...groups.values()].map((rows) => rows.sort((a, b) => a - b));
}
