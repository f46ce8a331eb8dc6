import type { Member } from '@shared/domain/members/member.schema';
import type { Order, OrderLine } from '@shared/domain/orders/order.schema';

/** What tells a person for certain, strongest first. */
export const MEMBER_KEYS = ['wecomId', 'unionId', 'backOfficeId', 'wechatId', 'phone'] as const;
export type MemberKey = (typeof MEMBER_KEYS)[number];

/**
 * The roster as planning sees it: members by handle (0, 1, 2 … in the order in which they were made),
 * each field decoded when it is asked for. An interface, so that the data worker serves it from packed
 * pages and tests from plain lists.
 */
export type ExistingMembers = {
  readonly size: number;
  byKey(key: MemberKey, value: string): readonly number[];
  /** By folded name or group nickname: a weak key. `weakly`: only those of whom no key is known. */
  byName(folded: string, weakly: boolean): readonly number[];
  value(handle: number, field: keyof Member): string | number | undefined;
  id(handle: number): string;
  tagNames(handle: number): ReadonlySet<string>;
};

export type OrderField = Exclude<keyof Order, 'lines'>;

/** The orders as planning sees them, by handle; one number may come back in several 团. */
export type ExistingOrders = {
  byNumber(externalNo: string): readonly number[];
  value(handle: number, field: OrderField): string | number | undefined;
  /** Whether a field holds this; for most fields of most orders, so without making a text of it. */
  holds(handle: number, field: OrderField, value: string | number): boolean;
  lines(handle: number): readonly OrderLine[];
  holdsLines(handle: number, lines: readonly OrderLine[]): boolean;
  id(handle: number): string;
};
