import type { CodeColumn } from '@shared/domain/people/people-columns';
import { NO_DAY } from '@shared/domain/people/people-columns';
import {
  CODE_FIELDS,
  type CodeField,
  FILLED_FIELDS,
  TEXT_FIELDS,
  type TextField,
} from '@shared/domain/rules/rule.schema';
import { type Column, columnValue } from '@/db/paged/columns';
import type { PageRecord } from '@/db/paged/page';
import type { IdTable } from '../index/id-table';
import { grown } from './arrays';
import { markFilled } from './filled-bits';
import { Names } from './names';
import type { ZoneDays } from './zone-days';

type GrowingCodes = { values: string[]; of: Uint32Array; names: Names };
type PackedPage = { hot: PageRecord; cold: PageRecord | undefined; rows: Uint32Array };
type Changed = { set?: Record<string, unknown> | undefined; unset?: readonly string[] | undefined };

const UUID_CLOCK = /^([0-9a-f]{8})-([0-9a-f]{4})-7/;

/** The members' own fields by row; texts stay packed as they were in their pages. */
export class MemberRows {
  isHere = new Uint8Array(0);
  filled = new Uint32Array(0);
  birthday = new Uint32Array(0);
  /** Days of joining and of the record's making; NO_DAY where nobody says. */
  joinedDay = new Int32Array(0);
  madeDay = new Int32Array(0);
  readonly codes: Record<CodeField, CodeColumn & GrowingCodes>;
  private readonly texts: Partial<Record<TextField, Column>>[] = [];
  private readonly packed: PackedPage[] = [];
  private pageOf = new Uint32Array(0);
  private placeIn = new Uint32Array(0);
  /** Texts of rows that changed after their page was read. */
  private readonly changed = new Map<number, Partial<Record<TextField, string>>>();

  constructor(
    private readonly rows: IdTable,
    private readonly days: ZoneDays,
  ) {
    const fresh = () => {
      const names = new Names();
      return { values: names.list, of: new Uint32Array(0), names };
    };
    this.codes = {
      identity: fresh(),
      channel: fresh(),
      region: fresh(),
      source: fresh(),
      gender: fresh(),
    };
  }

  ensureRows(rows: number): void {
    const before = this.joinedDay.length;
    this.isHere = grown(this.isHere, rows);
    this.filled = grown(this.filled, rows);
    this.birthday = grown(this.birthday, rows);
    this.joinedDay = grown(this.joinedDay, rows);
    this.madeDay = grown(this.madeDay, rows);
    this.pageOf = grown(this.pageOf, rows);
    this.placeIn = grown(this.placeIn, rows);
    this.joinedDay.fill(NO_DAY, before);
    this.madeDay.fill(NO_DAY, before);
    for (const field of CODE_FIELDS) this.codes[field].of = grown(this.codes[field].of, rows);
  }

  addPage(hot: PageRecord, cold: PageRecord | undefined): void {
    const ids = hot.c.id;
    if (!ids) return;
    const rows = this.rows.addColumn(ids);
    this.ensureRows(this.rows.size);
    const texts: Partial<Record<TextField, Column>> = {};
    for (const field of TEXT_FIELDS) {
      const column = hot.c[field] ?? cold?.c[field];
      if (column) texts[field] = column;
    }
    this.texts.push(texts);
    this.packed.push({ hot, cold, rows });
    const page = this.texts.length - 1;
    for (let i = 0; i < hot.n; i += 1) {
      const row = rows[i] ?? 0;
      this.isHere[row] = 1;
      this.pageOf[row] = page;
      this.placeIn[row] = i;
    }
  }

  /** What the models never look at is unpacked when somebody first does. */
  unpack(): void {
    for (const page of this.packed.splice(0)) this.unpackPage(page);
  }

  private unpackPage({ hot, cold, rows }: PackedPage): void {
    const filled = new Uint32Array(hot.n);
    FILLED_FIELDS.forEach((field, bit) => {
      markFilled(hot.c[field] ?? cold?.c[field], bit, filled);
    });
    const joined = hot.c.joinedAt;
    const born = cold?.c.birthday;
    for (let i = 0; i < hot.n; i += 1) {
      const row = rows[i] ?? 0;
      this.filled[row] = filled[i] ?? 0;
      this.joinedDay[row] = this.dayOf(joined && columnValue(joined, i));
      this.birthday[row] = born ? birthdayNumber(columnValue(born, i)) : 0;
    }
    if (hot.c.id) this.readClocks(hot.c.id, rows);
    for (const field of CODE_FIELDS) this.addCodes(field, hot.c[field] ?? cold?.c[field], rows);
  }

