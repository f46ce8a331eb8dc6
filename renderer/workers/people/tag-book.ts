import type { MemberTags } from '@shared/domain/tags/member-tags.schema';
import { columnValue, encodeColumn } from '@/db/paged/columns';
import type { PageRecord } from '@/db/paged/page';
import type { IdTable } from '../index/id-table';
import { rowsInOrderOfId } from './id-order';

const PAGE = 2048;
/** Days fit 16 bits until 2149. */
const LAST_DAY = 0xffff;

/** Since which day each row carries a tag; 0 for those who do not. */
type Carriers = { since: Uint16Array; count: number };

/** A tag that somebody gained or lost. */
export type TagTurn = { row: number; tagId: string; isOn: boolean };

/** The tags that rules gave, in memory: two bytes for each person and tag. */
export class TagBook {
  private readonly tags = new Map<string, Carriers>();
  /** Who was there when rules were last worked out. */
  private known = new Uint8Array(0);
  /** Who has to be written. */
  private readonly dirty = new Set<number>();
  private isWhollyDirty = false;

  constructor(private readonly rows: IdTable) {}

  /** Takes in what was written before. */
  load(pages: readonly PageRecord[]): void {
    for (const { n, c } of pages) {
      if (!c.id) continue;
      const rows = this.rows.addColumn(c.id);
      this.ensureRows();
      for (let i = 0; i < n; i += 1) this.known[rows[i] ?? 0] = 1;
      const list = c.tags;
      if (list?.t !== 'list') continue;
      const { tagId, day } = list.c;
      for (let i = 0; i < n; i += 1) {
        for (let k = list.o[i] ?? 0; k < (list.o[i + 1] ?? 0); k += 1) {
          const since = day ? columnValue(day, k) : undefined;
          const id = tagId && columnValue(tagId, k);
          if (typeof id === 'string') this.put(this.carriersOf(id), rows[i] ?? 0, Number(since));
        }
      }
    }
  }

  /** Everybody who fits carries the tag from `today` on, or since they carried it before. */
  takeAll(tagId: string, marks: Uint8Array, today: number, turned: (turn: TagTurn) => void): void {
    this.ensureRows();
    const carriers = this.carriersOf(tagId);
    for (let row = 0; row < marks.length; row += 1) {
      const isOn = marks[row] === 1;
      if (isOn === (carriers.since[row] ?? 0) > 0) continue;
      this.turn(carriers, { row, tagId, isOn }, today, turned);
    }
  }

  takeOne(turn: TagTurn, today: number, turned: (turn: TagTurn) => void): void {
    this.ensureRows();
    const carriers = this.carriersOf(turn.tagId);
    if (turn.isOn === (carriers.since[turn.row] ?? 0) > 0) return;
    this.turn(carriers, turn, today, turned);
  }

  /** A tag whose rule is gone or off gives itself to nobody; no loss is told of that. */
  drop(tagId: string): boolean {
    const carriers = this.tags.get(tagId);
    if (!carriers || carriers.count === 0) return false;
    this.tags.delete(tagId);
    this.isWhollyDirty = true;
    return true;
  }

  tagIds(): string[] {
    return [...this.tags.keys()];
  }

  /** Says of a row whether the person is there; returns whether they were known before. */
  know(row: number, isHere: boolean): boolean {
    this.ensureRows();
    const was = this.known[row] === 1;
    if (was !== isHere) this.dirty.add(row);
    this.known[row] = isHere ? 1 : 0;
    return was;
  }

  isKnown(row: number): boolean {
    return this.known[row] === 1;
  }

  isCarried(tagId: string, row: number): boolean {
    return (this.tags.get(tagId)?.since[row] ?? 0) > 0;
  }

  /** 1 for each row that carries one of these tags (of all, when none are named). */
  marksOf(tagIds: readonly string[] = this.tagIds()): Uint8Array {
    const marks = new Uint8Array(this.known.length);
    for (const tagId of tagIds) {
      const since = this.tags.get(tagId)?.since;
      if (!since) continue;
      for (let row = 0; row < since.length; row += 1) if (since[row] !== 0) marks[row] = 1;
    }
    return marks;
  }

