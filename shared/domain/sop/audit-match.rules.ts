import { fitsMask } from '@shared/domain/import/cells/phone-cell';
import type { Member } from '@shared/domain/members/member.schema';
import { AUDIT_ID_FIELDS, type AuditIdField } from './audit.rules';
import { type CallParts, callParts, type ReadingsOf, soundsAlike } from './audit-calls';

/** Why another record may be the same person, strongest first. */
export const MATCH_REASONS = [
  'sameWechatId',
  'samePhone',
  'sameBackOfficeId',
  'backOfficeIdInNickname',
  'phoneInNickname',
  'phoneTailAndName',
  'maskedPhoneAndName',
  'sameNickname',
  'soundsLikeNickname',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** An id that a platform gives out once; everything else may be two people's. */
const STRONG_REASONS: ReadonlySet<MatchReason> = new Set([
  'sameWechatId',
  'samePhone',
  'sameBackOfficeId',
]);
export type MatchStrength = 'strong' | 'weak';

export type TraceMember = Pick<
  Member,
  'id' | 'name' | 'phone' | 'phoneMasked' | 'wechatId' | 'groupNickname' | 'backOfficeId' | 'region'
>;

/** Another record that may be the same person. */
export type Twin = {
  memberId: string;
  name: string;
  reasons: MatchReason[];
  strength: MatchStrength;
  /** Never on nothing but a masked phone. */
  mayMerge: boolean;
};

/** A value for an id that is missing; `from` is absent when the person's own name or nickname says it. */
export type IdSuggestion = {
  field: AuditIdField;
  value: string;
  reasons: (MatchReason | 'inOwnName')[];
  strength: MatchStrength;
  from?: { memberId: string; name: string };
};

const MOST_TWINS = 6;
const MOST_PER_FIELD = 3;
/** More people than this under one trace: it is the shop's own or a placeholder. */
const MOST_SHARED = 8;

/** WeChat takes its ids in any case; the ids that machines give out are told apart by it. */
export const idKey = (field: AuditIdField, value: string | undefined): string => {
  const text = value?.trim() ?? '';
  return field === 'wechatId' ? text.toLowerCase() : text;
};

/** A member with what its name and nickname are made of, so that it is read once. */
export type ReadTrace = { member: TraceMember; parts: CallParts };

export function readTrace(member: TraceMember): ReadTrace {
  const name = callParts(member.name, member.region);
  const nickname = callParts(member.groupNickname, member.region);
  return {
    member,
    parts: {
      calls: [...new Set([...name.calls, ...nickname.calls])],
      numbers: [...new Set([...name.numbers, ...nickname.numbers])],
      mobiles: [...new Set([...name.mobiles, ...nickname.mobiles])],
    },
  };
}

const sameId = (field: AuditIdField, a: TraceMember, b: TraceMember): boolean => {
  const key = idKey(field, a[field]);
  return key !== '' && key === idKey(field, b[field]);
};

const tailOf = (phone: string | undefined) => phone?.slice(-4);
const mobileOf = (phone: string | undefined) => phone?.replace(/^\+86/, '');

/** What speaks for two records being one person, strongest first; nothing when nothing does. */
function matchReasons(
  a: ReadTrace,
  b: ReadTrace,
  crowded: ReadonlySet<string>,
  readingsOf: ReadingsOf,
): MatchReason[] {
  const reasons = new Set<MatchReason>();
  if (sameId('wechatId', a.member, b.member)) reasons.add('sameWechatId');
  if (sameId('phone', a.member, b.member)) reasons.add('samePhone');
  if (sameId('backOfficeId', a.member, b.member)) reasons.add('sameBackOfficeId');
  const isCalledAlike = a.parts.calls.some((call) => b.parts.calls.includes(call));
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const { backOfficeId, phone } = other.member;
    if (backOfficeId && one.parts.numbers.includes(backOfficeId.trim())) {
      reasons.add('backOfficeIdInNickname');
    }
    if (phone && one.parts.mobiles.includes(mobileOf(phone) ?? '')) reasons.add('phoneInNickname');
    if (!isCalledAlike) continue;
    const tail = tailOf(phone);
    if (tail && (one.parts.numbers.includes(tail) || tailOf(one.member.phone) === tail)) {
      reasons.add('phoneTailAndName');
    }
    const mask = one.member.phone ? undefined : one.member.phoneMasked;
    if (mask && phone && fitsMask(phone, mask)) reasons.add('maskedPhoneAndName');
  }
  const telling = a.parts.calls.filter((call) => !crowded.has(call));
  if (telling.some((call) => b.parts.calls.includes(call))) reasons.add('sameNickname');
  else if (telling.some((x) => b.parts.calls.some((y) => soundsAlike(x, y, readingsOf)))) {
    reasons.add('soundsLikeNickname');
  }
  return MATCH_REASONS.filter((reason) => reasons.has(reason));
}

const strengthOf = (reasons: readonly MatchReason[]): MatchStrength =>
  reasons.some((reason) => STRONG_REASONS.has(reason)) ? 'strong' : 'weak';

