import type { PeopleColumns } from '@shared/domain/people/people-columns';
import type { EntityName } from '@shared/domain/registry';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import type { Op, RowChange } from '@shared/sync/op';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import { IdTable } from '../index/id-table';
import { rowsById } from '../index/rows-by-id';
import { FACT_ENTITIES } from './fact-specs';
import { type Followed, followOp } from './follow-op';
import {
  isPeoplePart,
  PEOPLE_PARTS,
  PeopleData,
  type PeoplePart,
  type PeopleWant,
} from './people-data';
import { readPeople } from './read-people';
import { ZoneDays } from './zone-days';

/** What lies in the cold half of a part is read together with all of the part. */
const HALVES = ['details', 'lines'] as const;

const isHalf = (want: PeopleWant) => want === 'details' || want === 'lines';

function partOf(want: PeopleWant): PeoplePart {
  if (want === 'details') return 'members';
  return want === 'lines' ? 'orders' : want;
}

/**
 * Everybody with their facts in columns. What a question wants is loaded with
 * the first that wants it; an operation whose changes
 * are in its header is followed at once, for the members concerned only; after one with packed pages
 * (an import) the entities that it touched are read again with the next question.
 */
export class PeopleStore {
  /** Numbers of the members; they outlive the columns. */
  readonly rows = new IdTable(1024);
  private data: PeopleData | undefined;
  private columns: PeopleColumns | undefined;
  private readonly stale = new Set<PeoplePart>(PEOPLE_PARTS);
  private readonly missing = new Map<PeoplePart, Set<string>>();
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
      // Whose facts change of what was never read, nobody can tell.
      const isKnown = touched.every((part) => !this.stale.has(part));
      this.take(followOp(this.data, op));
      if (!isKnown) this.onRows('all');
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

  /** As of the last commit, as far as it is wanted; nothing else may be looked at. */
  async ready(wants: readonly PeopleWant[] = PEOPLE_PARTS): Promise<PeopleColumns> {
    for (;;) {
      const columns = this.now(wants);
      if (columns) return columns;
      // One after another, so that two questions at once do not read the same pages twice.
      const mine = this.loading.then(() => this.refresh(wants));
      this.loading = mine.catch(() => undefined);
      await mine;
    }
  }

  private now(wants: readonly PeopleWant[]): PeopleColumns | undefined {
    return wants.every((want) => this.isInStep(want)) ? this.columns : undefined;
  }

  private isInStep(want: PeopleWant): boolean {
    const part = partOf(want);
    const isRead = part === want || (this.data?.known.has(want) ?? false);
    return isRead && !this.stale.has(part) && !this.missing.has(part);
  }

  private async refresh(wants: readonly PeopleWant[]): Promise<void> {
    const db = await this.database();
    while (!this.now(wants)) {
      const lacking = this.lacking(wants);
      if (lacking.size > 0) await this.load(db, lacking);
      else await this.readMissing(db);
    }
  }

  /** What has to be read: each part whole, with the half that was known of it before. */
  private lacking(wants: readonly PeopleWant[]): Set<PeopleWant> {
    const known = this.data?.known;
    const lacking = new Set(
      wants.filter((want) => this.stale.has(partOf(want)) || (isHalf(want) && !known?.has(want))),
    );
    for (const half of HALVES) {
      if (lacking.has(half)) lacking.add(partOf(half));
      else if (lacking.has(partOf(half)) && known?.has(half)) lacking.add(half);
    }
    return lacking;
  }

  private async load(db: ConsoleDb, wants: ReadonlySet<PeopleWant>): Promise<void> {
    const { life } = this;
    const before = new Map(this.touches);
    const data = this.data ?? new PeopleData(this.rows, new ZoneDays(await zoneOf(db)));
    const put = await readPeople(db, data, wants);
    if (life !== this.life) return;
    put();
    for (const part of PEOPLE_PARTS) {
      if (!wants.has(part)) continue;
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
      if (this.stale.has(entity)) continue;
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
