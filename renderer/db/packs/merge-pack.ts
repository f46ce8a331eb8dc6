import type { Erasure } from '@shared/domain/members/erasure.schema';
import type { EntityName } from '@shared/domain/registry';
import type { Hlc } from '@shared/sync/clock';
import type { Overwritten } from '@shared/sync/merge/merge-change';
import { EVER, type Held, type RowClocks } from '@shared/sync/merge/record-state';
import { isNews, type Known, laptopOf } from '@shared/sync/pack/knowledge';
import { lostBetween } from '@shared/sync/pack/lost-between';
import { maskedFields } from '@shared/sync/pack/masked-fields';
import { type AnyRow, decodePage } from '../paged/page';
import { isOfErased } from '../sync/state/brought';
import { clocksByRecord, LAST_ID, packClocks, unpackClocks } from '../sync/state/clock-rows';
import { StateJoiner } from '../sync/state/join-slice';
import { readLocal } from '../sync/state/local-range';
import { syncedEntities } from '../sync/state/read-state';
import type { StateSlice } from '../sync/state/slice';
import { ClockBook, clockId } from '../write/clock-book';
import type { WriteTx } from '../write/write-tx';
import { ErasedFilter } from './without-erased';

export type LostValue = Overwritten & { entity: EntityName; entityId: string };

type MergeParts = {
  /** What this laptop knows of the others, and what theirs knew of all. */
  known: Known;
  theirs: Known;
  /** It came from where fields are missing that may be here. */
  isFromMasked: boolean;
  /** What is only here becomes part of what is shared from now on. */
  isBeginning: boolean;
  now: Hlc;
  erasures: readonly Erasure[];
};

/** Joins the slices of one pack into what is here, inside one transaction. */
export class PackMerge {
  readonly lost: LostValue[] = [];
  private readonly joiner: StateJoiner;
  private readonly erased: ErasedFilter;
  private readonly erasedIds: ReadonlySet<string>;
  private readonly covered = new Set<EntityName>();
  private readonly brought: { entity: EntityName; id: string; clocks: RowClocks }[] = [];

  constructor(
    private readonly tx: WriteTx,
    private readonly parts: MergeParts,
  ) {
    this.erased = new ErasedFilter(parts.erasures);
    this.erasedIds = new Set(parts.erasures.flatMap(({ id, alsoIds }) => [id, ...alsoIds]));
    this.joiner = new StateJoiner(tx, async ({ entity, id, row }) => {
      if (!parts.isBeginning || !row || isOfErased(row, this.erasedIds)) return;
      this.brought.push({ entity, id, clocks: { since: parts.now } });
    });
  }

  async take(slice: StateSlice): Promise<void> {
    if (slice.entity === 'overwritten') return this.hear(slice.rows ?? []);
    this.covered.add(slice.entity);
    const cleaned = this.erased.clean(slice);
    await this.joiner.join(await this.compare(cleaned));
  }

  /** After the last slice. */
  async finish(): Promise<void> {
    if (this.parts.isBeginning) {
      const range = { from: '', to: LAST_ID };
      for (const entity of syncedEntities()) {
        if (!this.covered.has(entity)) await this.joiner.join({ entity, range });
      }
      await new ClockBook(this.tx).setAll(this.brought);
    }
    for (const { entity, entityId, ...lost } of this.lost) await this.note(entity, entityId, lost);
  }

  /** Notes what loses against what is here, and keeps what a volunteer's laptop could not know. */
  private async compare(slice: StateSlice): Promise<StateSlice> {
    const { entity } = slice;
    const theirs = clocksByRecord(entity, unpackClocks(slice.clocks));
    const ids = [...theirs].filter(([, clocks]) => isNews(clocks, this.parts.known));
    const [from, to] = [ids[0]?.[0], ids[ids.length - 1]?.[0]];
    if (from === undefined || to === undefined) return slice;
    const local = await readLocal(this.tx, entity, from, to);
    if (local.rows.size + local.clocks.size === 0) return slice;
    const rows = new Map(allRows(slice).map((row) => [row.id, row]));
    const kept: { id: string; held: Held }[] = [];
    for (const [id, clocks] of ids) {
      const mine = { row: local.rows.get(id), clocks: local.clocks.get(id) };
      const other = { row: rows.get(id), clocks };
      for (const lost of lostBetween(mine, other, this.theyKnew, this.weKnew)) {
        this.lost.push({ entity, entityId: id, ...lost });
      }
      const held = this.parts.isFromMasked ? this.withMasked(entity, mine, other) : undefined;
      if (held) kept.push({ id, held });
    }
    return kept.length > 0 ? replaced(slice, rows, theirs, kept) : slice;
  }

