import type { Membership } from '@shared/domain/groups/group.schema';
import type { Member } from './member.schema';

/** Fields on which two records of one person may differ, in the order in which they are shown. */
export const MERGE_FIELDS = [
  'name',
  'phone',
  'wechatId',
  'groupNickname',
  'identity',
  'channel',
  'region',
  'address',
  'gender',
  'birthday',
  'note',
  'wecomId',
  'unionId',
  'backOfficeId',
] as const satisfies readonly (keyof Member)[];
export type MergeField = (typeof MERGE_FIELDS)[number];

/** Whose value stays. */
export const MERGE_SIDES = ['kept', 'gone'] as const;
export type MergeSide = (typeof MERGE_SIDES)[number];
export type MergeChoices = Partial<Record<MergeField, MergeSide>>;

const KEYS: ReadonlySet<MergeField> = new Set([
  'phone',
  'wechatId',
  'wecomId',
  'unionId',
  'backOfficeId',
]);
const MADE_UP_NAME = /^(?:尾号\d{4}|微信用户|匿名用户?)$/;
const LONGEST_NOTE = 5000;

function isBlank(member: Member, field: MergeField): boolean {
  const value = member[field];
  if (value === undefined || value === '') return true;
  if (field === 'identity') return value === 'unknown';
  return field === 'name' && MADE_UP_NAME.test(member.name);
}

/** Ids are UUIDv7: the smaller one was made earlier. */
const isOlder = (a: Member, b: Member) => a.id < b.id;

/**
 * Whose value stays when nobody says otherwise: a filled one over a blank one; of two keys the older
 * record's, which orders and platforms know; of two other values the newer record's.
 */
export function defaultSide(kept: Member, gone: Member, field: MergeField): MergeSide {
  if (isBlank(gone, field)) return 'kept';
  if (isBlank(kept, field)) return 'gone';
  return isOlder(kept, gone) === KEYS.has(field) ? 'kept' : 'gone';
}

/** Both say something, and not the same. */
export const isConflict = (kept: Member, gone: Member, field: MergeField): boolean =>
  !isBlank(kept, field) && !isBlank(gone, field) && kept[field] !== gone[field];

/** The one record that two become: the kept one's id, each field from the side that was chosen. */
export function mergedMember(kept: Member, gone: Member, choices: MergeChoices): Member {
  const result: Record<string, unknown> = { ...kept };
  for (const field of MERGE_FIELDS) {
    const side = choices[field] ?? defaultSide(kept, gone, field);
    const value = (side === 'kept' ? kept : gone)[field];
    if (value === undefined) delete result[field];
    else result[field] = value;
  }
  // Two notes are two pieces of knowledge, unless one of them was chosen.
  if (choices.note === undefined && isConflict(kept, gone, 'note')) {
    result.note = `${kept.note}\n${gone.note}`.slice(0, LONGEST_NOTE);
  }
  const masked = kept.phoneMasked ?? gone.phoneMasked;
  if (result.phone === undefined && masked !== undefined) result.phoneMasked = masked;
  else delete result.phoneMasked;
  const joined = [kept.joinedAt, gone.joinedAt].filter((at) => at !== undefined);
  if (joined.length > 0) result.joinedAt = Math.min(...joined);
  return result as Member;
}

/** Twice in one group: there since the earlier day, in the role of the later one. */
export function mergedMembership(kept: Membership, gone: Membership): Membership {
  const [first, later] = kept.joinedAt <= gone.joinedAt ? [kept, gone] : [gone, kept];
  const { leftAt: _, runId: __, ...rest } = kept;
  const runId = first.runId ?? later.runId;
  const isInside = kept.leftAt === undefined || gone.leftAt === undefined;
  return {
    ...rest,
    role: later.role,
    joinedAt: first.joinedAt,
    ...(isInside ? {} : { leftAt: Math.max(kept.leftAt ?? 0, gone.leftAt ?? 0) }),
    ...(runId === undefined ? {} : { runId }),
  };
}
