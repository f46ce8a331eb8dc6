import type { EntityName } from '@shared/domain/registry';
import { isSame } from '@shared/lib/is-same';
import { joinRecords, joinWithWorkspace } from '@shared/sync/merge/merge-change';
import type { Held, RowClocks } from '@shared/sync/merge/record-state';
import { type AnyRow, decodePage, type PagePair } from '../../paged/page';
import { spec } from '../../schema';
import { rowTable } from '../../tables';
import { ClockBook } from '../../write/clock-book';
import type { WriteTx } from '../../write/write-tx';
import { clocksByRecord, LAST_ID, unpackClocks } from './clock-rows';
import { isUnknown, type LocalRange, localRanges, readLocal } from './local-range';
import type { StateSlice } from './slice';

/** What the workspace lacks of a record that is here. */
export type OnlyHere = { entity: EntityName; id: string } & Held;

type Part = { rows: AnyRow[]; clocks: Map<string, RowClocks> };

/** Joins slices of the workspace's state into this laptop's, in one transaction. */
export class StateJoiner {
  private readonly book: ClockBook;
  private readonly unknown = new Map<EntityName, boolean>();
  /** Of a state that was cut by who sees what: the records that it holds, where some are here too. */
  private readonly seen = new Map<EntityName, Set<string>>();
  private changed: AnyRow[] = [];
  private created: AnyRow[] = [];
  private clocked: { entity: EntityName; id: string; clocks: RowClocks }[] = [];

  constructor(
    private readonly tx: WriteTx,
    private readonly onOnlyHere: (record: OnlyHere) => Promise<void>,
  ) {
    this.book = new ClockBook(tx);
  }

  async join(slice: StateSlice): Promise<void> {
    const { entity, pages = [] } = slice;
    if (!(await this.wasUnknown(entity))) return this.joinKnown(slice);
    const rows = [...(slice.rows ?? [])];
    for (const pair of pages) if (!(await this.lay(entity, pair))) rows.push(...rowsOf(pair));
    // Parts that were cut lie among each other.
    await this.insert(entity, rows);
    await this.layClocks(entity, slice.clocks ?? []);
  }

  /**
   * After the last slice: what is here and was in none, where no slice could tell. Nor is there a slice
   * of what the workspace has nothing of, of all the `entities` that travel.
   */
  async finish(entities: readonly EntityName[]): Promise<void> {
    for (const entity of entities) if (!this.unknown.has(entity)) this.note(entity, []);
    for (const [entity, seen] of this.seen) {
      for (const { from, to } of await localRanges(this.tx, entity)) {
        const local = await readLocal(this.tx, entity, from, to);
        const unseen = idsOf(local).filter((id) => (id < to || to === LAST_ID) && !seen.has(id));
        for (const id of unseen) await this.joinOne(entity, id, local, NONE);
      }
    }
  }

  private async wasUnknown(entity: EntityName): Promise<boolean> {
    const known = this.unknown.get(entity) ?? (await isUnknown(this.tx, entity));
    this.unknown.set(entity, known);
    return known;
  }

  private async joinKnown(slice: StateSlice): Promise<void> {
    const { entity, range } = slice;
    const theirs: Part = {
      rows: slice.rows ?? [],
      clocks: clocksByRecord(entity, unpackClocks(slice.clocks)),
    };
    const bounds = range ?? boundsOf(slice);
    const local = await readLocal(this.tx, entity, bounds.from, bounds.to);
    const here = idsOf(local).filter((id) => !range || id < range.to);
    const laid = new Set<string>();
    const rows = [...theirs.rows];
    for (const pair of slice.pages ?? []) {
      const { lo, hi } = pair.hot;
      const isFree = !here.some((id) => id >= lo && id <= hi);
      const some = rowsOf(pair);
      if (isFree && (await this.lay(entity, pair))) for (const { id } of some) laid.add(id);
      else rows.push(...some);
    }
    const remote: LocalRange = {
      rows: new Map(rows.map((row) => [row.id, row])),
      clocks: theirs.clocks,
    };
    const ids = new Set([...remote.rows.keys(), ...remote.clocks.keys()]);
    for (const id of laid) {
      const clocks = remote.clocks.get(id);
      if (clocks) this.clocked.push({ entity, id, clocks });
      ids.delete(id);
    }
    if (range) for (const id of here) ids.add(id);
    else this.note(entity, [...ids, ...laid]);
    for (const id of [...ids].sort()) await this.joinOne(entity, id, local, remote);
    await this.write(entity);
  }

