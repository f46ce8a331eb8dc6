import type { PageRecord } from '@/db/paged/page';
import { Codes, fillNumbers } from '../index/codes';
import { TextTable } from './text-table';

/** What an event says besides who, where and when; few values each. */
export const EVENT_CODES = ['runId', 'placement', 'channel', 'variant'] as const;
export type EventCode = (typeof EVENT_CODES)[number];

const MAX_STEP = 0xffff;

/** The array, larger where it does not reach to `at`. */
function roomy(array: Int32Array<ArrayBuffer>, at: number, fill: number): Int32Array<ArrayBuffer> {
  if (at < array.length) return array;
  const larger = new Int32Array(Math.max(at + 1, array.length * 2)).fill(fill);
  larger.set(array);
  return larger;
}

/** Who is who: subjects, the members that events name, and the people they come down to. */
export class EventPeople {
  readonly subjects = new TextTable();
  readonly members = new TextTable();
  size = 0;
  /** By subject: whose it is. */
  private personOfSubject = new Int32Array(1024).fill(-1);
  /** By number of the member: the person first seen as that member. */
  private personOfMember = new Int32Array(1024).fill(-1);
  /** By person: their first subject, and number of their member or -1. */
  private subjectOf = new Int32Array(1024);
  private memberOf = new Int32Array(1024).fill(-1);
  /** People who turned out to be somebody already known: by person, the other one. */
  readonly same = new Map<number, number>();
  /** Subjects whose events name a second member, and members with several subjects. */
  readonly severalMembers = new Set<number>();
  readonly severalSubjects = new Set<number>();

  /** The person behind an event; a subject's first member stands. */
  personFor(subject: number, member: number): number {
    this.personOfSubject = roomy(this.personOfSubject, subject, -1);
    let person = this.personOfSubject[subject] ?? -1;
    if (person < 0) {
      const known = member < 0 ? -1 : (this.personOfMember[member] ?? -1);
      if (known >= 0) this.severalSubjects.add(member);
      person = known >= 0 ? known : this.newPerson(subject, member);
      this.personOfSubject[subject] = person;
      return person;
    }
    if (member >= 0 && this.memberOf[person] !== member) this.nameMember(person, subject, member);
    return person;
  }

  memberIdOf(person: number): string | undefined {
    const member = this.memberOf[person] ?? -1;
    return member < 0 ? undefined : this.members.textOf(member);
  }

  subjectTextOf(person: number): string {
    return this.subjects.textOf(this.subjectOf[person] ?? -1);
  }

  /** The person who is this member, by what the events say; -1 for nobody. */
  personOfMemberId(memberId: string): number {
    const person = this.personOfMember[this.members.find(memberId)] ?? -1;
    return person < 0 ? person : this.settled(person);
  }

  personOfSubjectText(subject: string): number {
    const person = this.personOfSubject[this.subjects.find(subject)] ?? -1;
    return person < 0 ? person : this.settled(person);
  }

  settled(person: number): number {
    let settled = person;
    for (let next = this.same.get(settled); next !== undefined; next = this.same.get(settled)) {
      settled = next;
    }
    return settled;
  }

  private nameMember(person: number, subject: number, member: number): void {
    if ((this.memberOf[person] ?? -1) >= 0) {
      this.severalMembers.add(subject);
      return;
    }
    this.personOfMember = roomy(this.personOfMember, member, -1);
    const known = this.personOfMember[member] ?? -1;
    this.memberOf[person] = member;
    if (known < 0) this.personOfMember[member] = person;
    else if (this.settled(known) !== this.settled(person)) {
      this.severalSubjects.add(member);
      this.same.set(this.settled(person), this.settled(known));
    }
  }

  private newPerson(subject: number, member: number): number {
    const person = this.size;
    this.size += 1;
    this.subjectOf = roomy(this.subjectOf, person, 0);
    this.memberOf = roomy(this.memberOf, person, -1);
    this.subjectOf[person] = subject;
    this.memberOf[person] = member;
    if (member >= 0) {
      this.personOfMember = roomy(this.personOfMember, member, -1);
      this.personOfMember[member] = person;
    }
    return person;
  }
}

/** Events as pages bring them, one row each, before they are put together by person. */
export class EventRows {
  n = 0;
  person = new Uint32Array(0);
  step = new Uint16Array(0);
  at = new Float64Array(0);
  readonly codes: Record<EventCode, Codes> = {
    runId: new Codes(0),
    placement: new Codes(0),
    channel: new Codes(0),
    variant: new Codes(0),
  };
  private readonly pages: PageRecord[] = [];

  constructor(private readonly people: EventPeople) {}

  /** Takes a page's subjects in at once; its other columns wait until all are there. */
  take(page: PageRecord): void {
    const { people } = this;
    const subjects = people.subjects.addColumn(page.c.subject, page.n);
    const members = people.members.addColumn(page.c.memberId, page.n);
    const person = new Int32Array(page.n);
    for (let i = 0; i < page.n; i += 1) {
      person[i] = people.personFor(subjects[i] ?? 0, members[i] ?? -1);
    }
    const { step, at, runId, placement, channel, variant } = page.c;
    const kept = { step, at, runId, placement, channel, variant };
    const columns = Object.fromEntries(
      Object.entries(kept).flatMap(([name, column]) => (column ? [[name, column]] : [])),
    );
    this.pages.push({ ...page, c: { ...columns, person: { t: 'i32', v: person } } });
    this.n += page.n;
  }

  /** One typed array per field, over all pages. */
  assemble(): void {
    const { n, people } = this;
    this.person = new Uint32Array(n);
    this.step = new Uint16Array(n);
    this.at = new Float64Array(n);
    for (const name of EVENT_CODES) this.codes[name] = new Codes(n);
    const hasSame = people.same.size > 0;
    let start = 0;
    for (const { n: length, c } of this.pages) {
      const steps = new Float64Array(length);
      fillNumbers(steps, c.step, 0);
      if (c.person?.t === 'i32') this.person.set(c.person.v, start);
      for (let i = 0; i < length; i += 1) this.step[start + i] = Math.min(steps[i] ?? 0, MAX_STEP);
      fillNumbers(this.at, c.at, start);
      for (const name of EVENT_CODES) this.codes[name].fill(c[name], start);
      start += length;
    }
    this.pages.length = 0;
    if (!hasSame) return;
    for (let i = 0; i < n; i += 1) this.person[i] = people.settled(this.person[i] ?? 0);
  }
}
