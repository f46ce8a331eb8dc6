import type { Touch } from '@shared/domain/touch/touch.schema';
import { Turns } from '@shared/lib/turns';
import type { ConsoleDb } from '@/db/db';
import { columnValue } from '@/db/paged/columns';
import type { PageRecord } from '@/db/paged/page';
import { hotPages } from '@/db/tables';
import { IdTable } from '../index/id-table';
import { rowsById } from '../index/rows-by-id';
import { grown } from '../people/arrays';
import type { ZoneDays } from '../people/zone-days';

const PAGES_AT_ONCE = 16;

/**
 * Who was touched at which stage on which day, in numbers: a positive day for done, a negative one
 * for left out, 0 for neither. A commit reads again only the touches that it named.
 */
export class TouchMarks {
  /** Members who were ever touched, by the order in which they were met. */
  readonly numbers = new IdTable(1024);
  private marks = new Map<string, Map<string, Int32Array>>();
  private stale: 'all' | Set<string> = 'all';
  private readonly turns = new Turns();
  /** Grows whenever something may have changed. */
  version = 0;

  constructor(private readonly db: () => Promise<ConsoleDb>) {}

  mark(ids: 'all' | readonly string[]): void {
    this.version += 1;
    if (ids === 'all') this.stale = 'all';
    else if (this.stale !== 'all') for (const id of ids) this.stale.add(id);
  }

  forget(): void {
    this.marks = new Map();
    this.stale = 'all';
  }

  /** One array for each plan that has touches of this stage; by the numbers of `numbers`. */
  ofStage(stage: string): Int32Array[] {
    return [...(this.marks.get(stage)?.values() ?? [])];
  }

  ready(days: ZoneDays): Promise<void> {
    // One after another, so that two questions at once do not read the same pages twice.
    return this.turns.take(() => this.refresh(days));
  }

  private async refresh(days: ZoneDays): Promise<void> {
    const db = await this.db();
    while (this.stale === 'all' || this.stale.size > 0) {
      const { stale } = this;
      this.stale = new Set();
      try {
        if (stale === 'all') await this.readAll(db, days);
        else await this.readAgain(db, days, [...stale]);
      } catch (error) {
        this.stale = 'all';
        throw error;
      }
    }
  }

  private async readAll(db: ConsoleDb, days: ZoneDays): Promise<void> {
    const before = this.marks;
    this.marks = new Map();
    try {
      const table = hotPages(db, 'touches');
      const keys = await table.toCollection().primaryKeys();
      for (let at = 0; at < keys.length; at += PAGES_AT_ONCE) {
        const pages = await table.bulkGet(keys.slice(at, at + PAGES_AT_ONCE));
        for (const page of pages) if (page) this.readPage(page, days);
      }
    } catch (error) {
      this.marks = before;
      throw error;
    }
  }

  private readPage({ n, c }: PageRecord, days: ZoneDays): void {
    const { memberId, planId, stage, at, status } = c;
    if (!memberId || !planId || !stage || !at) return;
    const numbers = this.numbers.addColumn(memberId);
    for (let row = 0; row < n; row += 1) {
      const day = days.dayOf(Number(columnValue(at, row) ?? 0));
      const isLeft = status !== undefined && columnValue(status, row) === 'left';
      this.put(
        String(columnValue(stage, row)),
        String(columnValue(planId, row)),
        numbers[row] ?? 0,
        isLeft ? -day : day,
      );
    }
  }

  private async readAgain(db: ConsoleDb, days: ZoneDays, ids: readonly string[]): Promise<void> {
    const found: Map<string, Touch> = await rowsById(db, 'touches', ids);
    for (const id of ids) {
      const [memberId = '', planId = '', stage = ''] = id.split('.');
      const touch = found.get(id);
      const day = touch ? days.dayOf(touch.at) : 0;
      const number = this.numbers.addId(memberId);
      this.put(stage, planId, number, touch?.status === 'left' ? -day : day);
    }
  }

  private put(stage: string, planId: string, number: number, mark: number): void {
    const ofStage = this.marks.get(stage) ?? new Map<string, Int32Array>();
    this.marks.set(stage, ofStage);
    const array = grown(ofStage.get(planId) ?? new Int32Array(64), number + 1);
    ofStage.set(planId, array);
    array[number] = mark;
  }
}
