import { foldText } from '@shared/domain/import/cells/text-cell';
import { madeAt } from '@shared/lib/record-ids';
import { sha256 } from '@shared/lib/sha256';
import type { Erasure } from './erasure.schema';
import type { Member } from './member.schema';

/** What of a record speaks of a person while the record itself stays, for the books and the counts. */
export const PERSONAL_FIELDS = {
  orders: ['receiver', 'receiverPhone', 'address', 'note'],
  interactions: ['text'],
  funnelEvents: ['subject'],
} as const;
export type ImpersonalEntity = keyof typeof PERSONAL_FIELDS;

/** Stands for an erased person in records whose field may not be empty. */
export const ERASED_SUBJECT = 'erased';

type Keys = Pick<Member, 'name' | 'phone' | 'wechatId' | 'wecomId' | 'unionId'>;

/**
 * What tells a person again in another copy of the data. A phone only together with the name: it
 * may be a whole family's, and the others were not asked to be forgotten.
 */
function personKeys({ name, phone, wechatId, wecomId, unionId }: Keys): string[] {
  return [
    ...(phone ? [`phone:${phone}|${foldText(name)}`] : []),
    ...(wechatId ? [`wechat:${wechatId.toLowerCase()}`] : []),
    ...(wecomId ? [`wecom:${wecomId}`] : []),
    ...(unionId ? [`union:${unionId}`] : []),
  ];
}

const digestOf = (erasureId: string, key: string) => sha256(`${erasureId}|${key}`);

/** Digests of a person's keys, salted by the erasure they belong to. */
export function digestsOf(erasureId: string, people: readonly Keys[]): string[] {
  const keys = new Set(people.flatMap(personKeys));
  return [...keys].map((key) => digestOf(erasureId, key));
}

/**
 * Whether this record is the erased person's. By keys only when it is older than the erasure: who
 * comes back afterwards begins a new relation.
 */
export function isErasedPerson(member: Keys & { id: string }, erasure: Erasure): boolean {
  if (member.id === erasure.id || erasure.alsoIds.includes(member.id)) return true;
  if (erasure.digests.length === 0 || madeAt(member.id) > erasure.at) return false;
  return personKeys(member).some((key) => erasure.digests.includes(digestOf(erasure.id, key)));
}
