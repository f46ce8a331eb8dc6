import { fitsMask } from '../cells/phone-cell';
import { lineText, valueText } from '../cells/text-cell';
import type { MemberField } from '../columns/fields';
import type { ColumnPolicies } from './choices';
import type { FieldChange, MemberValues } from './plan';
import { withPolicy } from './policy';
import type { Person, Roster } from './roster';
import { isSameSecond } from './same-second';

/** Whom a difference is to: the roster in the middle of a file, or as it is stored. */
export type People = Pick<Roster, 'value' | 'text' | 'tagsOf'>;

export type MemberDifference = { patch: MemberValues; changes: FieldChange[]; newTags: string[] };

/** As the schema lists them, so that a person's changes always read in the same order. */
const FIELDS = [
  'name',
  'groupNickname',
  'phone',
  'phoneMasked',
  'wechatId',
  'wecomId',
  'unionId',
  'backOfficeId',
  'identity',
  'channel',
  'region',
  'address',
  'gender',
  'birthday',
  'joinedAt',
  'note',
] as const satisfies readonly (keyof MemberValues)[];
type Field = (typeof FIELDS)[number];

const columnOf = (field: Field): MemberField => (field === 'phoneMasked' ? 'phone' : field);

/** A masked number says nothing new about a member whose whole number is known. */
function isKnownBehindMask(roster: People, person: Person, field: Field, after: string): boolean {
  if (field !== 'phoneMasked') return false;
  const phone = roster.text(person, 'phone');
  return phone !== undefined && fitsMask(phone, after);
}

const NO_TAGS: string[] = [];
const NO_CHANGES: FieldChange[] = [];

/**
 * What the row would change about the member, by each column's policy. A blank never overwrites;
 * tags are only added.
 */
export function memberDifference(
  roster: People,
  person: Person,
  values: MemberValues,
  tags: readonly string[],
  policies: ColumnPolicies,
): MemberDifference {
  let patch: Record<string, string | number> | undefined;
  let changes = NO_CHANGES;
  for (const field of FIELDS) {
    const told = values[field];
    if (told === undefined) continue;
    const before = roster.value(person, field);
    if (isToldAlready(before, told) || isKnownBehindMask(roster, person, field, String(told)))
      continue;
    const after = withPolicy(policies, columnOf(field), before, told);
    if (after === undefined) continue;
    patch ??= {};
    patch[field] = after;
    if (changes === NO_CHANGES) changes = [];
    const shown = before === undefined ? undefined : String(before);
    changes.push({ field, before: shown, after: String(after) });
  }
  let newTags = NO_TAGS;
  if (tags.length > 0 && policies.tags !== 'keep') {
    const known = roster.tagsOf(person);
    newTags = tags.filter((tag) => !known.has(tag));
  }
  return { patch: patch ?? {}, changes, newTags };
}

/**
 * Whether a cell can tell no more than what is stored: sheets know times to the second, and reading
 * takes quotes and blanks away that somebody typed into the console.
 */
function isToldAlready(before: string | number | undefined, told: string | number): boolean {
  if (told === before) return true;
  if (typeof before === 'number') return typeof told === 'number' && isSameSecond(before, told);
  return before !== undefined && (lineText(before) === told || valueText(before) === told);
}

/** The fields that a row tells, one bit each. */
export function toldFields(values: MemberValues): number {
  let bits = 0;
  for (let place = 0; place < FIELDS.length; place++) {
    const field = FIELDS[place];
    if (field && values[field] !== undefined) bits |= 1 << place;
  }
  return bits;
}

/** Whether a change is to a field that an earlier row of the same file has told otherwise. */
export function contradicts(changes: readonly FieldChange[], told: number): boolean {
  return changes.some(({ field }) => {
    const place = FIELDS.indexOf(field as Field);
    return (told & (1 << place)) !== 0;
  });
}
