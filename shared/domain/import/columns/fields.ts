import type { ImportKind } from '../import-batch.schema';

/** What a column of a roster can be. Several columns may be one field: the first filled cell counts. */
export const MEMBER_FIELDS = [
  'name',
  'groupNickname',
  'phone',
  'wechatId',
  'wecomId',
  'unionId',
  'backOfficeId',
  'identity',
  'channel',
  'region',
  'province',
  'city',
  'district',
  'address',
  'gender',
  'birthday',
  'joinedAt',
  'tags',
  'note',
] as const;
export type MemberField = (typeof MEMBER_FIELDS)[number];

/** What a column of an order sheet can be. */
export const ORDER_FIELDS = [
  'externalNo',
  'campaign',
  'orderedAt',
  'amount',
  'refund',
  'status',
  'buyerName',
  'buyerPhone',
  'buyerWechatId',
  'buyerCode',
  'receiver',
  'receiverPhone',
  'product',
  'spec',
  'quantity',
  'lineAmount',
  'lineRefund',
  'freight',
  'discount',
  'region',
  'province',
  'city',
  'district',
  'address',
  'building',
  'note',
] as const;
export type OrderField = (typeof ORDER_FIELDS)[number];

export type ImportField = MemberField | OrderField;

/** The field of each column by position; `null` leaves a column out. */
export type ColumnMapping = (ImportField | null)[];

export function fieldsOf(kind: ImportKind): readonly ImportField[] {
  if (kind === 'members') return MEMBER_FIELDS;
  return kind === 'orders' ? ORDER_FIELDS : [];
}

/** Any one field of each group must be mapped, or the rows cannot become records. */
const REQUIRED: Record<ImportKind, readonly (readonly ImportField[])[]> = {
  members: [['name', 'groupNickname', 'phone', 'wechatId', 'wecomId', 'unionId', 'backOfficeId']],
  orders: [['externalNo'], ['amount', 'lineAmount']],
  funnel: [],
  interactions: [],
  results: [],
  suppliers: [],
  weather: [],
};

/** The first field of every required group that no column covers; empty when the mapping will do. */
export function missingFields(kind: ImportKind, mapping: ColumnMapping): ImportField[] {
  const mapped = new Set(mapping);
  return REQUIRED[kind].flatMap((group) => {
    const [first] = group;
    return first && !group.some((field) => mapped.has(field)) ? [first] : [];
  });
}