const rankOf = ({ strength, reasons }: Pick<Twin, 'strength' | 'reasons'>) =>
  (strength === 'strong' ? 0 : 100) +
  Math.min(...reasons.map((reason) => MATCH_REASONS.indexOf(reason))) * 2 -
  Math.min(reasons.length, 3);

/** A name alone, or a mask with it, never makes two records one. */
const mayMerge = (reasons: readonly MatchReason[]) =>
  reasons.some(
    (reason) =>
      reason !== 'maskedPhoneAndName' &&
      reason !== 'sameNickname' &&
      reason !== 'soundsLikeNickname',
  );

export type MatchAnswer = { suggestions: IdSuggestion[]; twins: Twin[] };

/**
 * Which of `others` may be the same person as `me`, and what each would fill in. A weak reason that
 * more than eight records share says nothing and is left out. Suggestions are strongest first, at
 * most three for each missing id; a value found in the person's own name or nickname is weak.
 */
export function matchPerson(
  me: TraceMember,
  others: readonly TraceMember[],
  readingsOf: ReadingsOf,
): MatchAnswer {
  const mine = readTrace(me);
  const read = others.filter((other) => other.id !== me.id).map(readTrace);
  const crowded = crowdedCalls(mine, read);
  const found = read.map((other) => ({
    other: other.member,
    reasons: matchReasons(mine, other, crowded, readingsOf),
  }));
  const shares = new Map<MatchReason, number>();
  for (const { reasons } of found) {
    for (const reason of reasons) shares.set(reason, (shares.get(reason) ?? 0) + 1);
  }
  const told = found
    .map(({ other, reasons }) => ({
      other,
      reasons: reasons.filter((reason) => (shares.get(reason) ?? 0) <= MOST_SHARED),
    }))
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ other, reasons }) => ({ other, reasons, strength: strengthOf(reasons) }))
    .sort((x, y) => rankOf(x) - rankOf(y) || (x.other.id < y.other.id ? -1 : 1));
  return {
    suggestions: [...ownSuggestions(mine), ...told.flatMap((it) => borrowed(me, it))]
      .sort((x, y) => Number(x.strength === 'weak') - Number(y.strength === 'weak'))
      .filter(isFirstFew()),
    twins: told.slice(0, MOST_TWINS).map(({ other, reasons, strength }) => ({
      memberId: other.id,
      name: other.name,
      reasons,
      strength,
      mayMerge: mayMerge(reasons),
    })),
  };
}

/** Names of mine that many bear: a city, a trade, the commonest of names. */
function crowdedCalls({ parts }: ReadTrace, others: readonly ReadTrace[]): Set<string> {
  const bearers = (call: string) =>
    others.filter((other) => other.parts.calls.includes(call)).length;
  return new Set(parts.calls.filter((call) => bearers(call) > MOST_SHARED));
}

/** What the person's own name and nickname say: `上海-小周-10086`, `小周13800138000`. */
function ownSuggestions({ member, parts }: ReadTrace): IdSuggestion[] {
  const suggestions: IdSuggestion[] = [];
  const add = (field: AuditIdField, value: string) => {
    suggestions.push({ field, value, reasons: ['inOwnName'], strength: 'weak' });
  };
  if (!member.phone) for (const mobile of parts.mobiles) add('phone', `+86${mobile}`);
  if (!member.backOfficeId) {
    // Four digits behind a name are as often the end of a phone number.
    for (const number of parts.numbers) if (number.length > 4) add('backOfficeId', number);
  }
  return suggestions;
}

function borrowed(
  me: TraceMember,
  {
    other,
    reasons,
    strength,
  }: { other: TraceMember; reasons: MatchReason[]; strength: MatchStrength },
): IdSuggestion[] {
  return AUDIT_ID_FIELDS.flatMap((field) => {
    const value = other[field]?.trim();
    if (me[field]?.trim() || !value) return [];
    return [{ field, value, reasons, strength, from: { memberId: other.id, name: other.name } }];
  });
}

/** Keeps the first of each value, and few of each field. */
function isFirstFew(): (suggestion: IdSuggestion) => boolean {
  const seen = new Map<AuditIdField, Set<string>>();
  return ({ field, value }) => {
    const values = seen.get(field) ?? new Set<string>();
    seen.set(field, values);
    const key = idKey(field, value);
    if (values.has(key) || values.size >= MOST_PER_FIELD) return false;
    values.add(key);
    return true;
  };
}

/** An id that another record bears already. */
export type IdConflict = { field: AuditIdField; value: string; memberId: string; name: string };

/** Ids of one person only: many people go by one nickname in different groups. */
const UNIQUE_ID_FIELDS = ['phone', 'wechatId', 'backOfficeId'] as const;

/** Which of the ids as they are typed now belong to another record, with whom. */
export function idConflicts(
  memberId: string,
  typed: Partial<Record<AuditIdField, string>>,
  others: readonly TraceMember[],
): IdConflict[] {
  return UNIQUE_ID_FIELDS.flatMap((field) => {
    const key = idKey(field, typed[field]);
    if (key === '') return [];
    const holder = others.find(
      (other) => other.id !== memberId && idKey(field, other[field]) === key,
    );
    if (!holder) return [];
    return [{ field, value: String(typed[field]), memberId: holder.id, name: holder.name }];
  });
}
