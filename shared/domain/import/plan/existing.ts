import type { Member } from '@shared/domain/members/member.schema';
import type { Order } from '@shared/domain/orders/order.schema';

/** What tells a person for certain, strongest first. */
export const MEMBER_KEYS = ['wecomId', 'unionId', 'backOfficeId', 'wechatId', 'phone'] as const;
export type MemberKey = (typeof MEMBER_KEYS)[number];

/**
 * The roster as planning sees it. An interface, so that the data worker serves it from packed pages
 * and tests from plain lists. Ids come back in the order in which the members were made.
 */
export type ExistingMembers = {
  byKey(key: MemberKey, value: string): readonly string[];
  /** By folded name or group nickname: a weak key. */
  byName(folded: string): readonly string[];
  get(id: string): Member | undefined;
  tagNames(id: string): ReadonlySet<string>;
};

/** The orders as planning sees them; one number may come back in several 团. */
export type ExistingOrders = {
  byNumber(externalNo: string): readonly string[];
  get(id: string): Order | undefined;
};
