import type { Order } from '@shared/domain/orders/order.schema';

export const DELIVERY_KINDS = ['delivery', 'picking', 'pickup'] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** By pick-up point (the buyer's region), or all in one list by the alphabet. */
export const PICKUP_ORDERS = ['point', 'alphabet'] as const;
export type PickupOrder = (typeof PICKUP_ORDERS)[number];

/** An order as it goes to a door. */
export type DeliveryOrder = Pick<
  Order,
  'id' | 'externalNo' | 'campaign' | 'lines' | 'receiver' | 'receiverPhone' | 'address' | 'note'
> & {
  /** Who bought: stands in where no receiver is named. */
  buyer: string;
  /** Where the buyer fetches things: the member's region. */
  point: string;
};

export type DeliveryOptions = {
  kind: DeliveryKind;
  /** The group's or the 团's name. */
  title: string;
  /** As the reader writes days. */
  dateText: string;
  /** Orders on a page at most. */
  rowsPerPage: number;
  isPhoneMasked: boolean;
  /** Each building can be torn off. */
  hasCutLines: boolean;
  pickupOrder: PickupOrder;
  language: 'zh-CN' | 'en';
  words: DeliveryWords;
};

/** Every word on the sheets in one language; `{{n}}` and the like take values. */
export type DeliveryWords = {
  delivery: string;
  picking: string;
  pickup: string;
  number: string;
  door: string;
  person: string;
  phone: string;
  phoneEnd: string;
  goods: string;
  note: string;
  received: string;
  taken: string;
  sameDoor: string;
  unclear: string;
  unclearHint: string;
  noEstate: string;
  noPoint: string;
  others: string;
  continued: string;
  houseTotal: string;
  counts: string;
  product: string;
  spec: string;
  quantity: string;
  orders: string;
  allGoods: string;
  house: string;
  total: string;
  noGoods: string;
  page: string;
  estate: string;
  lane: string;
  building: string;
  unit: string;
  room: string;
  address: string;
  externalNo: string;
  campaign: string;
  point: string;
};