  /** A member was added, changed or removed. */
  change(row: number, id: string, { set = {}, unset = [] }: Changed, how: 'new' | 'changed'): void {
    this.unpack();
    this.ensureRows(this.rows.size);
    if (how === 'new') this.clear(row, id);
    this.isHere[row] = 1;
    const fields: Record<string, unknown> = { ...set };
    for (const field of unset) fields[field] = undefined;
    for (const field in fields) this.setField(row, field, fields[field]);
  }

  remove(row: number): void {
    this.isHere[row] = 0;
  }

  text(row: number, field: TextField): string | undefined {
    const changed = this.changed.get(row);
    if (changed) return changed[field];
    const column = this.texts[this.pageOf[row] ?? 0]?.[field];
    if (!column || this.isHere[row] !== 1) return undefined;
    const value = columnValue(column, this.placeIn[row] ?? 0);
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  private clear(row: number, id: string): void {
    this.filled[row] = 0;
    this.birthday[row] = 0;
    this.joinedDay[row] = NO_DAY;
    this.madeDay[row] = this.dayOf(clockOf(id));
    for (const field of CODE_FIELDS) this.codes[field].of[row] = 0;
    this.changed.set(row, {});
  }

  private setField(row: number, field: string, value: unknown): void {
    const text = typeof value === 'string' && value !== '' ? value : undefined;
    const bit = (FILLED_FIELDS as readonly string[]).indexOf(field);
    if (bit >= 0) {
      const others = (this.filled[row] ?? 0) & ~(1 << bit);
      this.filled[row] = text === undefined ? others : others | (1 << bit);
    }
    if ((CODE_FIELDS as readonly string[]).includes(field)) {
      const codes = this.codes[field as CodeField];
      codes.of[row] = text === undefined ? 0 : codes.names.numberOf(text) + 1;
    }
    if ((TEXT_FIELDS as readonly string[]).includes(field)) {
      this.changed.set(row, { ...this.textsOf(row), [field]: text });
    }
    if (field === 'joinedAt') this.joinedDay[row] = this.dayOf(value);
    if (field === 'birthday') this.birthday[row] = birthdayNumber(value);
  }

  private textsOf(row: number): Partial<Record<TextField, string>> {
    const texts: Partial<Record<TextField, string>> = {};
    for (const field of TEXT_FIELDS) {
      const text = this.text(row, field);
      if (text !== undefined) texts[field] = text;
    }
    return texts;
  }

  private addCodes(field: CodeField, column: Column | undefined, rows: Uint32Array): void {
    const { of, names } = this.codes[field];
    const codeOf = (value: unknown) =>
      typeof value === 'string' && value !== '' ? names.numberOf(value) + 1 : 0;
    if (column?.t === 'code') {
      const own = [undefined, ...column.d].map(codeOf);
      rows.forEach((row, i) => {
        of[row] = own[column.x[i] ?? 0] ?? 0;
      });
      return;
    }
    rows.forEach((row, i) => {
      of[row] = column ? codeOf(columnValue(column, i)) : 0;
    });
  }

  /** Ids that carry the time at which they were made say since when a record is there. */
  private readClocks(ids: Column, rows: Uint32Array): void {
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] ?? 0;
      const ms = ids.t === 'uuid' ? clockOfBytes(ids.b, i * 16) : clockOf(columnValue(ids, i));
      this.madeDay[row] = this.dayOf(ms);
    }
  }

  private dayOf(ms: unknown): number {
    return typeof ms === 'number' ? this.days.dayOf(ms) : NO_DAY;
  }
}

function clockOf(id: unknown): number | undefined {
  const found = UUID_CLOCK.exec(String(id));
  return found ? Number.parseInt(`${found[1]}${found[2]}`, 16) : undefined;
}

function clockOfBytes(b: Uint8Array, at: number): number | undefined {
  if ((b[at + 6] ?? 0) >> 4 !== 7) return undefined;
  let ms = 0;
  for (let i = 0; i < 6; i += 1) ms = ms * 256 + (b[at + i] ?? 0);
  return ms;
}

/** `YYYYMMDD`, 0 for none. */
function birthdayNumber(value: unknown): number {
  if (typeof value !== 'string' || value === '') return 0;
  return Number(value.replaceAll('-', '')) || 0;
}