  tagsOf(row: number): { tagId: string; day: number }[] {
    const found: { tagId: string; day: number }[] = [];
    for (const [tagId, { since }] of this.tags) {
      const day = since[row] ?? 0;
      if (day > 0) found.push({ tagId, day });
    }
    return found;
  }

  /** How many carry each tag that anybody carries. */
  counts(): Record<string, number> {
    const counted = [...this.tags].filter(([, { count }]) => count > 0);
    return Object.fromEntries(counted.map(([tagId, { count }]) => [tagId, count]));
  }

  /** What has to be written since it was last asked; all pages when nearly everybody changed. */
  takeChanges(): { pages: PageRecord[] } | { changed: MemberTags[]; gone: string[] } {
    const isMuch = this.isWhollyDirty || this.dirty.size > PAGE;
    const rows = [...this.dirty];
    this.dirty.clear();
    this.isWhollyDirty = false;
    if (isMuch) return { pages: this.pages() };
    const ids = rows.map((row) => ({ row, id: this.rows.idOf(row) }));
    ids.sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      changed: ids
        .filter(({ row }) => this.known[row] === 1)
        .map(({ row, id }) => ({ id, tags: this.tagsOf(row) })),
      gone: ids.filter(({ row }) => this.known[row] !== 1).map(({ id }) => id),
    };
  }

  /** After a failure to write: everything is written the next time. */
  dirtyAll(): void {
    this.isWhollyDirty = true;
  }

  private turn(
    carriers: Carriers,
    turn: TagTurn,
    today: number,
    turned: (turn: TagTurn) => void,
  ): void {
    this.put(carriers, turn.row, turn.isOn ? today : 0);
    this.dirty.add(turn.row);
    turned(turn);
  }

  private put(carriers: Carriers, row: number, day: number): void {
    const was = (carriers.since[row] ?? 0) > 0;
    const since = day === 0 ? 0 : Math.min(LAST_DAY, Math.max(1, day));
    carriers.since[row] = since;
    carriers.count += Number(since > 0) - Number(was);
  }

  private carriersOf(tagId: string): Carriers {
    let carriers = this.tags.get(tagId);
    if (!carriers) {
      carriers = { since: new Uint16Array(this.known.length), count: 0 };
      this.tags.set(tagId, carriers);
    }
    return carriers;
  }

  private ensureRows(): void {
    if (this.known.length >= this.rows.size) return;
    const length = Math.ceil(this.rows.size * 1.1) + 64;
    const known = new Uint8Array(length);
    known.set(this.known);
    this.known = known;
    for (const carriers of this.tags.values()) {
      const since = new Uint16Array(length);
      since.set(carriers.since);
      carriers.since = since;
    }
  }

  private pages(): PageRecord[] {
    const order = rowsInOrderOfId(this.rows, (row) => this.known[row] === 1);
    const pages: PageRecord[] = [];
    for (let from = 0; from < order.length; from += PAGE) {
      pages.push(this.page(order.slice(from, from + PAGE)));
    }
    return pages;
  }

  private page(rows: readonly number[]): PageRecord {
    const o = new Uint32Array(rows.length + 1);
    const tagIds = [...this.tags.keys()];
    const all = [...this.tags.values()];
    const codes: number[] = [];
    const days: number[] = [];
    rows.forEach((row, i) => {
      all.forEach(({ since }, t) => {
        const day = since[row] ?? 0;
        if (day === 0) return;
        codes.push(t + 1);
        days.push(day);
      });
      o[i + 1] = codes.length;
    });
    const ids = rows.map((row) => this.rows.idOf(row));
    const tags = {
      t: 'list' as const,
      o,
      c: {
        tagId: { t: 'code' as const, d: tagIds, x: Uint16Array.from(codes) },
        day: { t: 'i32' as const, v: Int32Array.from(days) },
      },
    };
    return {
      lo: ids[0] ?? '',
      hi: ids[ids.length - 1] ?? '',
      n: rows.length,
      c: { id: encodeColumn('uuid', ids), tags },
    };
  }
}
