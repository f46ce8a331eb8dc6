import type { ConsoleDb } from '@/db/db';
import { type Column, columnValue } from '@/db/paged/columns';
import type { PageRecord } from '@/db/paged/page';
import { Codes } from '../index/codes';
import { readPages } from '../people/read-pages';
import type { EventSlots } from './event-slots';
import { TextTable } from './text-table';

const KEYS = ['phone', 'wechatId', 'wecomId', 'unionId', 'backOfficeId'] as const;
const TRAITS = ['identity', 'region', 'channel'] as const;
type Trait = (typeof TRAITS)[number];

/** Two members bear this key. */
const SHARED = -2;
const NOBODY = -1;
const CHINA = '+86';

/**
 * Which member is behind a person of the events: the one that the events name, else the one whose
 * id, phone, WeChat id or number the subject is. Read once for all members; people who come later
 * are looked up when they are asked for.
 */
export class MemberLinks {
  private readonly keys = new TextTable();
  /** By key: the member's row, or why there is none. */
  private rowOfKey = new Int32Array(1024);
  private readonly ids: string[] = [];
  private readonly traits: Record<Trait, Codes>;
  private slots: EventSlots | undefined;
  /** By person: the row that the subject fits; people from `matched` on are not looked up yet. */
  private fits = new Int32Array(0);
  private matched = 0;
  private readonly personOfRow = new Map<number, number>();
  /** People whose subject fits several members. */
  readonly several = new Set<number>();
  /** People whose subject fits a member behind whom somebody else stands already, with that other. */
  readonly doubles = new Map<number, number>();

  private constructor(pages: readonly PageRecord[], n: number) {
    const traits = { identity: new Codes(n), region: new Codes(n), channel: new Codes(n) };
    this.traits = traits;
    let start = 0;
    for (const page of pages) {
      for (const trait of TRAITS) traits[trait].fill(page.c[trait], start);
      this.takeKeys(page);
      start += page.n;
    }
  }

  static async read(db: ConsoleDb): Promise<MemberLinks> {
    const pages: PageRecord[] = [];
    let n = 0;
    await readPages(db, 'members', true, (page, cold) => {
      const wanted = ['id', ...KEYS, ...TRAITS].flatMap((name) => {
        const column = page.c[name] ?? cold?.c[name];
        return column ? [[name, column] as const] : [];
      });
      pages.push({ ...page, c: Object.fromEntries(wanted) });
      n += page.n;
    });
    return new MemberLinks(pages, n);
  }

  /** Speaks of these events from now on; only people who are new are looked up. */
  follow(slots: EventSlots): void {
    if (this.slots !== slots) {
      this.slots = slots;
      this.fits = new Int32Array(0);
      this.matched = 0;
      this.personOfRow.clear();
      this.several.clear();
      this.doubles.clear();
    }
    const { people } = slots;
    if (people.size > this.fits.length) {
      const fits = new Int32Array(people.size + 1024);
      fits.set(this.fits);
      this.fits = fits;
    }
    for (; this.matched < people.size; this.matched += 1) {
      const person = people.settled(this.matched);
      const row = this.rowFor(people.subjectTextOf(this.matched));
      if (row === SHARED) this.several.add(person);
      else if (row >= 0) {
        const other = this.personOfRow.get(row);
        if (other === undefined) this.personOfRow.set(row, person);
        else if (other !== person) this.doubles.set(person, other);
        this.fits[this.matched] = row + 1;
      }
    }
  }

  /** The member behind a person: the id that the events name even where no such member is left. */
  memberIdOf(person: number): string | undefined {
    return this.slots?.people.memberIdOf(person) ?? this.ids[this.rowOf(person)];
  }

  isKnown(person: number): boolean {
    return this.rowOf(person) >= 0;
  }

  personOfMember(memberId: string): number {
    const named = this.slots?.people.personOfMemberId(memberId) ?? NOBODY;
    if (named >= 0) return named;
    const person = this.personOfRow.get(this.rowFor(memberId)) ?? NOBODY;
    // What the events say outright of a person is not put in question by how the subject looks.
    return person >= 0 && this.slots?.people.memberIdOf(person) !== undefined ? NOBODY : person;
  }

  traitOfPerson(person: number, trait: Trait): string | undefined {
    return this.traitOf(this.rowOf(person), trait);
  }

  traitOfMember(memberId: string, trait: Trait): string | undefined {
    return this.traitOf(this.rowFor(memberId), trait);
  }

  private traitOf(row: number, trait: Trait): string | undefined {
    return row < 0 ? undefined : this.traits[trait].textOf(row);
  }

  private rowOf(person: number): number {
    const named = this.slots?.people.memberIdOf(person);
    return named === undefined ? (this.fits[person] ?? 0) - 1 : this.rowFor(named);
  }

  private rowFor(key: string): number {
    const number = this.keys.find(key);
    return number < 0 ? NOBODY : (this.rowOfKey[number] ?? NOBODY);
  }

  private takeKeys(page: PageRecord): void {
    const columns = KEYS.map((name) => page.c[name]);
    const { id } = page.c;
    for (let i = 0; i < page.n; i += 1) {
      const row = this.ids.length;
      const memberId = id ? String(columnValue(id, i)) : '';
      this.ids.push(memberId);
      this.putKey(memberId, row);
      for (const column of columns) for (const text of textsOf(column, i)) this.putKey(text, row);
    }
  }

  private putKey(text: string, row: number): void {
    const known = this.keys.size;
    const number = this.keys.add(text);
    if (number >= this.rowOfKey.length) {
      const larger = new Int32Array(this.rowOfKey.length * 2);
      larger.set(this.rowOfKey);
      this.rowOfKey = larger;
    }
    if (number === known) this.rowOfKey[number] = row;
    else if (this.rowOfKey[number] !== row) this.rowOfKey[number] = SHARED;
  }
}

/** A key as it may be written: a phone with and without its country. */
function textsOf(column: Column | undefined, row: number): string[] {
  const value = column && columnValue(column, row);
  if (typeof value !== 'string' || value === '') return [];
  if (!value.startsWith(CHINA)) return [value];
  return [value, value.slice(1), value.slice(CHINA.length)];
}
