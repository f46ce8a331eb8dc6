import type { PeopleColumns } from '@shared/domain/people/people-columns';
import type { EntityName } from '@shared/domain/registry';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/workspace.schema';
import type { Op, RowChange } from '@shared/sync/op';
import type { ConsoleDb } from '@/db/db';
import { storesOf } from '@/db/schema';
import { readTransaction, rowTable } from '@/db/tables';
import { IdTable } from '../index/id-table';
import { rowsById } from '../index/rows-by-id';
import { FACT_ENTITIES, type FactEntity } from './fact-specs';
import { type Followed, followOp } from './follow-op';
import { isPeoplePart, PEOPLE_PARTS, PeopleData, type PeoplePart } from './people-data';
import { readPeople } from './read-people';
import { ZoneDays } from './zone-days';

/**
 * Everybody with their facts in columns. Loaded with the first question; an operation whose changes
 * are in its header is followed at once, for the members concerned only; after one with packed pages
 * (an import) the entities that it touched are read again with the next question.
 */
export class PeopleStore {
  /** Numbers of the members; they outlive the columns. */
  readonly rows = new IdTable(1024);
  private data: PeopleData | undefined;
  private columns: PeopleColumns | undefined;
  private readonly stale = new Set<PeoplePart>(PEOPLE_PARTS);
  private readonly missing = new Map<FactEntity, Set<string>>();
  /** Operations that came while something was being read, to be followed once more afterwards. */
  private waiting: Op[] | undefined;
  /** Grows when everything is forgotten. */
  private life = 0;
  private loading: Promise<void> = Promise.resolve();

  /** `onRows` hears which members changed, or that everybody may have. */
  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly onRows: (rows: ReadonlySet<number> | 'all') => void,
  ) {}

  /** The days of the workspace's zone; known once something was loaded. */
  get days(): ZoneDays | undefined {
    return this.data?.days;
  }

  onCommit(op: Op, entities: readonly EntityName[]): void {
    if (entities.includes('workspace')) {
      this.forget();
      return;
    }
    const touched = entities.filter(isPeoplePart);
    if (touched.length === 0) return;
    this.waiting?.push(op);
    if (op.hasPayload) {
      for (const part of touched) this.stale.add(part);
      this.onRows('all');
    } else if (this.data) this.take(followOp(this.data, op));
  }

  /** Gives the memory back; row numbers stay. */
  forget(): void {
    this.life += 1;
    this.data = undefined;
    this.columns = undefined;
    this.missing.clear();
    for (const part of PEOPLE_PARTS) this.stale.add(part);
    this.onRows('all');
  }

  /** As of the last commit, with the products of the orders where wished. */
  async ready(withLines = false): Promise<PeopleColumns> {
    for (;;) {
      const columns = this.now(withLines);
      if (columns) return columns;
      // One after another, so that two questions at once do not read the same pages twice.
      const mine = this.loading.then(() => this.refresh(withLines));
      this.loading = mine.catch(() => undefined);
      await mine;
    }
  }

  private now(withLines: boolean): PeopleColumns | undefined {
    const isInStep = this.stale.size === 0 && this.missing.size === 0 && !this.waiting;
    return isInStep && (!withLines || this.data?.lines) ? this.columns : undefined;
  }

  private async refresh(withLines: boolean): Promise<void> {
    const db = await this.database();
    if (withLines && !this.data?.lines) this.stale.add('orders');
    while (this.stale.size > 0) await this.load(db, withLines || this.data?.lines !== undefined);
    if (this.missing.size > 0) await this.readMissing(db);
  }

  private async load(db: ConsoleDb, withLines: boolean): Promise<void> {
    const parts = new Set(this.stale);
    const { life } = this;
    this.stale.clear();
    const stores = ['workspace', ...[...parts].flatMap((part) => storesOf(part))];
    try {
      await this.whileWaiting(() =>
        readTransaction(db, stores, async (within) => {
          const workspace = await rowTable(within, 'workspace').get('workspace');
          const zone = String(workspace?.timeZone ?? DEFAULT_TIME_ZONE);
          const data = this.data ?? new PeopleData(this.rows, new ZoneDays(zone));
          await readPeople(within, data, parts, withLines);
          if (data === this.data || life !== this.life) return;
          this.data = data;
          this.columns = data.columns();
        }),
      );
    } catch (error) {
      for (const part of parts) this.stale.add(part);
      throw error;
    }
    this.onRows('all');
  }

  private async readMissing(db: ConsoleDb): Promise<void> {
    const wanted = [...this.missing].map(([entity, ids]) => ({ entity, ids: [...ids] }));
    this.missing.clear();
    await this.whileWaiting(async () => {
      for (const { entity, ids } of wanted) {
        const found = await rowsById(db, entity, ids);
        const changes = ids.map((id): RowChange => {
          const { id: _, ...set } = found.get(id) ?? { id };
          return found.has(id) ? { entity, id, set, isNew: true } : { entity, id, gone: true };
        });
        if (this.data) this.take(followOp(this.data, { changes }));
      }
    });
  }

  /** What is committed while `work` reads may or may not be in what it reads: it is followed again. */
  private async whileWaiting(work: () => Promise<void>): Promise<void> {
    const waiting: Op[] = [];
    this.waiting = waiting;
    try {
      await work();
    } finally {
      this.waiting = undefined;
    }
    for (const op of waiting) {
      if (this.data && !op.hasPayload) this.take(followOp(this.data, op));
    }
  }

  private take({ rows, isForAll, missing, stale }: Followed): void {
    for (const part of stale) this.stale.add(part);
    for (const { entity, id } of missing) {
      const ids = this.missing.get(entity);
      if (ids) ids.add(id);
      else this.missing.set(entity, new Set([id]));
    }
    const slots = this.data?.slots;
    for (const entity of FACT_ENTITIES) if (slots?.[entity].isWasteful) this.stale.add(entity);
    if (isForAll) this.onRows('all');
    else if (rows.size > 0) this.onRows(rows);
  }
}
