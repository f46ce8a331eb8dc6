import type { Identity } from '@shared/domain/members/member.schema';
import type { OrderStatus } from '@shared/domain/orders/order.schema';
import type { Rule } from '@shared/domain/rules/rule.schema';

export type MemberSort =
  | 'newest'
  | 'name'
  | 'identity'
  | 'region'
  | 'channel'
  | 'orders'
  | 'spent'
  | 'lastOrder';
export type Direction = 'asc' | 'desc';

/** Values of one field are alternatives, fields add up. `''` stands for "not filled in". */
export type MemberFilter = {
  identity?: string[];
  channel?: string[];
  region?: string[];
  source?: string[];
  /** Carried by hand or by rule. */
  tagIds?: string[];
  hasOrders?: boolean;
  /** Only people who fit it now. */
  rule?: Rule;
  /** Only these people; for some hundreds of them. */
  ids?: string[];
};

export type MemberQuery = {
  text?: string;
  filter?: MemberFilter;
  sort?: MemberSort;
  direction?: Direction;
  offset?: number;
  limit?: number;
};

/** What a list shows of a member. Money in fen before refunds, times in UTC ms. */
export type MemberListRow = {
  id: string;
  name: string;
  phone?: string;
  phoneMasked?: string;
  identity: Identity;
  channel?: string;
  region?: string;
  source?: string;
  /** By hand, import, flow or model. */
  tagIds: string[];
  /** By rule, as last worked out. */
  ruleTagIds: string[];
  orderCount: number;
  amountFen: number;
  lastOrderAt?: number;
};

export type MemberAnswer = { total: number; rows: MemberListRow[] };

export type FacetValue = { value: string; count: number };

/** How many members have each value; `''` counts those without one. Most frequent first. */
export type MemberFacets = {
  identity: FacetValue[];
  channel: FacetValue[];
  region: FacetValue[];
  source: FacetValue[];
  /** By hand or by rule; somebody with both counts once. */
  tags: FacetValue[];
  /** Members with at least one tag. */
  tagged: number;
  /** Members with at least one counted order. */
  buyers: number;
};

export type OrderFilter = {
  statuses?: OrderStatus[];
  /** UTC ms, the first instant that counts. */
  fromMs?: number;
  /** UTC ms, the first instant that no longer counts. */
  toMs?: number;
  memberId?: string;
  /** Part of an order number, or a buyer as the members' search finds them. */
  text?: string;
};

export type OrderQuery = OrderFilter & { offset?: number; limit?: number };

export type OrderFacts = {
  id: string;
  memberId: string;
  orderedAt: number;
  amountFen: number;
  refundFen: number;
  status: OrderStatus;
};

/** `buyer` is absent when the member is no longer there. */
export type OrderListRow = OrderFacts & { externalNo: string; buyer?: string };

/** Sums over all that the filter lets through; cancelled and unpaid orders add nothing to money. */
export type OrderAnswer = {
  total: number;
  amountFen: number;
  refundFen: number;
  rows: OrderListRow[];
};

export type MemberOrders = { total: number; rows: OrderFacts[] };

export type MemberEvent = {
  id: string;
  kind: string;
  at: number;
  groupId?: string;
  value?: number;
};

/** How much hangs on a record: what a merge would bring along. */
export type Belongings = { orders: number; events: number };