  private note(entity: EntityName, ids: readonly string[]): void {
    const seen = this.seen.get(entity) ?? new Set<string>();
    this.seen.set(entity, seen);
    for (const id of ids) seen.add(id);
  }

  private async joinOne(
    entity: EntityName,
    id: string,
    local: LocalRange,
    remote: LocalRange,
  ): Promise<void> {
    const mine = heldOf(local, id);
    const theirs = heldOf(remote, id);
    // Nearly all are alike where a laptop comes back to its workspace.
    if (isSame(mine.row, theirs.row) && isSame(mine.clocks, theirs.clocks)) return;
    const joined = joinWithWorkspace(id, mine, theirs);
    if (!isSame(joined.row, mine.row)) {
      if (!joined.row) await this.tx.remove(entity, id);
      else (mine.row ? this.changed : this.created).push(joined.row);
    }
    if (joined.clocks && !isSame(joined.clocks, mine.clocks)) {
      this.clocked.push({ entity, id, clocks: joined.clocks });
    }
    if (!isSame(joined.row, theirs.row) || !isSame(joined.clocks, theirs.clocks)) {
      await this.onOnlyHere({ entity, id, ...joined });
    }
  }

  private async write(entity: EntityName): Promise<void> {
    const { changed, created, clocked } = this;
    [this.changed, this.created, this.clocked] = [[], [], []];
    await this.tx.revise(
      entity,
      changed.map(({ id }) => id),
      (_, index) => changed[index],
    );
    await this.insert(entity, created);
    await this.book.setAll(clocked);
  }

  private async insert(entity: EntityName, rows: AnyRow[]): Promise<void> {
    if (rows.length === 0) return;
    if (spec(entity).storage.kind === 'rows') await rowTable(this.tx.db, entity).bulkPut(rows);
    else {
      await this.tx.pages(entity).settle();
      await this.tx.pages(entity).upsertSorted(rows.sort((a, b) => (a.id < b.id ? -1 : 1)));
    }
    for (const row of rows) this.tx.notes.row(entity, row.id, undefined, row);
  }

  private async lay(entity: EntityName, pair: PagePair): Promise<boolean> {
    if (!(await this.tx.pages(entity).lay(pair))) return false;
    await this.tx.laid(entity, pair);
    return true;
  }

  private async layClocks(entity: EntityName, pages: readonly PagePair[]): Promise<void> {
    for (const pair of pages) {
      if (await this.lay('clocks', pair)) continue;
      await this.tx.pages('clocks').settle();
      for (const [id, theirs] of clocksByRecord(entity, unpackClocks([pair]))) {
        const mine = await this.book.get(entity, id);
        const { clocks } = joinRecords(id, { clocks: mine }, { clocks: theirs });
        if (clocks) this.clocked.push({ entity, id, clocks: mine ? clocks : theirs });
      }
      await this.book.setAll(this.clocked.splice(0));
    }
    await this.tx.pages('clocks').settle();
  }
}

const NONE: LocalRange = { rows: new Map(), clocks: new Map() };

const heldOf = ({ rows, clocks }: LocalRange, id: string): Held => ({
  row: rows.get(id),
  clocks: clocks.get(id),
});

const idsOf = ({ rows, clocks }: LocalRange): string[] => [
  ...new Set([...rows.keys(), ...clocks.keys()]),
];

const rowsOf = ({ hot, cold }: PagePair): AnyRow[] => decodePage(hot, cold);

/** The ids from which and to which a slice without a range speaks. */
function boundsOf({ entity, pages = [], rows = [], clocks }: StateSlice) {
  const ids = [
    ...pages.flatMap(({ hot }) => [hot.lo, hot.hi]),
    ...rows.map(({ id }) => id),
    ...clocksByRecord(entity, unpackClocks(clocks)).keys(),
  ].sort();
  return { from: ids[0] ?? '', to: ids[ids.length - 1] ?? '' };
}
