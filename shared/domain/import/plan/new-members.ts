import type { RowFrame } from '@shared/lib/row-frame';
import { itemsOf, type LazyList } from './list';
import type { MemberValues, NewMember } from './plan';

const TEXT_FIELDS = [
  'name',
  'phone',
  'phoneMasked',
  'wechatId',
  'wecomId',
  'unionId',
  'backOfficeId',
  'groupNickname',
  'identity',
  'channel',
  'region',
  'address',
  'gender',
  'birthday',
  'note',
] as const satisfies readonly (keyof MemberValues)[];
type TextField = (typeof TEXT_FIELDS)[number];
type Texts = Partial<Record<TextField, (string | undefined)[]>>;

const NO_TAGS: readonly string[] = [];

/** The people whom a plan would make, by columns; each field's column is there once it is told. */
export class NewMembers implements LazyList<NewMember> {
  length = 0;
  private texts: Texts = {};
  private joinedAt: number[] = [];
  private tags = new Map<number, string[]>();

  add(values: NewMember['values'], tags: readonly string[]): number {
    const place = this.length;
    this.length += 1;
    this.patch(place, values);
    if (tags.length > 0) this.tags.set(place, [...tags]);
    return place;
  }

  patch(place: number, values: MemberValues): void {
    for (const field in values) {
      const value = values[field as keyof MemberValues];
      if (value === undefined) continue;
      if (field === 'joinedAt') this.setJoinedAt(place, Number(value));
      else this.setText(field as TextField, place, String(value));
    }
  }

  addTags(place: number, tags: readonly string[]): void {
    if (tags.length === 0) return;
    this.tags.set(place, [...new Set([...this.tagsAt(place), ...tags])]);
  }

  value(place: number, field: keyof MemberValues): string | number | undefined {
    if (field === 'joinedAt') {
      const ms = this.joinedAt[place];
      return ms === undefined || Number.isNaN(ms) ? undefined : ms;
    }
    return this.texts[field]?.[place];
  }

  tagsAt(place: number): readonly string[] {
    return this.tags.get(place) ?? NO_TAGS;
  }

  get tagCount(): number {
    let count = 0;
    for (const tags of this.tags.values()) count += tags.length;
    return count;
  }

  at(place: number): NewMember | undefined {
    if (place < 0 || place >= this.length) return undefined;
    const values: Record<string, string | number> = {};
    for (const field of TEXT_FIELDS) {
      const text = this.texts[field]?.[place];
      if (text !== undefined) values[field] = text;
    }
    const joinedAt = this.value(place, 'joinedAt');
    if (joinedAt !== undefined) values.joinedAt = joinedAt;
    return { values: values as NewMember['values'], tags: [...this.tagsAt(place)] };
  }

  [Symbol.iterator](): IterableIterator<NewMember> {
    return itemsOf<NewMember>(this);
  }

  /** The members as rows for the store, without id, source and batch. */
  frame(): RowFrame {
    const { length, joinedAt } = this;
    const columns: RowFrame['columns'] = {};
    for (const field of TEXT_FIELDS) {
      const values = this.texts[field];
      if (!values) continue;
      // Everybody has an identity, and a column of the store is as long as its rows.
      const whole = Array.from(
        { length },
        field === 'identity'
          ? (_, place) => values[place] ?? 'unknown'
          : (_, place) => values[place],
      );
      columns[field] = { kind: 'text', values: whole };
    }
    columns.identity ??= { kind: 'same', value: 'unknown' };
    if (joinedAt.length > 0) {
      const values = Float64Array.from({ length }, (_, place) => joinedAt[place] ?? Number.NaN);
      columns.joinedAt = { kind: 'number', values };
    }
    return { n: length, columns };
  }

  /** A copy to which decisions can be added while the plan stays as it is. */
  clone(): NewMembers {
    const copy = new NewMembers();
    copy.length = this.length;
    for (const field of TEXT_FIELDS) {
      const values = this.texts[field];
      if (values) copy.texts[field] = values.slice();
    }
    copy.joinedAt = this.joinedAt.slice();
    copy.tags = new Map([...this.tags].map(([place, tags]) => [place, [...tags]]));
    return copy;
  }

  private setText(field: TextField, place: number, text: string): void {
    let column = this.texts[field];
    if (!column) {
      column = [];
      this.texts[field] = column;
    }
    while (column.length < place) column.push(undefined);
    column[place] = text;
  }

  private setJoinedAt(place: number, ms: number): void {
    while (this.joinedAt.length < place) this.joinedAt.push(Number.NaN);
    this.joinedAt[place] = ms;
  }
}
