import { fitsMask } from '../cells/phone-cell';
import type { FieldChange, MemberValues } from './plan';
import type { RosterMember } from './roster';

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

/** What the row would change about the member. A blank never overwrites; tags are only added. */
export function memberDifference(
  member: RosterMember,
  values: MemberValues,
  tags: readonly string[],
  known: ReadonlySet<string>,
): MemberDifference {
  const patch: Record<string, string | number> = {};
  const changes: FieldChange[] = [];
  for (const field of FIELDS) {
    const after = values[field];
    const before = member[field];
    if (after === undefined || after === before) continue;
    // A masked number says nothing new about a member whose whole number is known.
    if (field === 'phoneMasked' && member.phone && fitsMask(member.phone, String(after))) continue;
    patch[field] = after;
    const shown = before === undefined ? undefined : String(before);
    changes.push({ field, before: shown, after: String(after) });
  }
  const newTags = tags.filter((tag) => !known.has(tag));
  return { patch, changes, newTags };
}

/** The fields that a row tells, one bit each. */
export function toldFields(values: MemberValues): number {
  let bits = 0;
  FIELDS.forEach((field, place) => {
    if (values[field] !== undefined) bits |= 1 << place;
  });
  return bits;
}

/** Whether a change is to a field that an earlier row of the same file has told otherwise. */
export function contradicts(changes: readonly FieldChange[], told: number): boolean {
  return changes.some(({ field }) => {
    const place = FIELDS.indexOf(field as (typeof FIELDS)[number]);
    return (told & (1 << place)) !== 0;
  });
}
