import type { OrderStatus } from '@shared/domain/orders/order.schema';
import type { OrderFilter } from '../index/list-types';

/** Which orders: ticked ones, or those that a filter lets through. */
export type DeliverySource = { ids?: string[]; filter?: OrderFilter };

/** What lies among them. `''` stands for orders of no 团; the newest 团 comes first. */
export type DeliveryScope = {
  total: number;
  campaigns: { value: string; count: number }[];
  statuses: { value: OrderStatus; count: number }[];
  /** Whether any buyer has a pick-up point. */
  hasPoints: boolean;
};

/** No campaign or no status named: all of them. */
export type DeliveryChoice = { campaigns: string[]; statuses: OrderStatus[] };

export type DeliveryPreview = {
  /** The first pages only. */
  pages: string[];
  pageCount: number;
  orderCount: number;
  pieceCount: number;
  unclearCount: number;
};
