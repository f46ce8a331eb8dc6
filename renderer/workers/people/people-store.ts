import type { PeopleColumns } from '@shared/domain/people/people-columns';
import type { EntityName } from '@shared/domain/registry';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/workspace.schema';
import type { Op, RowChange } from '@shared/sync/op';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
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
  private loading: Promise<void> = Promise.resolve();
  /** Per part how many operations touched it, to see whether one came while it was read. */
  private readonly touches = new Map<PeoplePart, number>();
  /** Grows when everything is forgotten. */
  private life = 0;

  /** `onRows` hears which members changed, or that everybody may have; `onLoaded` of fresh columns. */
  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly onRows: (rows: ReadonlySet<number> | 'all') => void,
    private readonly onLoaded: () => void,
  ) {}

  /** The days of the workspace's zone; known once something was loaded. */
  get days(): ZoneDays | undefined {
    return this.data?.days;
  }

  async zoneDays(): Promise<ZoneDays> {
    return this.data?.days ?? new ZoneDays(await zoneOf(await this.database()));
  }

  onCommit(op: Op, entities: readonly EntityName[]): void {
    if (entities.includes('workspace')) {
      this.forget();
      this.onRows('all');
      return;
    }
    const touched = entities.filter(isPeoplePart);
    if (touched.length === 0) return;
    for (const part of touched) this.touches.set(part, this.touchesOf(part) + 1);
    if (!op.hasPayload && this.data) {
      this.take(followOp(this.data, op));
      return;
    }
    for (const part of touched) this.stale.add(part);
    this.onRows('all');
  }

  /** Gives the memory back; row numbers stay. */
  forget(): void {
    this.life += 1;
    this.data = undefined;
    this.columns = undefined;
    this.missing.clear();
    for (const part of PEOPLE_PARTS) this.stale.add(part);
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
    const isInStep = this.stale.size === 0 && this.missing.size === 0;
    return isInStep && (!withLines || this.data?.lines) ? this.columns : undefined;
  }

  private async refresh(withLines: boolean): Promise<void> {
    const db = await this.database();
    while (!this.now(withLines)) {
      const parts = new Set(this.stale);
      if (withLines && !this.data?.lines) parts.add('orders');
      if (parts.size > 0) await this.load(db, parts, withLines);
      else await this.readMissing(db);
    }
  }

  private async load(db: ConsoleDb, parts: Set<PeoplePart>, withLines: boolean): Promise<void> {
    const { life } = this;
    const before = new Map(this.touches);
    const data = this.data ?? new PeopleData(this.rows, new ZoneDays(await zoneOf(db)));
    const keepsLines = withLines || data.lines !== undefined;
    const put = await readPeople(db, data, parts, keepsLines);
    if (life !== this.life) return;
    put();
    for (const part of parts) {
      // A commit in between may have moved rows from a page that was read to one that was not.
      if (this.touchesOf(part) === (before.get(part) ?? 0)) this.stale.delete(part);
      else this.stale.add(part);
    }
    if (data !== this.data) {
      this.data = data;
      this.columns = data.columns();
    }
    this.onLoaded();
  }

  private async readMissing(db: ConsoleDb): Promise<void> {
    for (const [entity, ids] of [...this.missing]) {
      const touches = this.touchesOf(entity);
      const found = await rowsById(db, entity, [...ids]);
      // Asked again when something was committed meanwhile: what was read may be the past.
      if (touches !== this.touchesOf(entity) || !this.data) return;
      this.missing.delete(entity);
      const changes = [...ids].map((id): RowChange => {
        const { id: _, ...set } = found.get(id) ?? { id };
        return found.has(id) ? { entity, id, set, isNew: true } : { entity, id, gone: true };
      });
      this.take(followOp(this.data, { changes }));
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
    if (isForAll || stale.length > 0) this.onRows('all');
    // Also where rows are still to be read: whose they are is found then.
    else this.onRows(rows);
  }

  private touchesOf(part: PeoplePart): number {
    return this.touches.get(part) ?? 0;
  }
}

async function zoneOf(db: ConsoleDb): Promise<string> {
  const workspace = await rowTable(db, 'workspace').get('workspace');
  return String(workspace?.timeZone ?? DEFAULT_TIME_ZONE);
}