  private readonly theyKnew = (stamp: Hlc) => isKnown(stamp, this.parts.theirs);
  private readonly weKnew = (stamp: Hlc) => isKnown(stamp, this.parts.known);

  /**
   * A record that was made anew where its phone was not known does not lose it: what is here of such
   * fields is written once more, by this laptop.
   */
  private withMasked(entity: EntityName, mine: Held, theirs: Held): Held | undefined {
    const { row, clocks } = theirs;
    if (!row || !mine.row || (clocks?.since ?? EVER) <= (mine.clocks?.since ?? EVER)) return;
    const before = mine.row;
    const fields = maskedFields(entity).filter(
      (field) =>
        before[field] !== undefined &&
        row[field] === undefined &&
        clocks?.at?.[field] === undefined,
    );
    if (fields.length === 0) return undefined;
    const values = Object.fromEntries(fields.map((field) => [field, before[field]]));
    const stamps = Object.fromEntries(fields.map((field) => [field, this.parts.now]));
    return { row: { ...row, ...values }, clocks: { ...clocks, at: { ...clocks?.at, ...stamps } } };
  }

  /** Values that lost somewhere else are worth a look here too. */
  private async hear(rows: readonly AnyRow[]): Promise<void> {
    for (const row of rows) {
      if (await this.tx.read('overwritten', row.id)) continue;
      if (isOfErased({ id: String(row.entityId) }, this.erasedIds)) continue;
      await this.tx.write('overwritten', { ...row, at: this.tx.now });
    }
  }

  private async note(entity: EntityName, entityId: string, lost: Overwritten): Promise<void> {
    const { field, value, writtenAt, lostTo } = lost;
    const id = `${entity}.${entityId}.${field}.${writtenAt}`;
    if (await this.tx.read('overwritten', id)) return;
    const row = { id, entity, entityId, field, writtenAt, lostTo, at: this.tx.now };
    await this.tx.write('overwritten', { ...row, ...(value !== undefined && { value }) });
  }
}

const isKnown = (stamp: Hlc, known: Known) => stamp <= (known[laptopOf(stamp)] ?? EVER);

const allRows = ({ rows = [], pages = [] }: StateSlice): AnyRow[] => [
  ...rows,
  ...pages.flatMap(({ hot, cold }) => decodePage(hot, cold)),
];

function replaced(
  { pages: _pages, ...slice }: StateSlice,
  rows: Map<string, AnyRow>,
  clocks: Map<string, RowClocks>,
  kept: readonly { id: string; held: Held }[],
): StateSlice {
  for (const { id, held } of kept) {
    if (held.row) rows.set(id, held.row as AnyRow);
    if (held.clocks) clocks.set(id, held.clocks);
  }
  const byId = (a: AnyRow, b: AnyRow) => (a.id < b.id ? -1 : 1);
  const clockRows = [...clocks].map(([id, it]) => ({ id: clockId(slice.entity, id), ...it }));
  return {
    ...slice,
    rows: [...rows.values()].sort(byId),
    clocks: packClocks(clockRows.sort(byId)),
  };
}

/** What the transaction does, by kind of record; nothing of what is kept beside the data. */
export function effectOf(tx: WriteTx) {
  const created: Record<string, number> = {};
  const changed: Record<string, number> = {};
  const gone: Record<string, number> = {};
  const bump = (counts: Record<string, number>, entity: string, by: number) => {
    if (BESIDE.has(entity) || by === 0) return;
    counts[entity] = (counts[entity] ?? 0) + by;
  };
  for (const { entity, before, after } of tx.notes.touchedRows()) {
    if (before && after) bump(changed, entity, 1);
    else if (after) bump(created, entity, 1);
    else if (before) bump(gone, entity, 1);
  }
  for (const { entity, n } of tx.notes.inverse().removeRanges) bump(created, entity, n);
  return { created, changed, gone };
}

const BESIDE: ReadonlySet<string> = new Set<EntityName>(['clocks', 'overwritten']);
