import type { ConsoleDb } from '@/db/db';
import { type Column, columnValue } from '@/db/paged/columns';
import type { PageRecord } from '@/db/paged/page';
import { readPages } from '../people/read-pages';
import type { EventSlots } from './event-slots';

const KEYS = ['phone', 'wechatId', 'wecomId', 'unionId', 'backOfficeId'] as const;
const TRAITS = ['identity', 'region', 'channel'] as const;
type Trait = (typeof TRAITS)[number];

/**
 * Which member is behind a person of the events: the one that the events name, else the one whose
 * id, phone, WeChat id or number the subject is. Holds the traits of these and of the `wanted`
 * members alone.
 */
export class MemberLinks {
  readonly ids: string[] = [];
  /** People whose subject fits several members. */
  readonly several = new Set<number>();
  private readonly indexOf = new Map<string, number>();
  private readonly ofPerson: Int32Array;
  private readonly personOf: number[] = [];
  private readonly traits: Record<Trait, (string | undefined)[]> = {
    identity: [],
    region: [],
    channel: [],
  };

  private constructor(private readonly slots: EventSlots) {
    this.ofPerson = new Int32Array(slots.people.size).fill(-1);
  }

  static async read(
    db: ConsoleDb,
    slots: EventSlots,
    wanted: ReadonlySet<string>,
  ): Promise<MemberLinks> {
    const links = new MemberLinks(slots);
    await readPages(db, 'members', true, (page, cold) => links.take(page, cold, wanted));
    return links;
  }

  /** The member behind a person: the id that the events name even where no such member is left. */
  memberIdOf(person: number): string | undefined {
    const index = this.ofPerson[person] ?? -1;
    return index < 0 ? this.slots.people.memberIdOf(person) : this.ids[index];
  }

  isKnown(person: number): boolean {
    return (this.ofPerson[person] ?? -1) >= 0;
  }

  personOfMember(memberId: string): number {
    return this.personOf[this.indexOf.get(memberId) ?? -1] ?? -1;
  }

  traitOfPerson(person: number, trait: Trait): string | undefined {
    return this.traits[trait][this.ofPerson[person] ?? -1];
  }

  traitOfMember(memberId: string, trait: Trait): string | undefined {
    return this.traits[trait][this.indexOf.get(memberId) ?? -1];
  }

  private take(page: PageRecord, cold: PageRecord | undefined, wanted: ReadonlySet<string>): void {
    const columnOf = (name: string): Column | undefined => page.c[name] ?? cold?.c[name];
    const idColumn = columnOf('id');
    const keys = KEYS.map(columnOf);
    const { people } = this.slots;
    for (let row = 0; row < page.n; row += 1) {
      const id = idColumn ? String(columnValue(idColumn, row)) : '';
      const named = people.personOfMemberId(id);
      const persons = named < 0 ? [] : [named];
      for (const text of [id, ...keys.flatMap((column) => textsOf(column, row))]) {
        const person = people.personOfSubjectText(text);
        // What an event names outright is not put in question by how its subject looks.
        const isFree = person >= 0 && people.memberIdOf(person) === undefined;
        if (isFree && !persons.includes(person)) persons.push(person);
      }
      if (persons.length > 0 || wanted.has(id)) this.link(id, persons, columnOf, row);
    }
  }

  private link(
    id: string,
    persons: readonly number[],
    columnOf: (name: string) => Column | undefined,
    row: number,
  ): void {
    const index = this.ids.length;
    this.ids.push(id);
    this.indexOf.set(id, index);
    this.personOf.push(persons[0] ?? -1);
    for (const trait of TRAITS) {
      const column = columnOf(trait);
      const value = column && columnValue(column, row);
      this.traits[trait].push(typeof value === 'string' ? value : undefined);
    }
    for (const person of persons) {
      if ((this.ofPerson[person] ?? -1) >= 0) this.several.add(person);
      else this.ofPerson[person] = index;
    }
  }
}

const CHINA = '+86';

/** A key as it may be written: a phone with and without its country. */
function textsOf(column: Column | undefined, row: number): string[] {
  const value = column && columnValue(column, row);
  if (typeof value !== 'string' || value === '') return [];
  if (!value.startsWith(CHINA)) return [value];
  return [value, value.slice(1), value.slice(CHINA.length)];
}
